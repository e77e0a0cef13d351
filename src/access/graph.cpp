// SPDX-License-Identifier: MIT
#include "access/graph.h"

#include "core/curve_order.h"
#include "core/error.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <tuple>

namespace guatu::access
{
namespace
{

bool before(const TurnBan& a, const TurnBan& b)
{
    return std::tie(a.fromLink, a.viaNode, a.toLink) < std::tie(b.fromLink, b.viaNode, b.toLink);
}

} // namespace

Graph::Graph(LinkTable links) : m_links(std::move(links)), m_closed(m_links.size())
{
    check();
    numberVertices();
    tbb::parallel_invoke([&] { fill(true); }, [&] { fill(false); });
    for (const Arc& arc : m_ahead.arcs)
        m_longest = std::max(m_longest, arc.time);
}

void Graph::check() const
{
    const auto nodes = m_links.nodes.size();
    for (std::size_t link = 0; link < m_links.size(); ++link)
        if (m_links.from[link] >= nodes || m_links.to[link] >= nodes)
            throw inputError({"access.no_such_node", {{"link", std::to_string(link)}}});
    for (const TurnBan& ban : m_links.bans)
        if (ban.fromLink >= m_links.size() || ban.toLink >= m_links.size() || ban.viaNode >= nodes)
            throw inputError({"access.no_such_turn",
                              {{"from", std::to_string(ban.fromLink)},
                               {"node", std::to_string(ban.viaNode)},
                               {"to", std::to_string(ban.toLink)}}});
}

void Graph::numberVertices()
{
    const std::size_t nodes = m_links.nodes.size();
    if (!m_links.bans.empty())
        m_splitNodes.assign(nodes, 0);
    for (const TurnBan& ban : m_links.bans)
        m_splitNodes[ban.viaNode] = 1;
    // Only directed links that end at a node with bans need a vertex of their own there.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arriving; // (node, directed link)
    if (!m_splitNodes.empty())
        for (std::uint32_t d = 0; d < 2 * m_links.size(); ++d)
            if (m_splitNodes[headNode(d)] != 0)
                arriving.emplace_back(headNode(d), d);
    std::ranges::sort(arriving);
    m_first.resize(nodes);
    m_nodes.reserve(nodes + arriving.size());
    for (const std::uint32_t node : curveOrder(m_links.nodes)) {
        m_first[node] = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back(node);
        for (auto at = std::ranges::lower_bound(arriving, std::pair{node, 0U});
             at != arriving.end() && at->first == node; ++at) {
            const auto vertex = static_cast<std::uint32_t>(m_nodes.size());
            m_splits.emplace_back(at->second, vertex);
            m_arriving.emplace_back(vertex, at->second);
            m_nodes.push_back(node);
        }
    }
    std::ranges::sort(m_splits);
    m_bans = m_links.bans;
    std::ranges::sort(m_bans, before);
}

std::uint32_t Graph::headOf(std::uint32_t directed) const
{
    const std::uint32_t node = headNode(directed);
    if (m_splitNodes.empty() || m_splitNodes[node] == 0)
        return m_first[node];
    return std::ranges::lower_bound(m_splits, std::pair{directed, 0U})->second;
}

Seeds Graph::arrivals(std::uint32_t node) const
{
    Seeds seeds;
    for (std::uint32_t vertex = m_first[node]; vertex < m_nodes.size() && m_nodes[vertex] == node;
         ++vertex)
        seeds.push_back({vertex, 0});
    return seeds;
}

std::vector<std::uint32_t> Graph::allowedArrivals(std::uint32_t directed) const
{
    const std::uint32_t node = tailNode(directed);
    std::vector<std::uint32_t> vertices;
    for (auto at = std::ranges::lower_bound(m_arriving, std::pair{m_first[node], 0U});
         at != m_arriving.end() && m_nodes[at->first] == node; ++at)
        if (!std::ranges::binary_search(m_bans, TurnBan{at->second / 2, node, directed / 2},
                                        before))
            vertices.push_back(at->first);
    return vertices;
}

std::vector<std::uint32_t> Graph::tailsOf(std::uint32_t directed) const
{
    std::vector<std::uint32_t> tails;
    visitTails(directed, [&](std::uint32_t vertex) { tails.push_back(vertex); });
    return tails;
}

/// Calls visit(tail, head, directed link) for every arc, by directed link.
template <class Visit>
void Graph::visitArcs(const Visit& visit) const
{
    for (std::uint32_t d = 0; d < 2 * m_links.size(); ++d)
        if (ownTime(d) != never)
            visitTails(d, [&, head = headOf(d)](std::uint32_t tail) { visit(tail, head, d); });
}

/// The arcs by the vertex that they leave, or by the one that they reach.
void Graph::fill(bool ahead)
{
    ArcRows& made = ahead ? m_ahead : m_back;
    std::vector<std::uint32_t>& directed = ahead ? m_linkAhead : m_linkBack;
    made.starts.assign(m_nodes.size() + 1, 0);
    visitArcs([&](std::uint32_t tail, std::uint32_t head, std::uint32_t) {
        ++made.starts[(ahead ? tail : head) + 1];
    });
    for (std::size_t v = 1; v < made.starts.size(); ++v)
        made.starts[v] += made.starts[v - 1];
    made.arcs.resize(made.starts.back());
    directed.resize(made.starts.back());
    std::vector<std::uint32_t> next(made.starts.begin(), made.starts.end() - 1);
    visitArcs([&](std::uint32_t tail, std::uint32_t head, std::uint32_t d) {
        const std::uint32_t place = next[ahead ? tail : head]++;
        made.arcs[place] = {ahead ? head : tail, ownTime(d)};
        directed[place] = d;
    });
}

void Graph::setOpen(std::uint32_t link, bool open)
{
    if (m_closed[link] != open)
        return;
    m_closed[link] = !open;
    ++m_revision;
    for (const std::uint32_t d : {2 * link, 2 * link + 1}) {
        const Time time = (d & 1U) == 0 ? forward(link) : backward(link);
        const auto set = [&](ArcRows& rows, const std::vector<std::uint32_t>& directed,
                             std::uint32_t vertex) {
            for (std::uint32_t a = rows.starts[vertex]; a < rows.starts[vertex + 1]; ++a)
                if (directed[a] == d)
                    rows.arcs[a].time = time;
        };
        for (const std::uint32_t tail : tailsOf(d))
            set(m_ahead, m_linkAhead, tail);
        set(m_back, m_linkBack, headOf(d));
    }
}

} // namespace guatu::access
