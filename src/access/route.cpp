// SPDX-License-Identifier: MIT
#include "access/route.h"

#include "access/bucket_queue.h"

#include <algorithm>
#include <optional>

namespace guatu::access
{
namespace
{

constexpr std::uint32_t noVertex = std::numeric_limits<std::uint32_t>::max();

/// How a vertex was reached: from which, along which directed link.
struct Step {
    std::uint32_t from = noVertex, link = 0;
};

/// The search from one end.
class Side
{
public:
    Side(const ArcRows& rows, std::span<const std::uint32_t> links, Time longest,
         std::span<const Seed> seeds)
        : m_rows(rows),
          m_links(links),
          m_queue(longest),
          m_times(rows.vertices(), never),
          m_steps(rows.vertices())
    {
        for (const Seed seed : seeds)
            if (seed.time < m_times[seed.vertex]) {
                m_times[seed.vertex] = seed.time;
                m_queue.put(seed.vertex, seed.time);
            }
    }

    [[nodiscard]] Time time(std::uint32_t vertex) const { return m_times[vertex]; }
    [[nodiscard]] Step step(std::uint32_t vertex) const { return m_steps[vertex]; }
    /// False when everything has been reached.
    [[nodiscard]] bool ready() { return m_queue.front() != nullptr; }
    [[nodiscard]] std::uint64_t floor() const { return m_queue.floor(); }

    /// Settles the first bucket; calls met(vertex) for all that got an earlier time.
    template <class Met>
    void advance(const Met& met)
    {
        std::vector<Seed>& bucket = *m_queue.front();
        while (!bucket.empty()) {
            const auto [vertex, time] = m_queue.take(bucket);
            if (time != m_times[vertex])
                continue;
            for (std::uint32_t a = m_rows.starts[vertex]; a < m_rows.starts[vertex + 1]; ++a) {
                const auto [head, step] = m_rows.arcs[a];
                const Time there = sum(time, step);
                if (there >= m_times[head])
                    continue;
                m_times[head] = there;
                m_steps[head] = {vertex, m_links[a]};
                m_queue.put(head, there);
                met(head);
            }
        }
    }

private:
    const ArcRows& m_rows;
    std::span<const std::uint32_t> m_links;
    BucketQueue m_queue;
    std::vector<Time> m_times;
    std::vector<Step> m_steps;
};

Time longestOf(const Graph& graph, const Place& from, const Place& to)
{
    Time longest = graph.longest();
    for (const Seed seed : from.out)
        longest = std::max(longest, seed.time);
    for (const Seed seed : to.in)
        longest = std::max(longest, seed.time);
    return longest;
}

/// The directed link of a place that leads to, or comes from, a vertex in the given time.
std::optional<std::uint32_t> ownLink(const Graph& graph, const Place& place, std::uint32_t vertex,
                                     bool leaving)
{
    if (place.link == noLink)
        return {};
    std::optional<std::uint32_t> best;
    Time least = never;
    for (const std::uint32_t d : {2 * place.link, 2 * place.link + 1}) {
        const Time whole = (d & 1U) == 0 ? graph.forward(place.link) : graph.backward(place.link);
        if (whole == never)
            continue;
        const Time before = (d & 1U) == 0 ? place.ahead : place.behind;
        const Time time = leaving ? whole - before : before;
        const auto tails = graph.tailsOf(d);
        const bool fits =
            leaving ? graph.headOf(d) == vertex : std::ranges::find(tails, vertex) != tails.end();
        if (fits && (!best || time < least)) {
            best = d;
            least = time;
        }
    }
    return best;
}

std::vector<std::uint32_t> linksOver(const Graph& graph, const Place& from, const Place& to,
                                     const Side& ahead, const Side& back, std::uint32_t middle)
{
    std::vector<std::uint32_t> links;
    std::uint32_t vertex = middle;
    for (; ahead.step(vertex).from != noVertex; vertex = ahead.step(vertex).from)
        links.push_back(ahead.step(vertex).link);
    if (const auto own = ownLink(graph, from, vertex, true))
        links.push_back(*own);
    std::ranges::reverse(links);
    vertex = middle;
    for (; back.step(vertex).from != noVertex; vertex = back.step(vertex).from)
        links.push_back(back.step(vertex).link);
    if (const auto own = ownLink(graph, to, vertex, false))
        links.push_back(*own);
    return links;
}

} // namespace

Route quickestRoute(const Graph& graph, const Place& from, const Place& to)
{
    const Time longest = longestOf(graph, from, to);
    Side ahead(graph.ahead(), graph.linksAhead(), longest, from.out);
    Side back(graph.back(), graph.linksBack(), longest, to.in);
    Route best{.time = alongLink(graph, from, to)};
    if (best.found())
        best.links = {2 * from.link +
                      (graph.forward(from.link) != never && from.ahead <= to.ahead ? 0U : 1U)};
    std::uint32_t middle = noVertex;
    const auto meet = [&](std::uint32_t vertex) {
        if (const Time time = sum(ahead.time(vertex), back.time(vertex)); time < best.time) {
            best.time = time;
            middle = vertex;
        }
    };
    for (const Seed seed : from.out)
        meet(seed.vertex);
    while (ahead.ready() && back.ready() && ahead.floor() + back.floor() < best.time) {
        if (ahead.floor() <= back.floor())
            ahead.advance(meet);
        else
            back.advance(meet);
    }
    if (middle != noVertex)
        best.links = linksOver(graph, from, to, ahead, back, middle);
    return best;
}

} // namespace guatu::access
