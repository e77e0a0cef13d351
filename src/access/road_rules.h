// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"
#include "access/road_links.h"
#include "access/travel.h"
#include "core/snapshot.h"

namespace guatu::access
{

/// In which directions the line of a road may be travelled.
struct Directions {
    bool forward = true, backward = true;
};

/// What the road's own record allows a means of travel: one-way rules bind it unless it says
/// otherwise, and a road in a state that travel.json names as closed is closed to all.
[[nodiscard]] Directions directionsOf(const RoadColumns& roads, std::size_t road,
                                      const Travel& travel, const Means& means);

/// The links of roads with their times for a means of travel and season, and the turns that the
/// roads' records ban (for means that one-way rules bind): from a road into another at every node
/// where they meet. Where `height` knows both ends of a piece of road, the slope rule of the means
/// changes its time, in each direction its own; pieces are at most 50 m long.
[[nodiscard]] LinkTable timedLinks(const RoadLinks& links, const RoadColumns& roads,
                                   const Travel& travel, const Means& means, Season season,
                                   const HeightAt& height = {});

} // namespace guatu::access
