// SPDX-License-Identifier: MIT
#pragma once

#include "access/reach.h"
#include "access/road_network.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// Areas from which, or to which, the nearest of some places is within each limit, one feature a
/// limit, in the order given: the time of a place in the field is that of the nearest road point,
/// with the way on foot to it, as for a household. Computed at a lattice with sides of `cell`
/// metres, wider where that would be more than two million crossings.
[[nodiscard]] GeometryColumn isochroneAreas(const RoadNetwork& network, const Nearest& nearest,
                                            std::span<const Time> limits, double cell = 100);

/// Stretches of roads by the first limit that they keep.
struct ColouredNetwork {
    std::vector<std::uint32_t> link; ///< of each stretch
    std::vector<std::size_t> band;   ///< number of the limit; limits.size() beyond all
    std::vector<Time> time;          ///< of its middle; `never` where nothing is reached
    GeometryColumn line{GeometryType::Line};
};

/// Every open link, cut where a limit is passed. The places are facilities of `nearest`.
[[nodiscard]] ColouredNetwork colouredNetwork(const RoadNetwork& network, const Nearest& nearest,
                                              std::span<const Time> limits);

} // namespace guatu::access
