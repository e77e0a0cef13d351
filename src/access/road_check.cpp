// SPDX-License-Identifier: MIT
#include "access/road_check.h"

#include "access/segment_index.h"
#include "core/point_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace guatu::access
{
namespace
{

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Where two straight pieces cross between their ends (by the signs of the four turns).
std::optional<Point> crossing(Point a, Point b, Point c, Point d)
{
    const auto turn = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    const double abc = turn(a, b, c), abd = turn(a, b, d);
    const double cda = turn(c, d, a), cdb = turn(c, d, b);
    if ((abc > 0) == (abd > 0) || (cda > 0) == (cdb > 0) || abc == abd)
        return std::nullopt;
    const double share = cda / (cda - cdb);
    return Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

class Checker
{
public:
    Checker(const RoadColumns& roads, const RoadLinks& links, std::span<const Point> settled,
            const RoadCheckOptions& options)
        : m_roads(roads),
          m_links(links),
          m_options(options),
          m_settled(settled),
          m_nodes(links.nodes),
          m_index(links.line),
          m_degree(links.nodes.size()),
          m_linkAt(links.nodes.size(), 0)
    {
        for (std::uint32_t link = 0; link < links.size(); ++link)
            for (const std::uint32_t node : {links.from[link], links.to[link]}) {
                ++m_degree[node];
                m_linkAt[node] = link;
            }
    }

    std::vector<RoadFinding> run()
    {
        checkEnds();
        checkCrossings();
        checkDuplicates();
        checkOneWays();
        checkIslands();
        std::ranges::stable_sort(
            m_found, {}, [](const RoadFinding& f) { return std::tuple(f.flaw, f.road, f.other); });
        name();
        return std::move(m_found);
    }

private:
    void checkEnds();
    void checkEnd(std::uint32_t node);
    void checkCrossings();
    void checkDuplicates();
    void checkOneWays();
    void checkIslands();
    void name();
    [[nodiscard]] bool closed(std::uint32_t road) const
    {
        return road < m_roads.state.size() &&
               std::ranges::find(m_options.closedStates, m_roads.state[road]) !=
                   m_options.closedStates.end();
    }
    [[nodiscard]] bool runsAlong(std::uint32_t link, std::uint32_t other) const;
    [[nodiscard]] std::string_view wayOf(std::uint32_t road) const
    {
        return road < m_roads.oneWay.size() ? std::string_view(m_roads.oneWay[road])
                                            : std::string_view();
    }

    const RoadColumns& m_roads;
    const RoadLinks& m_links;
    const RoadCheckOptions& m_options;
    PointGrid m_settled, m_nodes;
    SegmentIndex m_index;
    std::vector<std::uint32_t> m_degree, m_linkAt; ///< of each node; a link that ends there
    std::set<std::uint32_t> m_met; ///< ends that another end is to be moved to already
    std::vector<RoadFinding> m_found;
};

void Checker::checkEnds()
{
    for (std::uint32_t node = 0; node < m_links.nodes.size(); ++node)
        if (m_degree[node] == 1 && !closed(m_links.road[m_linkAt[node]]))
            checkEnd(node);
}

void Checker::checkEnd(std::uint32_t node)
{
    const std::uint32_t link = m_linkAt[node];
    const Point at = m_links.nodes[node];
    RoadFinding found{.road = m_links.road[link], .at = at};
    for (const PointGrid::Found& near : m_nodes.nearest(at, 4, m_options.reach)) {
        const std::uint32_t there = near.item;
        if (there == m_links.from[link] || there == m_links.to[link])
            continue;
        if (m_met.contains(node))
            return; // the other end comes here
        found.flaw = RoadFlaw::NearEnd;
        found.mend = Mend::Snap;
        found.other = m_links.road[m_linkAt[there]];
        found.to = m_links.nodes[there];
        found.metres = near.distance;
        m_met.insert(there);
        m_found.push_back(found);
        return;
    }
    std::optional<OnLine> nearest;
    for (const OnLine& on : m_index.within(at, m_options.reach))
        if (on.line != link && m_links.road[on.line] != found.road &&
            (!nearest || on.distance < nearest->distance))
            nearest = on;
    if (nearest) {
        found.flaw = RoadFlaw::NearLine;
        found.mend = Mend::Join;
        found.other = m_links.road[nearest->line];
        found.to = nearest->at;
        found.metres = nearest->distance;
        m_found.push_back(found);
    } else if (m_settled.nearest(at, 1, m_options.settledWithin).empty()) {
        found.flaw = RoadFlaw::DeadEnd;
        found.metres = m_links.metres[link];
        m_found.push_back(found);
    }
}

void Checker::checkCrossings()
{
    std::set<std::tuple<std::uint32_t, std::uint32_t, long long, long long>> seen;
    m_index.visitPairs(
        [&](std::uint32_t link, std::uint32_t v, std::uint32_t other, std::uint32_t w) {
            const std::uint32_t road = m_links.road[link], second = m_links.road[other];
            if (link == other || road == second || closed(road) || closed(second))
                return;
            const auto a = m_links.line.part(link, 0), b = m_links.line.part(other, 0);
            const auto at = crossing(a[v], a[v + 1], b[w], b[w + 1]);
            if (!at)
                return;
            // Roads that meet in a node may overlap by a hair beside it.
            for (const std::uint32_t node : {m_links.from[link], m_links.to[link]})
                if ((node == m_links.from[other] || node == m_links.to[other]) &&
                    distance(*at, m_links.nodes[node]) <= m_options.same)
                    return;
            const auto pair = std::minmax(road, second);
            if (!seen.insert({pair.first, pair.second, std::llround(at->x), std::llround(at->y)})
                     .second)
                return;
            m_found.push_back({.flaw = RoadFlaw::Crossing,
                               .mend = Mend::Split,
                               .road = pair.first,
                               .other = pair.second,
                               .at = *at,
                               .to = *at});
        });
}

/// Whether every vertex of each lies on the other.
bool Checker::runsAlong(std::uint32_t link, std::uint32_t other) const
{
    const auto near = [&](std::uint32_t from, std::uint32_t to) {
        return std::ranges::all_of(m_links.line.part(from, 0), [&](Point p) {
            return std::ranges::any_of(m_index.within(p, m_options.same),
                                       [&](const OnLine& on) { return on.line == to; });
        });
    };
    return near(link, other) && near(other, link);
}

void Checker::checkDuplicates()
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> between;
    std::vector<std::size_t> linksOf(m_roads.line.size());
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        ++linksOf[m_links.road[link]];
        if (!closed(m_links.road[link]))
            between[std::minmax(m_links.from[link], m_links.to[link])].push_back(link);
    }
    for (const auto& [nodes, links] : between)
        for (std::size_t later = 1; later < links.size(); ++later)
            for (std::size_t first = 0; first < later; ++first) {
                const std::uint32_t kept = links[first], twin = links[later];
                if (!runsAlong(kept, twin))
                    continue;
                // Only a road that is nothing else can go as a whole.
                const bool whole =
                    linksOf[m_links.road[twin]] == 1 && m_links.road[twin] != m_links.road[kept];
                m_found.push_back({.flaw = RoadFlaw::Duplicate,
                                   .mend = whole ? Mend::Remove : Mend::None,
                                   .road = m_links.road[twin],
                                   .other = m_links.road[kept],
                                   .at = m_links.nodes[m_links.from[twin]],
                                   .metres = m_links.metres[twin]});
                break;
            }
}

void Checker::checkOneWays()
{
    std::vector<std::uint8_t> in(m_links.nodes.size()), out(m_links.nodes.size());
    std::vector<std::uint32_t> rule(m_links.nodes.size(), noRoad);
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        const std::uint32_t road = m_links.road[link];
        if (closed(road))
            continue;
        const std::string_view way = wayOf(road);
        const std::uint32_t from = m_links.from[link], to = m_links.to[link];
        if (way != "backward")
            out[from] = in[to] = 1;
        if (way != "forward")
            in[from] = out[to] = 1;
        if (way == "forward" || way == "backward")
            rule[from] = rule[to] = road;
    }
    for (std::uint32_t node = 0; node < m_links.nodes.size(); ++node)
        if (rule[node] != noRoad && in[node] != out[node])
            m_found.push_back({.flaw = RoadFlaw::OneWay,
                               .mend = Mend::TwoWay,
                               .road = rule[node],
                               .at = m_links.nodes[node]});
}

void Checker::checkIslands()
{
    const auto parts = partsOf(m_links);
    std::map<std::uint32_t, RoadFinding> islands;
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        if (parts[link] == 0)
            continue;
        RoadFinding& island =
            islands
                .try_emplace(parts[link], RoadFinding{.flaw = RoadFlaw::Island,
                                                      .road = m_links.road[link],
                                                      .at = m_links.nodes[m_links.from[link]]})
                .first->second;
        ++island.links;
        island.metres += m_links.metres[link];
    }
    for (auto& [part, island] : islands)
        m_found.push_back(std::move(island));
}

void Checker::name()
{
    std::map<std::string, int> used;
    for (RoadFinding& found : m_found) {
        const auto code = [&](std::uint32_t road) {
            return road < m_roads.code.size() ? m_roads.code[road] : std::to_string(road);
        };
        found.id = std::string(toString(found.flaw)) + ":" + code(found.road);
        if (found.other != noRoad)
            found.id += "+" + code(found.other);
        if (const int again = ++used[found.id]; again > 1)
            found.id += "~" + std::to_string(again);
    }
}

} // namespace

std::string_view toString(RoadFlaw flaw)
{
    constexpr std::array<std::string_view, 7> words{
        "near_end", "near_line", "crossing", "duplicate", "one_way", "dead_end", "island"};
    return words[static_cast<std::size_t>(flaw)];
}

std::string_view toString(Mend mend)
{
    constexpr std::array<std::string_view, 6> words{"none",  "snap",   "join",
                                                    "split", "remove", "two_way"};
    return words[static_cast<std::size_t>(mend)];
}

std::vector<RoadFinding> checkRoads(const RoadColumns& roads, const RoadLinks& links,
                                    std::span<const Point> settled, const RoadCheckOptions& options)
{
    return Checker(roads, links, settled, options).run();
}

std::vector<std::uint32_t> partsOf(const RoadLinks& links)
{
    std::vector<std::uint32_t> parent(links.nodes.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto find = [&](std::uint32_t node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    for (std::size_t link = 0; link < links.size(); ++link)
        parent[find(links.to[link])] = find(links.from[link]);
    std::map<std::uint32_t, std::pair<std::size_t, std::uint32_t>> sizes; // (links, first link)
    for (std::uint32_t link = 0; link < links.size(); ++link)
        ++sizes.try_emplace(find(links.from[link]), 0, link).first->second.first;
    std::vector<std::pair<std::pair<std::size_t, std::uint32_t>, std::uint32_t>> order;
    for (const auto& [root, size] : sizes)
        order.push_back({size, root});
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.first.first != b.first.first ? a.first.first > b.first.first
                                              : a.first.second < b.first.second;
    });
    std::map<std::uint32_t, std::uint32_t> number;
    for (const auto& [size, root] : order)
        number.emplace(root, static_cast<std::uint32_t>(number.size()));
    std::vector<std::uint32_t> parts(links.size());
    for (std::uint32_t link = 0; link < links.size(); ++link)
        parts[link] = number.at(find(links.from[link]));
    return parts;
}

} // namespace guatu::access
