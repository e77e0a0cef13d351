// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_network.h"
#include "trips/problem.h"

#include <span>
#include <string>

namespace guatu::session
{

/// Driving between all of some places along the quickest ways, the walks to and from the road not
/// counted: seconds rounded up, metres of the same way. A place off the network is reached by none.
[[nodiscard]] trips::Roads roadsBetween(const access::RoadNetwork& network,
                                        std::span<const access::Snapped> places, std::string name);

} // namespace guatu::session
