// SPDX-License-Identifier: MIT
#include "access/road_links.h"

#include "core/point_grid.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <tuple>

namespace guatu::access
{
namespace
{

/// One part of a line feature.
struct Chain {
    std::uint32_t road;
    std::span<const Point> vertices;
};

/// Where a chain is cut: behind `vertex`, at a share of the piece that follows.
struct Cut {
    std::uint32_t vertex;
    double share;
    std::uint32_t node;
};

std::vector<Chain> chainsOf(const GeometryColumn& lines)
{
    std::vector<Chain> chains;
    for (std::uint32_t road = 0; road < lines.size(); ++road)
        for (std::size_t p = 0; p < lines.partCount(road); ++p) {
            const auto part = lines.part(road, p);
            if (part.size() > 1 && std::ranges::all_of(part, &Point::valid))
                chains.push_back({road, part});
        }
    return chains;
}

/// The lowest point of those that belong together (union by lowest number).
class Groups
{
public:
    explicit Groups(std::size_t count) : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }
    std::uint32_t of(std::uint32_t item)
    {
        while (m_parent[item] != item)
            item = m_parent[item] = m_parent[m_parent[item]];
        return item;
    }
    void join(std::uint32_t a, std::uint32_t b)
    {
        a = of(a);
        b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

/// The node of each end, two a chain; a node stands at the first of its ends.
std::vector<std::uint32_t> nodesOfEnds(const std::vector<Chain>& chains, double tolerance,
                                       std::vector<Point>& nodes)
{
    std::vector<Point> ends;
    for (const Chain& chain : chains) {
        ends.push_back(chain.vertices.front());
        ends.push_back(chain.vertices.back());
    }
    const PointGrid grid(ends);
    Groups groups(ends.size());
    for (std::uint32_t end = 0; end < ends.size(); ++end)
        grid.anyWithin(ends[end], tolerance, [&](std::uint32_t other, double) {
            groups.join(end, other);
            return false;
        });
    std::vector<std::uint32_t> number(ends.size());
    for (std::uint32_t end = 0; end < ends.size(); ++end) {
        const std::uint32_t first = groups.of(end);
        if (first == end) {
            number[end] = static_cast<std::uint32_t>(nodes.size());
            nodes.push_back(ends[end]);
        } else {
            number[end] = number[first];
        }
    }
    return number;
}

/// Where a node is nearest to a chain.
struct Touch {
    Cut cut;
    double distance = 0;
};

/// Takes the nodes within the tolerance of a piece that do not end its chain.
void touchPiece(const PointGrid& grid, const std::vector<Point>& nodes, const Chain& chain,
                std::uint32_t vertex, double tolerance, std::vector<Touch>& touches)
{
    const Point a = chain.vertices[vertex], b = chain.vertices[vertex + 1];
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    grid.anyWithin({(a.x + b.x) / 2, (a.y + b.y) / 2}, std::sqrt(squared) / 2 + tolerance,
                   [&](std::uint32_t node, double) {
                       const Point p = nodes[node];
                       const double along = (p.x - a.x) * dx + (p.y - a.y) * dy;
                       const double share = squared > 0 ? std::clamp(along / squared, 0.0, 1.0) : 0;
                       const double distance =
                           std::hypot(a.x + share * dx - p.x, a.y + share * dy - p.y);
                       if (distance <= tolerance)
                           touches.push_back({{vertex, share, node}, distance});
                       return false;
                   });
}

/// Cuts of chains at the nodes that they pass, each at the nearest point of the chain.
std::vector<std::vector<Cut>> cutsOf(const std::vector<Chain>& chains,
                                     const std::vector<std::uint32_t>& ends,
                                     const std::vector<Point>& nodes, double tolerance)
{
    const PointGrid grid(nodes);
    std::vector<std::vector<Cut>> cuts(chains.size());
    tbb::parallel_for(std::size_t{0}, chains.size(), [&](std::size_t c) {
        std::vector<Touch> touches;
        for (std::uint32_t v = 0; v + 1 < chains[c].vertices.size(); ++v)
            touchPiece(grid, nodes, chains[c], v, tolerance, touches);
        std::erase_if(touches, [&](const Touch& touch) {
            return touch.cut.node == ends[2 * c] || touch.cut.node == ends[2 * c + 1];
        });
        std::ranges::sort(touches, [](const Touch& a, const Touch& b) {
            return std::tie(a.cut.node, a.distance, a.cut.vertex) <
                   std::tie(b.cut.node, b.distance, b.cut.vertex);
        });
        for (const Touch& touch : touches)
            if (cuts[c].empty() || cuts[c].back().node != touch.cut.node)
                cuts[c].push_back(touch.cut);
        std::ranges::sort(cuts[c], [](const Cut& a, const Cut& b) {
            return std::tie(a.vertex, a.share, a.node) < std::tie(b.vertex, b.share, b.node);
        });
    });
    return cuts;
}

double lengthOf(std::span<const Point> vertices)
{
    double metres = 0;
    for (std::size_t v = 0; v + 1 < vertices.size(); ++v)
        metres += std::hypot(vertices[v + 1].x - vertices[v].x, vertices[v + 1].y - vertices[v].y);
    return metres;
}

void addLink(RoadLinks& links, std::uint32_t road, std::uint32_t from, std::uint32_t to,
             std::span<const Point> vertices)
{
    links.from.push_back(from);
    links.to.push_back(to);
    links.road.push_back(road);
    links.metres.push_back(lengthOf(vertices));
    links.line.addPart(vertices);
    links.line.endFeature();
}

} // namespace

RoadLinks linksOf(const GeometryColumn& lines, double tolerance)
{
    RoadLinks links;
    const auto chains = chainsOf(lines);
    const auto ends = nodesOfEnds(chains, tolerance, links.nodes);
    const auto cuts = cutsOf(chains, ends, links.nodes, tolerance);
    for (std::size_t c = 0; c < chains.size(); ++c) {
        const auto vertices = chains[c].vertices;
        if (cuts[c].empty()) {
            addLink(links, chains[c].road, ends[2 * c], ends[2 * c + 1], vertices);
            continue;
        }
        std::vector<Point> run{vertices.front()};
        std::uint32_t from = ends[2 * c], vertex = 0;
        for (const Cut& cut : cuts[c]) {
            for (; vertex < cut.vertex; ++vertex)
                run.push_back(vertices[vertex + 1]);
            run.push_back(links.nodes[cut.node]);
            addLink(links, chains[c].road, from, cut.node, run);
            run = {links.nodes[cut.node]};
            from = cut.node;
        }
        for (; vertex + 1 < vertices.size(); ++vertex)
            run.push_back(vertices[vertex + 1]);
        addLink(links, chains[c].road, from, ends[2 * c + 1], run);
    }
    return links;
}

} // namespace guatu::access
