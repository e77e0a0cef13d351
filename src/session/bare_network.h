// SPDX-License-Identifier: MIT
#pragma once

#include "access/graph.h"
#include "core/table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// A network from tables alone, with the numbers that its nodes and links have there.
struct BareNetwork {
    access::Graph graph;
    std::vector<std::string> nodes, links;

    /// The node of a number. Throws Error(Input) when there is none.
    [[nodiscard]] std::uint32_t node(const std::string& number) const;
};

/// Reads nodes (node, x, y), links (link, from, to, cost_ms, open_fwd, open_back) and, unless the
/// name is empty, banned turns (from_link, via_node, to_link). Throws Error(Input) naming file, row
/// and what is expected there.
[[nodiscard]] BareNetwork readBareNetwork(const std::filesystem::path& nodes,
                                          const std::filesystem::path& links,
                                          const std::filesystem::path& turns);

/// The quickest route between two nodes: one row, or one row for each link (`steps`). Geometry of
/// tables is in the coordinates of the nodes, whatever they are.
[[nodiscard]] Table routeTable(const BareNetwork& network, const std::string& from,
                               const std::string& to, bool steps);

/// The nodes that can be reached from the nearest of some nodes within the last of `minutes`
/// (ascending), or that reach it (`towards`), with the first of the limits that each keeps.
[[nodiscard]] Table reachTable(const BareNetwork& network, const std::vector<std::string>& from,
                               const std::vector<double>& minutes, bool towards);

} // namespace guatu::session
