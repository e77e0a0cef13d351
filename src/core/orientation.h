// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

namespace guatu
{

/// 1 when `c` lies to the left of the line from `a` to `b`, -1 to the right, 0 exactly on it. The
/// sign is exact for all positions of maps (Shewchuk 1997: a quick bound first, then expansions).
[[nodiscard]] int orientation(Point a, Point b, Point c);

/// Whether `p` lies on the closed segment from `a` to `b`, exactly.
[[nodiscard]] bool onSegment(Point a, Point b, Point p);

/// Whether a ray from the point to the right meets the edge, ends counted half-open. The two
/// neighbours of an edge always get the same answer, and an edge that passes through the point is
/// not met.
[[nodiscard]] bool rayMeets(Point point, Point a, Point b);

} // namespace guatu
