// SPDX-License-Identifier: MIT
#include "access/nearest_by_road.h"

#include "access/along_curve.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace guatu::access
{
namespace
{

/// All that a place on a link needs to know of it, side by side: a million places that each look
/// into the graph's own columns would wait for memory most of the time.
struct Way {
    std::uint64_t ahead = Reach::unreached;  ///< least label beyond the end of the line
    std::uint64_t behind = Reach::unreached; ///< the same at its start, against the line
    Time forward = never, backward = never;  ///< along the whole link
};

class Ways
{
public:
    Ways(const RoadNetwork& network, const Nearest& nearest)
        : m_network(network), m_nearest(nearest), m_ways(network.graph().linkCount())
    {
        const auto links = static_cast<std::uint32_t>(m_ways.size());
        tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, links, 1024),
                          [&](const tbb::blocked_range<std::uint32_t>& range) {
                              for (std::uint32_t link = range.begin(); link < range.end(); ++link)
                                  m_ways[link] = wayOf(link);
                          });
    }

    [[nodiscard]] Found of(Point at) const
    {
        const OnLine on = m_network.nearLine(at);
        if (!on.found())
            return {};
        const double fraction = m_network.fractionAt(on);
        const Time walk = m_network.walkTo(on);
        if (m_nearest.standsOn(on.line))
            return m_nearest.of(placeOn(m_network.graph(), on.line, fraction, walk));
        const Way& way = m_ways[on.line];
        const bool to = m_nearest.sense() == Sense::To;
        const auto side = [&](std::uint64_t label, Time whole, double share) {
            if (label == Reach::unreached || whole == never)
                return Reach::unreached;
            const Time travelled = partOf(whole, share);
            const Time rest = sum(to ? whole - travelled : travelled, walk);
            const Time time = sum(static_cast<Time>(label >> 32U), rest);
            return time == never ? Reach::unreached
                                 : Reach::labelOf(time, static_cast<std::uint32_t>(label));
        };
        const std::uint64_t best = std::min(side(way.ahead, way.forward, fraction),
                                            side(way.behind, way.backward, 1 - fraction));
        if (best == Reach::unreached)
            return {};
        return {static_cast<std::uint32_t>(best), static_cast<Time>(best >> 32U)};
    }

private:
    [[nodiscard]] Way wayOf(std::uint32_t link) const
    {
        const Graph& graph = m_network.graph();
        return {labelAt(2 * link), labelAt(2 * link + 1), graph.forward(link),
                graph.backward(link)};
    }

    /// The label at the end of a directed link, or the least from which it may be taken.
    [[nodiscard]] std::uint64_t labelAt(std::uint32_t directed) const
    {
        const Graph& graph = m_network.graph();
        if (m_nearest.sense() == Sense::To)
            return m_nearest.reach().label(graph.headOf(directed));
        std::uint64_t least = Reach::unreached;
        graph.visitTails(directed, [&](std::uint32_t tail) {
            least = std::min(least, m_nearest.reach().label(tail));
        });
        return least;
    }

    const RoadNetwork& m_network;
    const Nearest& m_nearest;
    std::vector<Way> m_ways;
};

} // namespace

std::vector<Found> nearestByRoad(const RoadNetwork& network, const Nearest& nearest,
                                 std::span<const Point> places)
{
    std::vector<Found> found(places.size());
    const Ways ways(network, nearest);
    alongCurve(places, [&](std::size_t i) { found[i] = ways.of(places[i]); });
    return found;
}

} // namespace guatu::access
