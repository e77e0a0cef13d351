// SPDX-License-Identifier: MIT
#pragma once

#include "access/graph.h"

namespace guatu::access
{

inline constexpr std::uint32_t noLink = std::numeric_limits<std::uint32_t>::max();

/// A place on a network: a node, or a point on a link with the way on foot to it.
struct Place {
    Seeds out{}; ///< where one comes onto the network from here, and when
    Seeds in{};  ///< where one leaves it to come here, and how long that takes
    std::uint32_t link = noLink;
    Time ahead = never;  ///< along the link from the start of its line to here
    Time behind = never; ///< against the line from its end to here
    Time walk = 0;       ///< between here and the network

    /// Whether it is on the network at all.
    [[nodiscard]] bool reachable() const { return !out.empty() || !in.empty(); }
};

/// The part of a link's time up to a fraction of it, rounded; `never` of `never`.
[[nodiscard]] Time partOf(Time whole, double fraction);

[[nodiscard]] Place placeAt(const Graph& graph, std::uint32_t node);

/// A point at `fraction` (0 to 1) of a link's length, `walk` off the road. On a closed link it is
/// a place without any way out.
[[nodiscard]] Place placeOn(const Graph& graph, std::uint32_t link, double fraction, Time walk = 0);

/// Time from one place to another along the one link that both are on, without passing a node;
/// `never` when there is no such way.
[[nodiscard]] Time alongLink(const Graph& graph, const Place& from, const Place& to);

/// A sum of times; `never` when one of them is, or when it would not fit.
[[nodiscard]] inline Time sum(Time a, Time b)
{
    return a < never - b ? a + b : never;
}

} // namespace guatu::access
