// SPDX-License-Identifier: MIT
#include "access/road_rules.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace guatu::access
{
namespace
{

std::string_view valueOf(const std::vector<std::string>& column, std::size_t row)
{
    return row < column.size() ? std::string_view(column[row]) : std::string_view();
}

/// Links by the road they are of.
class LinksOfRoads
{
public:
    explicit LinksOfRoads(const RoadLinks& links)
    {
        for (std::uint32_t link = 0; link < links.size(); ++link)
            m_links.emplace(links.road[link], link);
    }
    template <class Visit>
    void visit(std::uint32_t road, const Visit& visit) const
    {
        for (auto [at, end] = m_links.equal_range(road); at != end; ++at)
            visit(at->second);
    }

private:
    std::multimap<std::uint32_t, std::uint32_t> m_links;
};

std::vector<TurnBan> bansOf(const RoadLinks& links, const RoadColumns& roads)
{
    std::vector<TurnBan> bans;
    if (std::ranges::all_of(roads.noTurns, &std::string::empty))
        return bans;
    std::map<std::string_view, std::uint32_t> rows;
    for (std::uint32_t road = 0; road < roads.code.size(); ++road)
        rows.emplace(roads.code[road], road);
    const LinksOfRoads of(links);
    const auto addAt = [&](std::uint32_t from, std::uint32_t node, std::uint32_t to) {
        if (links.from[to] == node || links.to[to] == node)
            bans.push_back({from, node, to});
    };
    for (std::uint32_t road = 0; road < roads.noTurns.size(); ++road)
        for (const std::string_view code : split(roads.noTurns[road], ',')) {
            const auto other = rows.find(trim(code));
            if (other == rows.end())
                continue;
            of.visit(road, [&](std::uint32_t from) {
                of.visit(other->second, [&](std::uint32_t to) {
                    addAt(from, links.from[from], to);
                    if (links.to[from] != links.from[from])
                        addAt(from, links.to[from], to);
                });
            });
        }
    return bans;
}

/// Metres on the level that take as long as the line, along it and against it.
std::pair<double, double> levelMetres(std::span<const Point> line, SlopeRule rule,
                                      const HeightAt& height)
{
    constexpr double longestPiece = 50;
    double ahead = 0, back = 0;
    for (std::size_t v = 0; v + 1 < line.size(); ++v) {
        const Point a = line[v], b = line[v + 1];
        const double whole = std::hypot(b.x - a.x, b.y - a.y);
        const auto pieces = static_cast<int>(std::ceil(whole / longestPiece));
        double from = height(a);
        for (int piece = 1; piece <= pieces; ++piece) {
            const double share = static_cast<double>(piece) / pieces, metres = whole / pieces;
            const double to = height({std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)});
            const double slope = std::isnan(to - from) ? 0 : (to - from) / metres;
            ahead += metres / slopeFactor(rule, slope);
            back += metres / slopeFactor(rule, -slope);
            from = to;
        }
    }
    return {ahead, back};
}

} // namespace

Directions directionsOf(const RoadColumns& roads, std::size_t road, const Travel& travel,
                        const Means& means)
{
    const std::string_view state = valueOf(roads.state, road);
    if (!state.empty() &&
        std::ranges::find(travel.closedStates, state) != travel.closedStates.end())
        return {false, false};
    const std::string_view way = valueOf(roads.oneWay, road);
    if (!means.oneWays)
        return {};
    return {way != "backward", way != "forward"};
}

LinkTable timedLinks(const RoadLinks& links, const RoadColumns& roads, const Travel& travel,
                     const Means& means, Season season, const HeightAt& height)
{
    LinkTable table{.nodes = links.nodes, .from = links.from, .to = links.to};
    table.forward.reserve(links.size());
    table.backward.reserve(links.size());
    std::vector<double> speeds(roads.line.size());
    std::vector<Directions> directions(roads.line.size());
    for (std::size_t road = 0; road < roads.line.size(); ++road) {
        speeds[road] = speedOn(means, season, roads.roadClass[road], roads.surface[road]);
        directions[road] = directionsOf(roads, road, travel, means);
    }
    for (std::size_t link = 0; link < links.size(); ++link) {
        const std::uint32_t road = links.road[link];
        const double metres = links.metres[link];
        const auto [ahead, back] = height && means.slope != SlopeRule::None
                                       ? levelMetres(links.line.part(link, 0), means.slope, height)
                                       : std::pair(metres, metres);
        table.forward.push_back(directions[road].forward ? timeFor(ahead, speeds[road]) : never);
        table.backward.push_back(directions[road].backward ? timeFor(back, speeds[road]) : never);
    }
    if (means.oneWays)
        table.bans = bansOf(links, roads);
    return table;
}

} // namespace guatu::access
