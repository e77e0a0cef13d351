// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

namespace guatu::sample
{

// The invented geography is made in a plane of metres around the middle of the prefecture. It
// need not be conformal, only the same on every machine: no trigonometry.
inline constexpr Point planeOrigin{101.6, 25.3};
inline constexpr double metresPerDegreeEast = 100720; ///< at 25.3° north
inline constexpr double metresPerDegreeNorth = 110775;

[[nodiscard]] constexpr Point toPlane(Point lonLat)
{
    return {(lonLat.x - planeOrigin.x) * metresPerDegreeEast,
            (lonLat.y - planeOrigin.y) * metresPerDegreeNorth};
}

[[nodiscard]] constexpr Point toLonLat(Point metres)
{
    return {planeOrigin.x + metres.x / metresPerDegreeEast,
            planeOrigin.y + metres.y / metresPerDegreeNorth};
}

/// The position on the grid of 1e-7 degree (about a centimetre) that the sample keeps.
[[nodiscard]] inline Point rounded(Point lonLat)
{
    return {std::floor(lonLat.x * 1e7 + 0.5) / 1e7, std::floor(lonLat.y * 1e7 + 0.5) / 1e7};
}

[[nodiscard]] inline double distance(Point a, Point b)
{
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

} // namespace guatu::sample
