// SPDX-License-Identifier: MIT
#include "sample/arrangement.h"

#include "core/polygon.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace guatu::sample
{
namespace
{

using Ring = std::vector<Vertex>;

/// The directed sides of an owner's faces that no other of its faces runs along, by their start.
std::multimap<Vertex, Vertex> outerSides(const std::vector<Face>& faces,
                                         const std::vector<std::size_t>& mine)
{
    std::multimap<Vertex, Vertex> sides;
    for (const std::size_t face : mine)
        for (const Ring& ring : faces[face].rings)
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto [first, last] = sides.equal_range(ring[i + 1]);
                const auto opposite = std::find_if(
                    first, last, [&](const auto& side) { return side.second == ring[i]; });
                if (opposite != last)
                    sides.erase(opposite);
                else
                    sides.emplace(ring[i], ring[i + 1]);
            }
    return sides;
}

/// From -2 (sharp right) over 0 (straight on) to 2 (sharp left).
double turn(Vertex from, Vertex at, Vertex to)
{
    const auto ax = static_cast<double>(at.x - from.x), ay = static_cast<double>(at.y - from.y);
    const auto bx = static_cast<double>(to.x - at.x), by = static_cast<double>(to.y - at.y);
    const double cross = ax * by - ay * bx;
    const double dot = ax * bx + ay * by;
    const double share = cross / (std::fabs(cross) + std::fabs(dot));
    if (dot >= 0)
        return share;
    return cross >= 0 ? 2 - share : -2 - share;
}

/// Chains sides to rings that touch themselves nowhere.
std::vector<Ring> chained(std::multimap<Vertex, Vertex> sides)
{
    std::vector<Ring> rings;
    while (!sides.empty()) {
        Ring path{sides.begin()->first, sides.begin()->second};
        sides.erase(sides.begin());
        for (;;) {
            const auto before = std::find(path.begin(), path.end() - 1, path.back());
            if (before != path.end() - 1) {
                rings.emplace_back(before, path.end());
                path.erase(before + 1, path.end());
                if (path.size() == 1)
                    break;
            }
            const auto [first, last] = sides.equal_range(path.back());
            const auto leftmost = std::max_element(first, last, [&](const auto& a, const auto& b) {
                const Vertex from = path[path.size() - 2];
                return turn(from, path.back(), a.second) < turn(from, path.back(), b.second);
            });
            path.push_back(leftmost->second);
            sides.erase(leftmost);
        }
    }
    return rings;
}

std::vector<Point> points(const Ring& ring)
{
    std::vector<Point> result;
    result.reserve(ring.size());
    for (const Vertex vertex : ring)
        result.push_back(toPoint(vertex));
    return result;
}

/// Adds the rings as one feature: largest outer ring first, each followed by its holes.
void addFeature(GeometryColumn& column, const std::vector<Ring>& rings)
{
    std::vector<std::vector<Point>> shells, holes;
    for (const Ring& ring : rings) {
        auto line = points(ring);
        (ringArea(line) > 0 ? shells : holes).push_back(std::move(line));
    }
    std::ranges::stable_sort(shells, std::greater{},
                             [](const auto& shell) { return ringArea(shell); });
    for (const auto& shell : shells) {
        GeometryColumn alone(GeometryType::Polygon);
        alone.addPart(shell);
        alone.endFeature();
        column.addPart(shell);
        for (const auto& hole : holes) {
            // The middle of a side is never a vertex of the shell.
            const Point middle{(hole[0].x + hole[1].x) / 2, (hole[0].y + hole[1].y) / 2};
            if (shells.size() == 1 || contains(alone, 0, middle))
                column.addPart(hole);
        }
    }
    column.endFeature();
}

} // namespace

GeometryColumn joined(const std::vector<Face>& faces, const std::vector<std::size_t>& owner,
                      std::size_t owners)
{
    std::vector<std::vector<std::size_t>> facesOf(owners);
    for (std::size_t face = 0; face < faces.size(); ++face)
        if (owner[face] < owners)
            facesOf[owner[face]].push_back(face);
    GeometryColumn column(GeometryType::Polygon);
    for (const auto& mine : facesOf)
        addFeature(column, chained(outerSides(faces, mine)));
    return column;
}

} // namespace guatu::sample
