// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <vector>

namespace guatu::bench
{

// The usual good way with GEOS: an STRtree and prepared geometries, one thread.

/// How many of the marked points an area contains.
[[nodiscard]] std::uint64_t geosContained(const GeometryColumn& areas,
                                          const std::vector<Point>& points,
                                          const std::vector<std::uint8_t>& marked);

/// How many of the points are farther than `metres` of the plane from every one of `targets`.
[[nodiscard]] std::size_t geosFartherThan(const std::vector<Point>& targets,
                                          const std::vector<Point>& points, double metres);

} // namespace guatu::bench
