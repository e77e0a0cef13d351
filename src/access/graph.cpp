// SPDX-License-Identifier: MIT
#include "access/graph.h"

#include "core/error.h"
#include "core/hilbert.h"

#include <algorithm>
#include <array>

namespace guatu::access
{
namespace
{

/// Nodes along the Hilbert curve; equal places in the order given. A radix sort, least digit first.
std::vector<std::uint32_t> curveOrder(const std::vector<Point>& nodes)
{
    Box box;
    for (const Point p : nodes)
        if (p.valid())
            box.add(p);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> items(nodes.size()), sorted(nodes.size());
    for (std::uint32_t n = 0; n < nodes.size(); ++n)
        items[n] = {hilbertIndex(nodes[n], box), n};
    for (unsigned shift = 0; shift < 32; shift += 8) {
        std::array<std::size_t, 257> starts{};
        for (const auto& [key, node] : items)
            ++starts[((key >> shift) & 255U) + 1];
        for (std::size_t digit = 1; digit < starts.size(); ++digit)
            starts[digit] += starts[digit - 1];
        for (const auto& item : items)
            sorted[starts[(item.first >> shift) & 255U]++] = item;
        items.swap(sorted);
    }
    std::vector<std::uint32_t> order(nodes.size());
    std::ranges::transform(items, order.begin(), [](const auto& item) { return item.second; });
    return order;
}

} // namespace

/// Arcs in the order of directed links.
struct Graph::Draft {
    std::vector<std::uint32_t> tail, head, directed;

    void add(std::uint32_t from, std::uint32_t to, std::uint32_t link)
    {
        tail.push_back(from);
        head.push_back(to);
        directed.push_back(link);
    }
};

Graph::Graph(LinkTable links) : m_links(std::move(links)), m_closed(m_links.size())
{
    check();
    numberVertices();
    fill(draftArcs());
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
            m_splits.emplace_back(at->second, static_cast<std::uint32_t>(m_nodes.size()));
            m_nodes.push_back(node);
        }
    }
    std::ranges::sort(m_splits);
}

std::uint32_t Graph::headOf(std::uint32_t directed) const
{
    const std::uint32_t node = headNode(directed);
    if (m_splitNodes.empty() || m_splitNodes[node] == 0)
        return m_first[node];
    return std::ranges::lower_bound(m_splits, std::pair{directed, 0U})->second;
}

std::vector<Seed> Graph::arrivals(std::uint32_t node) const
{
    std::vector<Seed> seeds;
    for (std::uint32_t vertex = m_first[node]; vertex < m_nodes.size() && m_nodes[vertex] == node;
         ++vertex)
        seeds.push_back({vertex, 0});
    return seeds;
}

std::vector<std::uint32_t> Graph::tailsOf(std::uint32_t directed) const
{
    const std::uint32_t node = tailNode(directed);
    std::vector<std::uint32_t> tails{m_first[node]};
    if (m_splitNodes.empty() || m_splitNodes[node] == 0)
        return tails;
    for (const auto& [arriving, vertex] : m_splits) {
        if (headNode(arriving) != node)
            continue;
        const bool banned =
            std::ranges::find(m_links.bans, TurnBan{arriving / 2, node, directed / 2}) !=
            m_links.bans.end();
        if (!banned)
            tails.push_back(vertex);
    }
    return tails;
}

Graph::Draft Graph::draftArcs() const
{
    Draft draft;
    draft.tail.reserve(2 * m_links.size());
    draft.head.reserve(2 * m_links.size());
    draft.directed.reserve(2 * m_links.size());
    for (std::uint32_t d = 0; d < 2 * m_links.size(); ++d) {
        const Time time = (d & 1U) == 0 ? m_links.forward[d / 2] : m_links.backward[d / 2];
        if (time == never)
            continue;
        const std::uint32_t head = headOf(d), tail = tailNode(d);
        if (m_splitNodes.empty() || m_splitNodes[tail] == 0)
            draft.add(m_first[tail], head, d);
        else
            for (const std::uint32_t vertex : tailsOf(d))
                draft.add(vertex, head, d);
    }
    return draft;
}

void Graph::fill(const Draft& draft)
{
    const auto rows = [&](const std::vector<std::uint32_t>& leave,
                          const std::vector<std::uint32_t>& reach, ArcRows& made,
                          std::vector<std::uint32_t>& directed) {
        made.starts.assign(m_nodes.size() + 1, 0);
        for (const std::uint32_t vertex : leave)
            ++made.starts[vertex + 1];
        for (std::size_t v = 1; v < made.starts.size(); ++v)
            made.starts[v] += made.starts[v - 1];
        made.arcs.resize(leave.size());
        directed.resize(leave.size());
        std::vector<std::uint32_t> next(made.starts.begin(), made.starts.end() - 1);
        for (std::size_t a = 0; a < leave.size(); ++a) {
            const std::uint32_t place = next[leave[a]]++, d = draft.directed[a];
            const Time time = (d & 1U) == 0 ? m_links.forward[d / 2] : m_links.backward[d / 2];
            made.arcs[place] = {reach[a], time};
            m_longest = std::max(m_longest, time);
            directed[place] = d;
        }
    };
    rows(draft.tail, draft.head, m_ahead, m_linkAhead);
    rows(draft.head, draft.tail, m_back, m_linkBack);
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
