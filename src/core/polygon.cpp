// SPDX-License-Identifier: MIT
#include "core/polygon.h"

#include "core/orientation.h"

namespace guatu
{

double ringArea(std::span<const Point> ring)
{
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        // From the first vertex, so that large coordinates do not eat the digits.
        const Point a{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        const Point b{ring[i + 1].x - ring[0].x, ring[i + 1].y - ring[0].y};
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

double area(const GeometryColumn& column, std::size_t feature)
{
    double sum = 0;
    for (std::size_t i = 0; i < column.partCount(feature); ++i)
        sum += ringArea(column.part(feature, i)); // holes run clockwise
    return sum;
}

bool contains(const GeometryColumn& column, std::size_t feature, Point point)
{
    bool inside = false;
    for (std::size_t i = 0; i < column.partCount(feature); ++i) {
        const std::span<const Point> ring = column.part(feature, i);
        for (std::size_t v = 0; v + 1 < ring.size(); ++v)
            if (rayMeets(point, ring[v], ring[v + 1]))
                inside = !inside;
    }
    return inside;
}

} // namespace guatu
