// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_network.h"
#include "access/route.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// A link of a route, as far as it is travelled.
struct Leg {
    std::uint32_t directed = 0; ///< 2 * link, or 2 * link + 1 against its line
    double from = 0, to = 1;    ///< shares of the link's length, along its line, from <= to
    double metres = 0;

    [[nodiscard]] std::uint32_t link() const { return directed / 2; }
};

/// The links of a route between two places: the first and the last in part where the places lie on
/// them.
[[nodiscard]] std::vector<Leg> legsOf(const RoadNetwork& network, const Route& route,
                                      const Place& from, const Place& to);

/// The line of legs that follow each other, as they are travelled; nothing without legs.
[[nodiscard]] std::vector<Point> lineOf(const RoadNetwork& network, std::span<const Leg> legs);

} // namespace guatu::access
