// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

namespace guatu
{

/// A straight piece of a line, or a point as a piece without length.
struct Segment {
    Point a, b;

    [[nodiscard]] Box box() const
    {
        Box made;
        made.add(a);
        made.add(b);
        return made;
    }
};

/// The point of the segment that is nearest to `p` in the plane.
[[nodiscard]] Point nearestOn(const Segment& segment, Point p);

/// Whether the closed segments have a point in common, exactly.
[[nodiscard]] bool meet(const Segment& s, const Segment& t);

/// Points of both that are nearest to each other in the plane; the same point when they meet.
[[nodiscard]] std::pair<Point, Point> nearestPoints(const Segment& s, const Segment& t);

} // namespace guatu
