// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

namespace guatu
{

/// Metres between two lon/lat positions along the CGCS2000 ellipsoid (Karney 2013, by PROJ).
[[nodiscard]] double geodesicDistance(Point a, Point b);

/// Metres along a lon/lat line.
[[nodiscard]] double geodesicLength(std::span<const Point> line);

/// Square metres inside a lon/lat ring, closed or not; never negative.
[[nodiscard]] double geodesicArea(std::span<const Point> ring);

/// The lon/lat position `metres` away from `from` towards `azimuth` (degrees clockwise from north).
[[nodiscard]] Point geodesicDirect(Point from, double azimuth, double metres);

} // namespace guatu
