// SPDX-License-Identifier: MIT
#include "access/road_network.h"

#include "access/road_rules.h"
#include "core/curve_order.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu::access
{
namespace
{

/// Calls visit(number) for all, on all processors. Places near each other come one after the other
/// and find what they need in the processor's cache.
void alongCurve(std::span<const Point> places, const auto& visit)
{
    const auto order = curveOrder(places);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), 1024),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i)
                              visit(order[i]);
                      });
}

std::vector<double> metresAlong(const GeometryColumn& lines)
{
    std::vector<double> along(lines.vertices().size());
    for (std::size_t line = 0; line < lines.size(); ++line)
        for (std::size_t p = 0; p < lines.partCount(line); ++p) {
            const auto vertices = lines.part(line, p);
            double* here = along.data() + (vertices.data() - lines.vertices().data());
            for (std::size_t v = 1; v < vertices.size(); ++v)
                here[v] = here[v - 1] + std::hypot(vertices[v].x - vertices[v - 1].x,
                                                   vertices[v].y - vertices[v - 1].y);
        }
    return along;
}

} // namespace

RoadNetwork::RoadNetwork(const RoadColumns& roads, const Travel& travel, const Means& means,
                         Season season, double tolerance, const HeightAt& height)
    : m_links(linksOf(roads.line, tolerance)),
      m_graph(timedLinks(m_links, roads, travel, means, season, height)),
      m_index(m_links.line),
      m_along(metresAlong(m_links.line)),
      m_offRoadKmh(travel.offRoadKmh),
      m_limit(travel.offRoadLimit)
{
}

double RoadNetwork::fractionAt(const OnLine& on) const
{
    const auto vertices = m_links.line.part(on.line, 0);
    const double* along = m_along.data() + (vertices.data() - m_links.line.vertices().data());
    const double before = std::lerp(along[on.vertex], along[on.vertex + 1], on.share);
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
    alongCurve(places, [&](std::size_t i) { snapped[i] = snap(places[i]); });
    return snapped;
}

std::vector<Found> nearestByRoad(const RoadNetwork& network, const Nearest& nearest,
                                 std::span<const Point> places)
{
    std::vector<Found> found(places.size());
    alongCurve(places, [&](std::size_t i) { found[i] = nearest.of(network.placeNear(places[i])); });
    return found;
}

} // namespace guatu::access
