// SPDX-License-Identifier: MIT
#include "access/reach.h"

#include "access/sweep.h"

#include <algorithm>

namespace guatu::access
{
namespace
{

/// A seed with the place it belongs to.
struct Start {
    Seed seed;
    std::uint32_t place = 0;
};

/// Which vertices are still to be reached; nothing to wait for when none were named.
class Awaited
{
public:
    Awaited(std::span<const std::uint32_t> vertices, std::size_t all)
    {
        if (vertices.empty())
            return;
        m_wanted.assign(all, 0);
        for (const std::uint32_t vertex : vertices)
            if (m_wanted[vertex] == 0) {
                m_wanted[vertex] = 1;
                ++m_left;
            }
    }
    void reached(std::uint32_t vertex)
    {
        if (!m_wanted.empty() && m_wanted[vertex] != 0) {
            m_wanted[vertex] = 0;
            --m_left;
        }
    }
    [[nodiscard]] bool all() const { return !m_wanted.empty() && m_left == 0; }

private:
    std::vector<std::uint8_t> m_wanted;
    std::size_t m_left = 0;
};

Reach search(const ArcRows& rows, Time longest, std::span<const Start> starts,
             const SearchLimit& limit)
{
    for (const Start& start : starts)
        longest = std::max(longest, start.seed.time);
    BucketQueue queue(longest);
    std::vector<std::uint64_t> labels(rows.vertices(), Reach::unreached);
    for (const auto& [seed, place] : starts) {
        const std::uint64_t label = Reach::labelOf(seed.time, place);
        if (seed.time > limit.within || label >= labels[seed.vertex])
            continue;
        labels[seed.vertex] = label;
        queue.put(seed.vertex, seed.time);
    }
    Awaited awaited(limit.until, rows.vertices());
    sweep(
        rows, queue, labels, limit.within, [&](std::uint32_t vertex) { awaited.reached(vertex); },
        [&] { return awaited.all(); });
    return Reach(std::move(labels));
}

std::vector<Start> startsOf(std::span<const Place> places, Seeds Place::*side)
{
    std::vector<Start> starts;
    for (std::uint32_t place = 0; place < places.size(); ++place)
        for (const Seed seed : places[place].*side)
            if (seed.time != never)
                starts.push_back({seed, place});
    return starts;
}

} // namespace

Reach reachFrom(const Graph& graph, std::span<const Place> places, const SearchLimit& limit)
{
    return search(graph.ahead(), graph.longest(), startsOf(places, &Place::out), limit);
}

Reach reachTo(const Graph& graph, std::span<const Place> places, const SearchLimit& limit)
{
    return search(graph.back(), graph.longest(), startsOf(places, &Place::in), limit);
}

Nearest::Nearest(const Graph& graph, std::vector<Place> facilities, Sense sense)
    : m_graph(graph),
      m_facilities(std::move(facilities)),
      m_sense(sense),
      m_reach(sense == Sense::To ? reachTo(graph, m_facilities) : reachFrom(graph, m_facilities))
{
    m_hasFacility.resize(graph.linkCount());
    for (std::uint32_t f = 0; f < m_facilities.size(); ++f)
        if (m_facilities[f].link != noLink) {
            m_onLinks.emplace_back(m_facilities[f].link, f);
            m_hasFacility[m_facilities[f].link] = true;
        }
    std::ranges::sort(m_onLinks);
}

Found Nearest::of(const Place& place) const
{
    std::uint64_t best = Reach::unreached;
    for (const Seed seed : m_sense == Sense::To ? place.out : place.in)
        if (const Time time = sum(m_reach.time(seed.vertex), seed.time); time != never)
            best = std::min(best, Reach::labelOf(time, m_reach.place(seed.vertex)));
    if (place.link != noLink && m_hasFacility[place.link])
        for (auto at = std::ranges::lower_bound(m_onLinks, std::pair{place.link, 0U});
             at != m_onLinks.end() && at->first == place.link; ++at) {
            const Place& facility = m_facilities[at->second];
            const Time time = m_sense == Sense::To ? alongLink(m_graph, place, facility)
                                                   : alongLink(m_graph, facility, place);
            if (time != never)
                best = std::min(best, Reach::labelOf(time, at->second));
        }
    if (best == Reach::unreached)
        return {};
    return {static_cast<std::uint32_t>(best), static_cast<Time>(best >> 32U)};
}

} // namespace guatu::access
