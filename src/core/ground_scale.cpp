// SPDX-License-Identifier: MIT
#include "core/ground_scale.h"

#include "core/crs.h"
#include "core/geodesic.h"

namespace guatu
{

double groundScale(const std::string& crs, Point at)
{
    constexpr double halfBase = 500;
    const Transform toDegrees(crs, std::string(storeCrs));
    const Point west = toDegrees.forward(Point{at.x - halfBase, at.y});
    const Point east = toDegrees.forward(Point{at.x + halfBase, at.y});
    return geodesicDistance(west, east) / (2 * halfBase);
}

} // namespace guatu
