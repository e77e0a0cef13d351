// SPDX-License-Identifier: MIT
#include "access/time_search.h"

#include "access/place.h"

namespace guatu::access
{

TimeSearch::TimeSearch(const ArcRows& rows, Time longest, std::span<const std::uint32_t> until)
    : m_rows(rows), m_queue(longest), m_times(rows.vertices(), never)
{
    if (!until.empty())
        m_awaited.assign(rows.vertices(), No);
    for (const std::uint32_t vertex : until)
        if (m_awaited[vertex] == No) {
            m_awaited[vertex] = Waiting;
            m_until.push_back(vertex);
        }
}

void TimeSearch::run(std::span<const Seed> seeds, Time within)
{
    m_queue.clear();
    std::ranges::fill(m_times, never);
    for (const std::uint32_t vertex : m_reached)
        m_awaited[vertex] = Waiting;
    m_reached.clear();
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
        [&] { return m_reached.size() == m_until.size(); });
}

Time TimeSearch::least(std::span<const Seed> seeds) const
{
    Time best = never;
    for (const Seed seed : seeds)
        best = std::min(best, sum(m_times[seed.vertex], seed.time));
    return best;
}

} // namespace guatu::access
