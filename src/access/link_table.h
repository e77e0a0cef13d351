// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace guatu::access
{

/// Milliseconds of travel. What cannot be reached, or not driven at all, is `never`.
using Time = std::uint32_t;
inline constexpr Time never = std::numeric_limits<Time>::max();

/// A turn that is not allowed: from one link over a node into another link.
struct TurnBan {
    std::uint32_t fromLink = 0, viaNode = 0, toLink = 0;

    friend bool operator==(const TurnBan&, const TurnBan&) = default;
};

/// Links between nodes, in the numbers of whoever made them. Links may be parallel, lead back to
/// their own node, or have no length.
struct LinkTable {
    std::vector<Point> nodes; ///< in metres
    std::vector<std::uint32_t> from, to;
    std::vector<Time> forward{}, backward{}; ///< `never` against the rule of a one-way link
    std::vector<TurnBan> bans{};

    [[nodiscard]] std::size_t size() const { return from.size(); }
};

} // namespace guatu::access
