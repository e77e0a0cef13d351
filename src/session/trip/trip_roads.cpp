// SPDX-License-Identifier: MIT
#include "session/trip/trip_roads.h"

#include "access/reach.h"

#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu::session
{
namespace
{

using access::never;
using access::Time;

/// Where a way enters or leaves a link in part.
struct End {
    std::uint32_t vertex = 0;
    Time time = never; ///< along the link, without any walk
    double metres = 0;
};

/// All quickest ways from one place.
class WaysFrom
{
public:
    WaysFrom(const access::RoadNetwork& network, const access::Place& from,
             std::span<const std::uint32_t> until)
        : m_network(network),
          m_graph(network.graph()),
          m_from(from),
          m_reach(access::reachFrom(m_graph, {&from, 1}, {.until = until})),
          m_metres(m_graph.ahead().vertices(), NAN)
    {
        for (const End& start : endsOf(from, true))
            if (m_reach.time(start.vertex) == access::sum(start.time, from.walk))
                m_metres[start.vertex] = start.metres;
    }

    /// Time on the road and its length; `never` when there is no way.
    [[nodiscard]] std::pair<Time, double> to(const access::Place& place)
    {
        Time best = access::alongLink(m_graph, m_from, place);
        if (best != never)
            best -= m_from.walk + place.walk;
        double metres = best == never ? 0 : lengthAlong(place);
        for (const End& end : endsOf(place, false)) {
            const Time reached = m_reach.time(end.vertex);
            if (reached == never)
                continue;
            const Time time = access::sum(reached - m_from.walk, end.time);
            if (time < best) {
                best = time;
                metres = metresTo(end.vertex) + end.metres;
            }
        }
        return {best, metres};
    }

private:
    /// The parts of its link by which a place is left or reached, in both directions.
    [[nodiscard]] std::vector<End> endsOf(const access::Place& place, bool isOut) const
    {
        std::vector<End> ends;
        for (const std::uint32_t side : {0U, 1U}) {
            const std::uint32_t directed = 2 * place.link + side;
            const Time whole =
                side == 0 ? m_graph.forward(place.link) : m_graph.backward(place.link);
            if (whole == never)
                continue;
            const Time travelled = side == 0 ? place.ahead : place.behind;
            const Time part = isOut ? whole - travelled : travelled;
            const double metres = lengthOf(place.link, part, whole);
            if (isOut)
                ends.push_back({m_graph.headOf(directed), part, metres});
            else
                for (const std::uint32_t tail : m_graph.tailsOf(directed))
                    ends.push_back({tail, part, metres});
        }
        return ends;
    }

    [[nodiscard]] double lengthOf(std::uint32_t link, Time part, Time whole) const
    {
        return whole == 0 ? 0
                          : m_network.links().metres[link] * static_cast<double>(part) /
                                static_cast<double>(whole);
    }

    [[nodiscard]] double lengthAlong(const access::Place& place) const
    {
        const Time whole = m_graph.forward(place.link), back = m_graph.backward(place.link);
        if (whole != never && m_from.ahead <= place.ahead)
            return lengthOf(place.link, place.ahead - m_from.ahead, whole);
        return back == never ? 0 : lengthOf(place.link, place.behind - m_from.behind, back);
    }

    /// Follows the way back to where its length is known, then adds up.
    [[nodiscard]] double metresTo(std::uint32_t vertex)
    {
        std::vector<std::pair<std::uint32_t, double>> way; ///< vertices, and the link before each
        while (std::isnan(m_metres[vertex]) && way.size() < m_metres.size()) {
            const auto [tail, metres] = before(vertex);
            if (tail == vertex)
                break;
            way.emplace_back(vertex, metres);
            vertex = tail;
        }
        double metres = std::isnan(m_metres[vertex]) ? 0 : m_metres[vertex];
        for (; !way.empty(); way.pop_back()) {
            metres += way.back().second;
            m_metres[way.back().first] = metres;
        }
        return metres;
    }

    [[nodiscard]] std::pair<std::uint32_t, double> before(std::uint32_t vertex) const
    {
        const access::ArcRows& back = m_graph.back();
        for (std::uint32_t i = back.starts[vertex]; i < back.starts[vertex + 1]; ++i) {
            const access::Arc& arc = back.arcs[i];
            if (arc.time != never &&
                access::sum(m_reach.time(arc.head), arc.time) == m_reach.time(vertex) &&
                (arc.time != 0 || arc.head < vertex))
                return {arc.head, m_network.links().metres[m_graph.linksBack()[i] / 2]};
        }
        return {vertex, 0};
    }

    const access::RoadNetwork& m_network;
    const access::Graph& m_graph;
    const access::Place& m_from;
    access::Reach m_reach;
    std::vector<double> m_metres; ///< to each vertex, once it is known
};

} // namespace

trips::Roads roadsBetween(const access::RoadNetwork& network,
                          std::span<const access::Snapped> places, std::string name)
{
    const std::size_t count = places.size();
    trips::Roads roads{.name = std::move(name),
                       .seconds =
                           std::vector<trips::Seconds>(count * count, trips::Roads::unreachable),
                       .metres = std::vector<std::int32_t>(count * count, 0)};
    std::vector<std::uint32_t> until;
    for (const access::Snapped& place : places)
        for (const access::Seed& seed : place.place.in)
            until.push_back(seed.vertex);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t from) {
        roads.seconds[from * count + from] = 0;
        if (!places[from].onNetwork())
            return;
        WaysFrom ways(network, places[from].place, until);
        for (std::size_t to = 0; to < count; ++to) {
            if (to == from || !places[to].onNetwork())
                continue;
            const auto [time, metres] = ways.to(places[to].place);
            if (time == never)
                continue;
            roads.seconds[from * count + to] = static_cast<trips::Seconds>((time + 999ULL) / 1000);
            roads.metres[from * count + to] = static_cast<std::int32_t>(std::llround(metres));
        }
    });
    return roads;
}

} // namespace guatu::session
