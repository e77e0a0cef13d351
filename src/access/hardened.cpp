// SPDX-License-Identifier: MIT
#include "access/hardened.h"

#include "access/road_check.h"

#include <algorithm>
#include <limits>

namespace guatu::access
{
namespace
{

GeometryColumn linesOf(const RoadColumns& roads, std::span<const std::string> surfaces,
                       bool unknownToo)
{
    GeometryColumn lines(GeometryType::Line);
    for (std::size_t road = 0; road < roads.line.size(); ++road) {
        const std::string& surface = roads.surface[road];
        const bool counts =
            surface.empty() ? unknownToo : std::ranges::find(surfaces, surface) != surfaces.end();
        for (std::size_t part = 0; counts && part < roads.line.partCount(road); ++part)
            lines.addPart(roads.line.part(road, part));
        lines.endFeature();
    }
    return lines;
}

} // namespace

HardenedRoads::HardenedRoads(const RoadColumns& roads, std::span<const std::string> surfaces,
                             bool unknownToo, double tolerance)
    : m_links(linksOf(linesOf(roads, surfaces, unknownToo), tolerance)),
      m_parts(partsOf(m_links)),
      m_index(m_links.line)
{
}

double HardenedRoads::metresTo(Point at) const
{
    return m_index.nearest(at, std::numeric_limits<double>::infinity()).distance;
}

std::vector<std::uint32_t> HardenedRoads::partsNear(Point at, double metres) const
{
    std::vector<std::uint32_t> parts;
    for (const OnLine& on : m_index.within(at, metres))
        parts.push_back(m_parts[on.line]);
    std::ranges::sort(parts);
    return parts;
}

bool HardenedRoads::joined(Point a, Point b, double metres) const
{
    const auto here = partsNear(a, metres), there = partsNear(b, metres);
    return std::ranges::any_of(
        here, [&](std::uint32_t part) { return std::ranges::binary_search(there, part); });
}

} // namespace guatu::access
