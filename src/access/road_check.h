// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_links.h"
#include "core/snapshot.h"

#include <span>
#include <string_view>

namespace guatu::access
{

/// What may be wrong with a network of roads.
enum class RoadFlaw : std::uint8_t {
    NearEnd,   ///< ends near an end of another road without being joined to it
    NearLine,  ///< ends near the middle of another road without being joined to it
    Crossing,  ///< crosses another road where neither has a node; one may pass over the other
    Duplicate, ///< runs along another road between the same nodes
    OneWay,    ///< one-way roads lead to this node only, or only away from it
    DeadEnd,   ///< ends where nothing is
    Island,    ///< no road leads from here to the largest part of the network
};

/// What would put it right.
enum class Mend : std::uint8_t {
    None,
    Snap,   ///< moves the end onto the other road's end
    Join,   ///< leads the end on to the other road
    Split,  ///< cuts both roads where they cross, so that they meet there
    Remove, ///< marks the road as a duplicate, which nobody travels
    TwoWay, ///< opens the road in both directions
};

inline constexpr std::uint32_t noRoad = static_cast<std::uint32_t>(noRow);

struct RoadFinding {
    RoadFlaw flaw{};
    Mend mend = Mend::None;
    std::uint32_t road = noRoad, other = noRoad; ///< rows of the roads
    Point at{};                                  ///< where
    Point to{};                                  ///< where the mend leads to
    double metres = 0; ///< to the other road; of an island its length, of a dead end its last link
    std::size_t links = 0; ///< of an island
    std::string id{};      ///< the same for the same roads: crossing:R1+R2
};

struct RoadCheckOptions {
    double reach = 20;          ///< metres within which an end is thought to belong to a road
    double same = 3;            ///< metres within which lines are the same
    double settledWithin = 250; ///< metres from a place within which a road may well end
    std::vector<std::string> closedStates{}; ///< roads in these states are left out
};

/// The word of a flaw and of a mend: near_end, snap, ...
[[nodiscard]] std::string_view toString(RoadFlaw flaw);
[[nodiscard]] std::string_view toString(Mend mend);

/// Everything that is found, by kind, then along the roads. `settled` are the places that roads
/// lead to: seats, households, facilities.
[[nodiscard]] std::vector<RoadFinding> checkRoads(const RoadColumns& roads, const RoadLinks& links,
                                                  std::span<const Point> settled,
                                                  const RoadCheckOptions& options = {});

/// Which part of the network each link is in, 0 the one with most links (the lowest first link on
/// a tie), by ways in any direction.
[[nodiscard]] std::vector<std::uint32_t> partsOf(const RoadLinks& links);

} // namespace guatu::access
