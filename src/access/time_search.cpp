// SPDX-License-Identifier: MIT
#include "access/time_search.h"

#include "access/place.h"

namespace guatu::access
{

Targets targetsOf(const ArcRows& against, std::span<const std::uint32_t> vertices)
{
    /// What more vertices lead to is taken for reachable: then a search may run to its end.
    constexpr std::size_t few = 512;
    Targets targets{.vertices = {vertices.begin(), vertices.end()}};
    std::ranges::sort(targets.vertices);
    const auto rest = std::ranges::unique(targets.vertices);
    targets.vertices.erase(rest.begin(), rest.end());
    std::vector<std::uint32_t> seenBy(against.vertices(), 0);
    for (std::uint32_t number = 1; number <= targets.vertices.size(); ++number) {
        std::vector<std::uint32_t> from{targets.vertices[number - 1]};
        seenBy[from.front()] = number;
        for (std::size_t next = 0; next < from.size() && from.size() <= few; ++next)
            for (const Arc& arc : against.of(from[next]))
                if (arc.time != never && seenBy[arc.head] != number) {
                    seenBy[arc.head] = number;
                    from.push_back(arc.head);
                }
        if (from.size() > few)
            continue;
        const std::uint32_t vertex = from.front();
        std::ranges::sort(from);
        targets.enclosed.push_back({vertex, std::move(from)});
    }
    return targets;
}

TimeSearch::TimeSearch(const ArcRows& rows, Time longest, const Targets& targets)
    : m_rows(rows), m_targets(targets), m_queue(longest), m_times(rows.vertices(), never)
{
    if (!targets.vertices.empty())
        m_awaited.assign(rows.vertices(), No);
    for (const std::uint32_t vertex : targets.vertices)
        m_awaited[vertex] = Waiting;
}

/// Nothing is awaited that no seed leads to.
void TimeSearch::skipEnclosed(std::span<const Seed> seeds)
{
    for (const auto& [vertex, from] : m_targets.enclosed)
        if (std::ranges::none_of(seeds, [&](const Seed seed) {
                return std::ranges::binary_search(from, seed.vertex);
            })) {
            m_awaited[vertex] = Reached;
            m_reached.push_back(vertex);
        }
}

void TimeSearch::run(std::span<const Seed> seeds, Time within)
{
    m_queue.clear();
    std::ranges::fill(m_times, never);
    for (const std::uint32_t vertex : m_reached)
        m_awaited[vertex] = Waiting;
    m_reached.clear();
    skipEnclosed(seeds);
    for (const Seed seed : seeds)
        if (seed.time <= within && seed.time < m_times[seed.vertex]) {
            m_times[seed.vertex] = seed.time;
            m_queue.put(seed.vertex, seed.time);
        }
    if (m_awaited.empty()) {
        sweep(
            m_rows, m_queue, m_times, within, [](std::uint32_t) {}, [] { return false; });
        return;
    }
    sweep(
        m_rows, m_queue, m_times, within,
        [&](std::uint32_t vertex) {
            if (m_awaited[vertex] == Waiting) {
                m_awaited[vertex] = Reached;
                m_reached.push_back(vertex);
            }
        },
        [&] { return m_reached.size() == m_targets.vertices.size(); });
}

Time TimeSearch::least(std::span<const Seed> seeds) const
{
    Time best = never;
    for (const Seed seed : seeds)
        best = std::min(best, sum(m_times[seed.vertex], seed.time));
    return best;
}

} // namespace guatu::access
