// SPDX-License-Identifier: MIT
#pragma once

#include "access/reach.h"
#include "access/road_network.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// The nearest facility by road of each place, as RoadNetwork::placeNear() and Nearest::of() say,
/// on all processors, without making the places. `nearest` is on the network's graph.
[[nodiscard]] std::vector<Found> nearestByRoad(const RoadNetwork& network, const Nearest& nearest,
                                               std::span<const Point> places);

} // namespace guatu::access
