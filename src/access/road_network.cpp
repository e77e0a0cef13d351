// SPDX-License-Identifier: MIT
#include "access/road_network.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu::access
{
namespace
{

LinkTable timed(const RoadLinks& links, const RoadColumns& roads, const Means& means, Season season)
{
    LinkTable table{.nodes = links.nodes, .from = links.from, .to = links.to};
    table.forward.reserve(links.size());
    for (std::size_t link = 0; link < links.size(); ++link) {
        const std::uint32_t road = links.road[link];
        table.forward.push_back(
            timeFor(links.metres[link],
                    speedOn(means, season, roads.roadClass[road], roads.surface[road])));
    }
    table.backward = table.forward;
    return table;
}

} // namespace

RoadNetwork::RoadNetwork(const RoadColumns& roads, const Travel& travel, const Means& means,
                         Season season, double tolerance)
    : m_links(linksOf(roads.line, tolerance)),
      m_graph(timed(m_links, roads, means, season)),
      m_index(m_links.line),
      m_offRoadKmh(travel.offRoadKmh),
      m_limit(travel.offRoadLimit)
{
}

double RoadNetwork::fractionAt(const OnLine& on) const
{
    const auto vertices = m_links.line.part(on.line, 0);
    double before = 0;
    for (std::uint32_t v = 0; v < on.vertex; ++v)
        before += std::hypot(vertices[v + 1].x - vertices[v].x, vertices[v + 1].y - vertices[v].y);
    const Point from = vertices[on.vertex], to = vertices[on.vertex + 1];
    before += on.share * std::hypot(to.x - from.x, to.y - from.y);
    const double whole = m_links.metres[on.line];
    return whole > 0 ? std::min(1.0, before / whole) : 0;
}

Snapped RoadNetwork::snap(Point at) const
{
    const OnLine on = m_index.nearest(at, std::numeric_limits<double>::infinity());
    Snapped snapped{.place = {}, .distance = on.distance, .at = on.at};
    if (on.found() && on.distance <= m_limit)
        snapped.place =
            placeOn(m_graph, on.line, fractionAt(on), timeFor(on.distance, m_offRoadKmh));
    return snapped;
}

std::vector<Snapped> RoadNetwork::snapAll(std::span<const Point> places) const
{
    std::vector<Snapped> snapped(places.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), 1024),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i)
                              snapped[i] = snap(places[i]);
                      });
    return snapped;
}

} // namespace guatu::access
