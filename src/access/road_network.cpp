// SPDX-License-Identifier: MIT
#include "access/road_network.h"

#include "access/along_curve.h"
#include "access/road_rules.h"

#include <tbb/parallel_invoke.h>

#include <cmath>

namespace guatu::access
{
RoadNetwork::RoadNetwork(const RoadColumns& roads, const Travel& travel, const Means& means,
                         Season season, double tolerance, const HeightAt& height)
    : m_links(linksOf(roads.line, tolerance)),
      m_offRoadKmh(travel.offRoadKmh),
      m_limit(travel.offRoadLimit)
{
    tbb::parallel_invoke(
        [&] { m_graph = Graph(timedLinks(m_links, roads, travel, means, season, height)); },
        [&] { m_index = SegmentIndex(m_links.line); });
}

double RoadNetwork::fractionAt(const OnLine& on) const
{
    const double whole = m_links.metres[on.line];
    return whole > 0 ? std::min(1.0, on.along / whole) : 0;
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
        snapped.place = placeOn(m_graph, on.line, fractionAt(on), walkTo(on));
    return snapped;
}

Place RoadNetwork::placeNear(Point at) const
{
    const OnLine on = nearLine(at);
    return on.found() ? placeOn(m_graph, on.line, fractionAt(on), walkTo(on)) : Place{};
}

std::vector<Snapped> RoadNetwork::snapAll(std::span<const Point> places) const
{
    std::vector<Snapped> snapped(places.size());
    alongCurve(places, [&](std::size_t i) { snapped[i] = snap(places[i]); });
    return snapped;
}

} // namespace guatu::access
