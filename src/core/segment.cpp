// SPDX-License-Identifier: MIT
#include "core/segment.h"

#include "core/orientation.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

double squaredDistance(Point p, Point q)
{
    return (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y);
}

} // namespace

Point nearestOn(const Segment& segment, Point p)
{
    const double dx = segment.b.x - segment.a.x, dy = segment.b.y - segment.a.y;
    const double length = dx * dx + dy * dy;
    if (length == 0)
        return segment.a;
    const double share = ((p.x - segment.a.x) * dx + (p.y - segment.a.y) * dy) / length;
    if (share <= 0)
        return segment.a;
    if (share >= 1)
        return segment.b;
    return {segment.a.x + share * dx, segment.a.y + share * dy};
}

bool meet(const Segment& s, const Segment& t)
{
    const int a = orientation(s.a, s.b, t.a), b = orientation(s.a, s.b, t.b);
    const int c = orientation(t.a, t.b, s.a), d = orientation(t.a, t.b, s.b);
    if (a * b < 0 && c * d < 0)
        return true;
    return onSegment(s.a, s.b, t.a) || onSegment(s.a, s.b, t.b) || onSegment(t.a, t.b, s.a) ||
           onSegment(t.a, t.b, s.b);
}

std::pair<Point, Point> nearestPoints(const Segment& s, const Segment& t)
{
    const std::array<std::pair<Point, Point>, 4> ends{{{s.a, nearestOn(t, s.a)},
                                                       {s.b, nearestOn(t, s.b)},
                                                       {nearestOn(s, t.a), t.a},
                                                       {nearestOn(s, t.b), t.b}}};
    const auto nearest = *std::ranges::min_element(
        ends, {}, [](const auto& pair) { return squaredDistance(pair.first, pair.second); });
    if (nearest.first != nearest.second && meet(s, t))
        return {nearest.first, nearest.first}; // somewhere on both: only that it is 0 matters
    return nearest;
}

} // namespace guatu
