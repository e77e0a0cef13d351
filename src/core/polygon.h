// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

namespace guatu
{

/// Signed area of a closed ring, positive counter-clockwise, in squared units of its vertices.
[[nodiscard]] double ringArea(std::span<const Point> ring);

/// Area of a polygon feature, holes taken off.
[[nodiscard]] double area(const GeometryColumn& column, std::size_t feature);

/// Whether the feature covers the point. Half-open rule: a point on a left or lower edge is
/// inside, on a right or upper edge outside, so neighbours that share an edge never both claim
/// it and never both refuse it.
[[nodiscard]] bool contains(const GeometryColumn& column, std::size_t feature, Point point);

/// A point well inside a polygon feature (pole of inaccessibility, to `precision` in units of
/// the vertices), for labels and symbols; invalid without geometry.
[[nodiscard]] Point interiorPoint(const GeometryColumn& column, std::size_t feature,
                                  double precision);

} // namespace guatu
