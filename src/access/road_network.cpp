// SPDX-License-Identifier: MIT
#include "access/road_network.h"

#include "access/road_rules.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu::access
{
RoadNetwork::RoadNetwork(const RoadColumns& roads, const Travel& travel, const Means& means,
                         Season season, double tolerance, const HeightAt& height)
    : m_links(linksOf(roads.line, tolerance)),
      m_graph(timedLinks(m_links, roads, travel, means, season, height)),
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

std::vector<Point> RoadNetwork::stretch(std::uint32_t link, double from, double to) const
{
    const auto vertices = m_links.line.part(link, 0);
    const double begin = from * m_links.metres[link], end = to * m_links.metres[link];
    std::vector<Point> line;
    double before = 0;
    for (std::size_t v = 0; v + 1 < vertices.size(); ++v) {
        const Point a = vertices[v], b = vertices[v + 1];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const auto at = [&](double metres) {
            const double share = length > 0 ? (metres - before) / length : 0;
            return Point{std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)};
        };
        if (line.empty() && before + length >= begin)
            line.push_back(at(begin));
        if (!line.empty() && before + length >= end) {
            line.push_back(at(end));
            return line;
        }
        if (!line.empty())
            line.push_back(b);
        before += length;
    }
    if (line.size() < 2)
        line = {vertices.front(), vertices.back()};
    return line;
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

Place RoadNetwork::placeNear(Point at) const
{
    const OnLine on = m_index.nearest(at, m_limit);
    return on.found()
               ? placeOn(m_graph, on.line, fractionAt(on), timeFor(on.distance, m_offRoadKmh))
               : Place{};
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
