// SPDX-License-Identifier: MIT
#include "core/polygon.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace guatu
{
namespace
{

using Rings = std::vector<std::span<const Point>>;

double squaredDistance(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    const double offX = p.x - (a.x + along * dx);
    const double offY = p.y - (a.y + along * dy);
    return offX * offX + offY * offY;
}

/// Distance to the outline, negative outside.
double depth(const Rings& rings, Point p)
{
    bool inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const auto ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
                inside = !inside;
            nearest = std::min(nearest, squaredDistance(p, a, b));
        }
    }
    return inside ? std::sqrt(nearest) : -std::sqrt(nearest);
}

/// The outer ring of largest area, and its holes.
Rings largestPart(const GeometryColumn& column, std::size_t feature)
{
    Rings rings;
    double largest = 0;
    bool isLargest = false;
    for (std::size_t i = 0; i < column.partCount(feature); ++i) {
        const auto ring = column.part(feature, i);
        const double size = ringArea(ring);
        if (size > largest) {
            largest = size;
            rings.assign(1, ring);
        } else if (size < 0 && isLargest) {
            rings.push_back(ring);
        }
        isLargest = size < 0 ? isLargest : size == largest && !rings.empty();
    }
    return rings;
}

/// The middle of the widest stretch inside, along a level line near the middle of the box.
Point middleOfLevelLine(const Rings& rings, const Box& box)
{
    const double middle = box.center().y;
    double below = box.minY;
    double above = box.maxY;
    for (const auto ring : rings)
        for (const Point p : ring) {
            if (p.y <= middle)
                below = std::max(below, p.y);
            else
                above = std::min(above, p.y);
        }
    const double y = (below + above) / 2; // between vertices, so that it cuts edges cleanly
    std::vector<double> cuts;
    for (const auto ring : rings)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            if ((a.y > y) != (b.y > y))
                cuts.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
        }
    std::ranges::sort(cuts);
    Point best = rings.front().front();
    double widest = 0;
    for (std::size_t i = 0; i + 1 < cuts.size(); i += 2) {
        if (cuts[i + 1] - cuts[i] > widest) {
            widest = cuts[i + 1] - cuts[i];
            best = {cuts[i] + widest / 2, y};
        }
    }
    return best;
}

/// A square of the search: how deep its middle lies, and how deep any point of it could.
struct Cell {
    Point middle;
    double half;
    double depth;
    double most;

    Cell(const Rings& rings, Point at, double halfSide)
        : middle(at),
          half(halfSide),
          depth(guatu::depth(rings, at)),
          most(depth + halfSide * std::numbers::sqrt2)
    {
    }
    friend bool operator<(const Cell& a, const Cell& b) { return a.most < b.most; }
};

} // namespace

// The grid search of Garcia-Castellanos and Lombardo (2007) in the quadtree form known as
// polylabel: look first into the cell that could hold the deepest point.
Point interiorPoint(const GeometryColumn& column, std::size_t feature, double precision)
{
    const Rings rings = largestPart(column, feature);
    if (rings.empty())
        return column.firstPoint(feature);
    Box box;
    for (const Point p : rings.front())
        box.add(p);
    // Squares that cover the box; few of them, however long and thin it is.
    const double side =
        std::max({box.width() / 32, box.height() / 32, std::min(box.width(), box.height())});

    Cell best(rings, middleOfLevelLine(rings, box), 0);
    std::priority_queue<Cell> cells;
    for (int i = 0; i < std::ceil(box.width() / side); ++i)
        for (int j = 0; j < std::ceil(box.height() / side); ++j)
            cells.emplace(rings, Point{box.minX + (i + 0.5) * side, box.minY + (j + 0.5) * side},
                          side / 2);
    constexpr int enough = 4000; // of squares to cut; a long corridor has no deepest place
    for (int step = 0; step < enough && !cells.empty(); ++step) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.most - best.depth <= precision)
            break;
        if (cell.depth > best.depth)
            best = cell;
        const double half = cell.half / 2;
        for (const double dx : {-half, half})
            for (const double dy : {-half, half})
                cells.emplace(rings, Point{cell.middle.x + dx, cell.middle.y + dy}, half);
    }
    return best.middle;
}

} // namespace guatu
