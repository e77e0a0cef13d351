// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_check.h"

#include <span>
#include <string>
#include <vector>

namespace guatu::access
{

/// A road as it is after mending.
struct MendedRoad {
    std::uint32_t road = noRoad;
    std::vector<std::vector<Point>> parts{}; ///< empty: its line stays as it is
    bool duplicate = false;                  ///< to be marked as one
    bool twoWay = false;                     ///< to be opened in both directions
};

/// What the mends of some findings make of their roads, by row; each finding of a kind that has a
/// mend. A cut road is one of several parts, so that it keeps its code.
[[nodiscard]] std::vector<MendedRoad> mended(const RoadColumns& roads,
                                             std::span<const RoadFinding> findings);

} // namespace guatu::access
