// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

namespace guatu::sample
{

/// A vertex in units of 1e-7 degree.
struct Vertex {
    std::int64_t x = 0, y = 0;

    friend auto operator<=>(const Vertex&, const Vertex&) = default;
};

[[nodiscard]] Point toPoint(Vertex vertex);

/// A piece of the plane between lines: its outer ring counter-clockwise, its holes clockwise,
/// all closed.
struct Face {
    std::vector<std::vector<Vertex>> rings;
    double area = 0; ///< square degrees
    Point inside{};  ///< some point well within
};

/// Cuts lines (lon/lat) where they lie inside the area.
[[nodiscard]] std::vector<std::vector<Point>> clipped(const std::vector<std::vector<Point>>& lines,
                                                      const GeometryColumn& areas,
                                                      std::size_t feature);

/// The faces between lines, which may cross and overlap (snap rounding to 1e-7 degree, by GEOS).
/// Sorted by their lowest vertex.
[[nodiscard]] std::vector<Face> facesBetween(const std::vector<std::vector<Point>>& lines);

/// Joins the faces of each owner (0 to owners - 1) to one polygon feature.
[[nodiscard]] GeometryColumn joined(const std::vector<Face>& faces,
                                    const std::vector<std::size_t>& owner, std::size_t owners);

} // namespace guatu::sample
