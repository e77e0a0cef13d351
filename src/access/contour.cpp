// SPDX-License-Identifier: MIT
#include "access/contour.h"

#include "core/polygon.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <unordered_map>

namespace guatu::access
{
namespace
{

/// A lattice with a border of nothing around, so that every line closes.
class Contours
{
public:
    Contours(const Lattice& lattice, double limit) : m_lattice(lattice), m_limit(limit) {}

    std::vector<std::vector<Point>> rings()
    {
        for (int row = -1; row < m_lattice.rows; ++row)
            for (int column = -1; column < m_lattice.columns; ++column)
                walk(column, row);
        std::vector<std::vector<Point>> rings;
        while (!m_next.empty()) {
            std::vector<Point> ring;
            std::uint64_t edge = m_next.begin()->first;
            for (auto found = m_next.find(edge); found != m_next.end(); found = m_next.find(edge)) {
                ring.push_back(pointOn(edge));
                edge = found->second;
                m_next.erase(found);
            }
            ring.push_back(ring.front());
            rings.push_back(std::move(ring));
        }
        return rings;
    }

private:
    [[nodiscard]] double value(int column, int row) const
    {
        const bool inside =
            column >= 0 && row >= 0 && column < m_lattice.columns && row < m_lattice.rows;
        return inside ? m_lattice.at(column, row) : std::numeric_limits<double>::infinity();
    }
    [[nodiscard]] bool within(int column, int row) const { return value(column, row) <= m_limit; }
    /// The side of a cell that leads east or north from a crossing.
    [[nodiscard]] std::uint64_t edge(int column, int row, bool north) const
    {
        return (static_cast<std::uint64_t>(row + 1) *
                    (static_cast<std::uint64_t>(m_lattice.columns) + 2) +
                static_cast<std::uint64_t>(column + 1)) *
                   2 +
               (north ? 1 : 0);
    }
    [[nodiscard]] Point pointOn(std::uint64_t edge) const
    {
        const bool north = edge % 2 == 1;
        const std::uint64_t crossing = edge / 2;
        const auto across = static_cast<std::uint64_t>(m_lattice.columns) + 2;
        const int column = static_cast<int>(crossing % across) - 1;
        const int row = static_cast<int>(crossing / across) - 1;
        const double a = value(column, row);
        const double b = value(column + (north ? 0 : 1), row + (north ? 1 : 0));
        const double share = std::isfinite(a) && std::isfinite(b) && a != b
                                 ? std::clamp((m_limit - a) / (b - a), 0.0, 1.0)
                                 : 0.5;
        Point at = m_lattice.place(column, row);
        (north ? at.y : at.x) += share * m_lattice.cell;
        return at;
    }
    /// Lines through a cell, with what is within on their left.
    void walk(int column, int row)
    {
        const bool sw = within(column, row), se = within(column + 1, row);
        const bool ne = within(column + 1, row + 1), nw = within(column, row + 1);
        const std::uint64_t south = edge(column, row, false), north = edge(column, row + 1, false);
        const std::uint64_t west = edge(column, row, true), east = edge(column + 1, row, true);
        const auto line = [this](std::uint64_t from, std::uint64_t to) { m_next[from] = to; };
        switch ((sw ? 1 : 0) | (se ? 2 : 0) | (ne ? 4 : 0) | (nw ? 8 : 0)) {
        case 1:
            return line(south, west);
        case 2:
            return line(east, south);
        case 3:
            return line(east, west);
        case 4:
            return line(north, east);
        case 6:
            return line(north, south);
        case 7:
            return line(north, west);
        case 8:
            return line(west, north);
        case 9:
            return line(south, north);
        case 11:
            return line(east, north);
        case 12:
            return line(west, east);
        case 13:
            return line(south, east);
        case 14:
            return line(west, south);
        case 5:
        case 10:
            return saddle(column, row, sw, south, east, north, west);
        default:
            return;
        }
    }
    void saddle(int column, int row, bool sw, std::uint64_t south, std::uint64_t east,
                std::uint64_t north, std::uint64_t west)
    {
        const double mean = (value(column, row) + value(column + 1, row) +
                             value(column + 1, row + 1) + value(column, row + 1)) /
                            4;
        const bool joined = mean <= m_limit;
        if (sw) {
            m_next[south] = joined ? east : west;
            m_next[north] = joined ? west : east;
        } else {
            m_next[east] = joined ? north : south;
            m_next[west] = joined ? south : north;
        }
    }

    const Lattice& m_lattice;
    double m_limit;
    std::unordered_map<std::uint64_t, std::uint64_t> m_next; ///< the line behind each edge
};

/// Even-odd rule.
bool ringContains(const std::vector<Point>& ring, Point at)
{
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

} // namespace

void addAreaWithin(const Lattice& lattice, double limit, GeometryColumn& areas)
{
    std::vector<std::vector<Point>> outer, holes;
    for (auto& ring : Contours(lattice, limit).rings()) {
        const double area = ringArea(ring);
        if (area != 0 && ring.size() > 3)
            (area > 0 ? outer : holes).push_back(std::move(ring));
    }
    std::ranges::sort(outer, {},
                      [](const auto& ring) { return std::pair(ring.front().x, ring.front().y); });
    std::vector<Box> boxes;
    for (const auto& ring : outer) {
        Box& box = boxes.emplace_back();
        for (const Point p : ring)
            box.add(p);
    }
    // A hole belongs to the smallest outer ring around it.
    std::map<std::size_t, std::vector<std::size_t>> holesOf;
    for (std::size_t h = 0; h < holes.size(); ++h) {
        std::size_t best = outer.size();
        for (std::size_t o = 0; o < outer.size(); ++o)
            if (boxes[o].contains(holes[h].front()) && ringContains(outer[o], holes[h].front()) &&
                (best == outer.size() || ringArea(outer[o]) < ringArea(outer[best])))
                best = o;
        if (best < outer.size())
            holesOf[best].push_back(h);
    }
    for (std::size_t o = 0; o < outer.size(); ++o) {
        areas.addPart(outer[o]);
        for (const std::size_t h : holesOf[o])
            areas.addPart(holes[h]);
    }
    areas.endFeature();
}

} // namespace guatu::access
