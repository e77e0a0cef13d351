// SPDX-License-Identifier: MIT
#pragma once

#include "access/seeds.h"

#include <span>

namespace guatu::access
{

/// A step of a search: to the vertex `head` in `time`.
struct Arc {
    std::uint32_t head = 0;
    Time time = never;
};

/// Arcs by the vertex that they leave (compressed sparse rows).
struct ArcRows {
    std::vector<std::uint32_t> starts{0}; ///< first arc of each vertex, plus the end
    std::vector<Arc> arcs{};

    [[nodiscard]] std::size_t vertices() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const Arc> of(std::uint32_t vertex) const
    {
        return std::span(arcs).subspan(starts[vertex], starts[vertex + 1] - starts[vertex]);
    }
};

/// A network for one means of travel, ready to be searched.
///
/// Its vertices are the nodes along the Hilbert curve, so that those which are near each other on
/// the ground are near each other in memory. A node with banned turns has a vertex for setting out
/// and one for each link that arrives: then every path in the graph is an allowed one, and no
/// search has to know of turns. A closed link keeps its arcs, which take `never`.
class Graph
{
public:
    Graph() = default;
    /// Throws Error(Input) for a link between nodes that the table lacks, or a ban of a link or
    /// node that it lacks.
    explicit Graph(LinkTable links);

    [[nodiscard]] std::size_t nodeCount() const { return m_links.nodes.size(); }
    [[nodiscard]] std::size_t linkCount() const { return m_links.size(); }
    [[nodiscard]] const LinkTable& links() const { return m_links; }
    [[nodiscard]] const ArcRows& ahead() const { return m_ahead; }
    [[nodiscard]] const ArcRows& back() const { return m_back; } ///< arcs by the vertex they reach

    /// Counts the changes that closed or opened a link.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    [[nodiscard]] bool isOpen(std::uint32_t link) const { return !m_closed[link]; }
    void setOpen(std::uint32_t link, bool open);

    /// Time along a link in the direction of its line, or against it; `never` when closed.
    [[nodiscard]] Time forward(std::uint32_t link) const
    {
        return m_closed[link] ? never : m_links.forward[link];
    }
    [[nodiscard]] Time backward(std::uint32_t link) const
    {
        return m_closed[link] ? never : m_links.backward[link];
    }

    /// The vertices at which a traveller may be who sets out from a node, or has come to it.
    [[nodiscard]] Seed departure(std::uint32_t node) const { return {m_first[node], 0}; }
    [[nodiscard]] Seeds arrivals(std::uint32_t node) const;
    [[nodiscard]] std::uint32_t nodeOf(std::uint32_t vertex) const { return m_nodes[vertex]; }

    /// No arc takes longer, unless it takes `never`.
    [[nodiscard]] Time longest() const { return m_longest; }

    // A directed link is 2 * link, or 2 * link + 1 against its line.

    /// The directed link of each arc, by its number in ahead() or back().
    [[nodiscard]] std::span<const std::uint32_t> linksAhead() const { return m_linkAhead; }
    [[nodiscard]] std::span<const std::uint32_t> linksBack() const { return m_linkBack; }
    /// The vertex that a directed link leads to, and those from which it may be taken.
    [[nodiscard]] std::uint32_t headOf(std::uint32_t directed) const;
    [[nodiscard]] std::vector<std::uint32_t> tailsOf(std::uint32_t directed) const;
    /// The same, as visit(vertex).
    template <class Visit>
    void visitTails(std::uint32_t directed, const Visit& visit) const
    {
        const std::uint32_t node = tailNode(directed);
        visit(m_first[node]);
        if (!m_splitNodes.empty() && m_splitNodes[node] != 0)
            for (const std::uint32_t tail : allowedArrivals(directed))
                visit(tail);
    }

private:
    [[nodiscard]] std::uint32_t tailNode(std::uint32_t directed) const
    {
        return (directed & 1U) == 0 ? m_links.from[directed / 2] : m_links.to[directed / 2];
    }
    [[nodiscard]] std::uint32_t headNode(std::uint32_t directed) const
    {
        return tailNode(directed ^ 1U);
    }
    [[nodiscard]] Time ownTime(std::uint32_t directed) const
    {
        return (directed & 1U) == 0 ? m_links.forward[directed / 2]
                                    : m_links.backward[directed / 2];
    }
    /// Of a node with bans, the vertices of links that arrive and may go on into a directed link.
    [[nodiscard]] std::vector<std::uint32_t> allowedArrivals(std::uint32_t directed) const;
    void check() const;
    void numberVertices();
    template <class Visit>
    void visitArcs(const Visit& visit) const;
    void fill(bool ahead);

    LinkTable m_links;
    ArcRows m_ahead, m_back;
    std::vector<std::uint32_t> m_linkAhead, m_linkBack; ///< directed link of each arc
    std::vector<std::uint32_t> m_first; ///< of each node: its vertex to set out from
    std::vector<std::uint32_t> m_nodes; ///< of each vertex
    /// Of the nodes with bans, the directed link that arrives at each vertex behind the first, as
    /// (directed link, vertex) by link and as (vertex, directed link) by vertex.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_splits, m_arriving;
    std::vector<TurnBan> m_bans;            ///< sorted
    std::vector<std::uint8_t> m_splitNodes; ///< empty without bans
    std::vector<bool> m_closed;
    std::uint64_t m_revision = 0;
    Time m_longest = 0;
};

} // namespace guatu::access
