// SPDX-License-Identifier: MIT
#include "access/isochrone.h"

#include "access/contour.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace guatu::access
{
namespace
{

constexpr double mostCrossings = 2e6;
constexpr int pieces = 64; ///< in which a link is looked at

/// The box of the roads that are reached within a time: those with an end that is, and those that
/// a facility stands on.
Box reachedBox(const RoadNetwork& network, const Nearest& nearest, Time within)
{
    const Graph& graph = network.graph();
    std::vector<std::uint8_t> reached(graph.nodeCount());
    for (std::uint32_t node = 0; node < reached.size(); ++node)
        reached[node] = nearest.of(placeAt(graph, node)).time <= within ? 1 : 0;
    Box box;
    for (std::uint32_t link = 0; link < graph.linkCount(); ++link)
        if (reached[graph.links().from[link]] != 0 || reached[graph.links().to[link]] != 0)
            box.add(network.links().line.box(link));
    for (const Place& facility : nearest.facilities())
        if (facility.link != noLink)
            box.add(network.links().line.box(facility.link));
    return box;
}

/// Over the box, with room for the ways on foot.
Lattice latticeOver(const RoadNetwork& network, const Box& box, double cell)
{
    Lattice lattice;
    if (box.empty())
        return lattice;
    const Box around = box.grown(network.offRoadLimit() + cell);
    lattice.cell = std::max(cell, std::sqrt(around.width() * around.height() / mostCrossings));
    lattice.origin = {around.minX, around.minY};
    lattice.columns = static_cast<int>(around.width() / lattice.cell) + 2;
    lattice.rows = static_cast<int>(around.height() / lattice.cell) + 2;
    lattice.values.resize(static_cast<std::size_t>(lattice.columns) *
                          static_cast<std::size_t>(lattice.rows));
    return lattice;
}

std::size_t bandOf(Time time, std::span<const Time> limits)
{
    return static_cast<std::size_t>(
        std::ranges::find_if(limits, [&](Time limit) { return time <= limit; }) - limits.begin());
}

/// Cuts one link where its band changes.
class LinkCutter
{
public:
    LinkCutter(const RoadNetwork& network, const Nearest& nearest, std::span<const Time> limits)
        : m_network(network), m_nearest(nearest), m_limits(limits)
    {
    }

    void cut(std::uint32_t link, ColouredNetwork& made) const
    {
        double from = 0;
        std::size_t band = bandAt(link, 0);
        for (int piece = 1; piece <= pieces; ++piece) {
            const double end = static_cast<double>(piece) / pieces;
            const std::size_t next = bandAt(link, end);
            if (next == band && piece < pieces)
                continue;
            const double at = next == band ? end : border(link, end - 1.0 / pieces, end, band);
            add(link, from, at, band, made);
            from = at;
            if (next != band && piece == pieces && at < 1)
                add(link, at, 1, next, made);
            band = next;
        }
    }

private:
    [[nodiscard]] Time timeAt(std::uint32_t link, double share) const
    {
        return m_nearest.of(placeOn(m_network.graph(), link, share)).time;
    }
    [[nodiscard]] std::size_t bandAt(std::uint32_t link, double share) const
    {
        return bandOf(timeAt(link, share), m_limits);
    }
    /// Where the band ends between two shares, by halving.
    [[nodiscard]] double border(std::uint32_t link, double low, double high, std::size_t band) const
    {
        for (int i = 0; i < 12; ++i) {
            const double middle = (low + high) / 2;
            (bandAt(link, middle) == band ? low : high) = middle;
        }
        return (low + high) / 2;
    }
    void add(std::uint32_t link, double from, double to, std::size_t band,
             ColouredNetwork& made) const
    {
        if (!(to > from))
            return;
        made.link.push_back(link);
        made.band.push_back(band);
        made.time.push_back(timeAt(link, (from + to) / 2));
        made.line.addPart(m_network.stretch(link, from, to));
        made.line.endFeature();
    }

    const RoadNetwork& m_network;
    const Nearest& m_nearest;
    std::span<const Time> m_limits;
};

} // namespace

GeometryColumn isochroneAreas(const RoadNetwork& network, const Nearest& nearest,
                              std::span<const Time> limits, double cell)
{
    const Time longest = limits.empty() ? 0 : *std::ranges::max_element(limits);
    Lattice lattice = latticeOver(network, reachedBox(network, nearest, longest), cell);
    tbb::parallel_for(0, lattice.rows, [&](int row) {
        for (int column = 0; column < lattice.columns; ++column) {
            const Time time = nearest.of(network.placeNear(lattice.place(column, row))).time;
            lattice
                .values[static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice.columns) +
                        static_cast<std::size_t>(column)] =
                time == never ? INFINITY : static_cast<double>(time);
        }
    });
    GeometryColumn areas(GeometryType::Polygon);
    for (const Time limit : limits)
        addAreaWithin(lattice, limit, areas);
    return areas;
}

ColouredNetwork colouredNetwork(const RoadNetwork& network, const Nearest& nearest,
                                std::span<const Time> limits)
{
    ColouredNetwork made;
    const LinkCutter cutter(network, nearest, limits);
    const Graph& graph = network.graph();
    for (std::uint32_t link = 0; link < graph.linkCount(); ++link)
        if (graph.forward(link) != never || graph.backward(link) != never)
            cutter.cut(link, made);
    return made;
}

} // namespace guatu::access
