// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <optional>
#include <string>
#include <string_view>

namespace guatu::desktop
{

/// 102°07'34.8" E  25°35'16.5" N
[[nodiscard]] std::string degreesText(Point lonLat);

/// E 512692  N 2831188 m
[[nodiscard]] std::string metresText(Point plane);

/// 1:150,000 with three leading figures at most.
[[nodiscard]] std::string scaleText(double denominator);

/// 840 m, 12.4 km
[[nodiscard]] std::string lengthText(double metres);

/// 6,200 m², 13.2 km² and the same in 亩 (1/15 ha): the unit land is counted in.
[[nodiscard]] std::string areaText(double squareMetres);
[[nodiscard]] double areaMu(double squareMetres);

/// A position as people write it down.
struct TypedPosition {
    Point point;
    bool inDegrees = true;   ///< lon, lat; else east, north in metres of the workspace's CRS
    bool zonePrefix = false; ///< the easting carried a zone number (34512692), now taken off
};

/// Reads `102.1263, 25.5879`, either order when only one makes sense in China; degrees, minutes
/// and seconds with any of ° ' " ′ ″ 度 分 秒 and E N 东经 北纬; metres as `512692 2831188` in
/// either order, with or without zone prefix. Null when it is none of these.
[[nodiscard]] std::optional<TypedPosition> readPosition(std::string_view text);

} // namespace guatu::desktop
