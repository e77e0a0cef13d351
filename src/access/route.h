// SPDX-License-Identifier: MIT
#pragma once

#include "access/place.h"

#include <vector>

namespace guatu::access
{

/// A quickest way between two places.
struct Route {
    Time time = never; ///< the ways on foot to and from the network included
    /// Directed links in order (2 * link, or 2 * link + 1 against its line). The first and the last
    /// are travelled in part where the place lies on them.
    std::vector<std::uint32_t> links{};

    [[nodiscard]] bool found() const { return time != never; }
};

/// Searches from both ends at once (bidirectional Dijkstra with bucket queues).
[[nodiscard]] Route quickestRoute(const Graph& graph, const Place& from, const Place& to);

} // namespace guatu::access
