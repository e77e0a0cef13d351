// SPDX-License-Identifier: MIT
#include "access/road_links.h"

#include "core/point_grid.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

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

/// Pairs of points that are within a distance of each other, each once.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairsWithin(const std::vector<Point>& points,
                                                                 double distance)
{
    using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    const PointGrid grid(points);
    tbb::enumerable_thread_specific<Pairs> found;
    tbb::parallel_for(
        tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(points.size()), 4096),
        [&](const tbb::blocked_range<std::uint32_t>& range) {
            Pairs& own = found.local();
            for (std::uint32_t i = range.begin(); i < range.end(); ++i)
                grid.anyWithin(points[i], distance, [&](std::uint32_t j, double) {
                    if (i < j)
                        own.emplace_back(i, j);
                    return false;
                });
        });
    Pairs all;
    for (const Pairs& own : found)
        all.insert(all.end(), own.begin(), own.end());
    return all;
}

/// The node of each end, two a chain; a node stands at the first of its ends.
std::vector<std::uint32_t> nodesOfEnds(const std::vector<Chain>& chains, double tolerance,
                                       std::vector<Point>& nodes)
{
    std::vector<Point> ends;
    ends.reserve(2 * chains.size());
    for (const Chain& chain : chains) {
        ends.push_back(chain.vertices.front());
        ends.push_back(chain.vertices.back());
    }
    Groups groups(ends.size());
    for (const auto& [end, other] : pairsWithin(ends, tolerance))
        groups.join(end, other);
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
                std::uint32_t vertex, std::span<const std::uint32_t> ends, double tolerance,
                std::vector<Touch>& touches)
{
    const Point a = chain.vertices[vertex], b = chain.vertices[vertex + 1];
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    grid.anyWithin({(a.x + b.x) / 2, (a.y + b.y) / 2}, std::sqrt(squared) / 2 + tolerance,
                   [&](std::uint32_t node, double) {
                       if (node == ends[0] || node == ends[1])
                           return false;
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

/// Where one chain is cut at the nodes that it passes, each at the nearest point of the chain.
/// `touches` is memory to work in.
std::vector<Cut> cutsOf(const PointGrid& grid, const std::vector<Point>& nodes, const Chain& chain,
                        std::span<const std::uint32_t> ends, double tolerance,
                        std::vector<Touch>& touches)
{
    touches.clear();
    for (std::uint32_t v = 0; v + 1 < chain.vertices.size(); ++v)
        touchPiece(grid, nodes, chain, v, ends, tolerance, touches);
    std::ranges::sort(touches, [](const Touch& a, const Touch& b) {
        return std::tie(a.cut.node, a.distance, a.cut.vertex) <
               std::tie(b.cut.node, b.distance, b.cut.vertex);
    });
    std::vector<Cut> cuts;
    for (const Touch& touch : touches)
        if (cuts.empty() || cuts.back().node != touch.cut.node)
            cuts.push_back(touch.cut);
    std::ranges::sort(cuts, [](const Cut& a, const Cut& b) {
        return std::tie(a.vertex, a.share, a.node) < std::tie(b.vertex, b.share, b.node);
    });
    return cuts;
}

std::vector<std::vector<Cut>> cutsOf(const std::vector<Chain>& chains,
                                     const std::vector<std::uint32_t>& ends,
                                     const std::vector<Point>& nodes, double tolerance)
{
    const PointGrid grid(nodes);
    std::vector<std::vector<Cut>> cuts(chains.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, chains.size(), 256),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          std::vector<Touch> touches;
                          for (std::size_t c = range.begin(); c < range.end(); ++c)
                              cuts[c] =
                                  cutsOf(grid, nodes, chains[c], std::span(ends).subspan(2 * c, 2),
                                         tolerance, touches);
                      });
    return cuts;
}

double lengthOf(Point a, Point b)
{
    return std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

double lengthOf(std::span<const Point> vertices)
{
    double metres = 0;
    for (std::size_t v = 0; v + 1 < vertices.size(); ++v)
        metres += lengthOf(vertices[v], vertices[v + 1]);
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

void reserve(RoadLinks& links, std::size_t count, std::size_t vertices)
{
    for (auto* column : {&links.from, &links.to, &links.road})
        column->reserve(count);
    links.metres.reserve(count);
    links.line.reserve(count, vertices);
}

} // namespace

RoadLinks linksOf(const GeometryColumn& lines, double tolerance)
{
    RoadLinks links;
    const auto chains = chainsOf(lines);
    const auto ends = nodesOfEnds(chains, tolerance, links.nodes);
    const auto cuts = cutsOf(chains, ends, links.nodes, tolerance);
    std::size_t more = 0;
    for (const auto& own : cuts)
        more += own.size();
    reserve(links, chains.size() + more, lines.vertices().size() + 2 * more);
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
