// SPDX-License-Identifier: MIT
#include "access/road_mend.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace guatu::access
{
namespace
{

using Parts = std::vector<std::vector<Point>>;

double squared(Point a, Point b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

Parts partsOf(const GeometryColumn& lines, std::size_t road)
{
    Parts parts;
    for (std::size_t p = 0; p < lines.partCount(road); ++p) {
        const auto part = lines.part(road, p);
        parts.emplace_back(part.begin(), part.end());
    }
    return parts;
}

/// Calls change(part, whether at its front) for the end that is nearest to `at`.
template <class Change>
void atEnd(Parts& parts, Point at, const Change& change)
{
    std::vector<Point>* best = nullptr;
    bool front = false;
    double least = INFINITY;
    for (auto& part : parts)
        for (const bool side : {true, false}) {
            const double off =
                part.empty() ? INFINITY : squared(side ? part.front() : part.back(), at);
            if (off < least) {
                least = off;
                best = &part;
                front = side;
            }
        }
    if (best != nullptr)
        change(*best, front);
}

void snap(Parts& parts, Point at, Point to)
{
    atEnd(parts, at,
          [&](std::vector<Point>& part, bool front) { (front ? part.front() : part.back()) = to; });
}

void join(Parts& parts, Point at, Point to)
{
    atEnd(parts, at, [&](std::vector<Point>& part, bool front) {
        part.insert(front ? part.begin() : part.end(), to);
    });
}

/// Cuts the part that passes `at` there; one that ends there stays whole.
void split(Parts& parts, Point at)
{
    double least = INFINITY;
    std::size_t inPart = 0, piece = 0;
    for (std::size_t p = 0; p < parts.size(); ++p)
        for (std::size_t v = 0; v + 1 < parts[p].size(); ++v) {
            const Point a = parts[p][v], b = parts[p][v + 1];
            const double length = squared(a, b);
            const double share =
                length > 0
                    ? std::clamp(((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length,
                                 0.0, 1.0)
                    : 0;
            const double off = squared(at, {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
            if (off < least) {
                least = off;
                inPart = p;
                piece = v;
            }
        }
    if (least == INFINITY || parts[inPart].front() == at || parts[inPart].back() == at)
        return;
    std::vector<Point>& part = parts[inPart];
    const auto middle = part.begin() + static_cast<std::ptrdiff_t>(piece) + 1;
    std::vector<Point> rest{at};
    rest.insert(rest.end(), middle, part.end());
    part.erase(middle, part.end());
    if (part.back() != at)
        part.push_back(at);
    if (rest.size() > 1 && rest[1] == at)
        rest.erase(rest.begin());
    if (rest.size() > 1)
        parts.push_back(std::move(rest));
}

} // namespace

std::vector<MendedRoad> mended(const RoadColumns& roads, std::span<const RoadFinding> findings)
{
    std::map<std::uint32_t, MendedRoad> changed;
    const auto road = [&](std::uint32_t row) -> MendedRoad& {
        MendedRoad& made = changed[row];
        made.road = row;
        return made;
    };
    const auto partsOfRoad = [&](std::uint32_t row) -> Parts& {
        MendedRoad& made = road(row);
        if (made.parts.empty())
            made.parts = partsOf(roads.line, row);
        return made.parts;
    };
    for (const RoadFinding& found : findings)
        switch (found.mend) {
        case Mend::Snap:
            snap(partsOfRoad(found.road), found.at, found.to);
            break;
        case Mend::Join:
            join(partsOfRoad(found.road), found.at, found.to);
            break;
        case Mend::Split:
            split(partsOfRoad(found.road), found.at);
            split(partsOfRoad(found.other), found.at);
            break;
        case Mend::Remove:
            road(found.road).duplicate = true;
            break;
        case Mend::TwoWay:
            road(found.road).twoWay = true;
            break;
        case Mend::None:
            break;
        }
    std::vector<MendedRoad> all;
    for (auto& [row, made] : changed)
        all.push_back(std::move(made));
    return all;
}

} // namespace guatu::access
