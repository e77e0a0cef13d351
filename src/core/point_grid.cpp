// SPDX-License-Identifier: MIT
#include "core/point_grid.h"

#include "core/curve_order.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu
{
namespace
{

constexpr double mostCells = 4e6;

bool nearer(const PointGrid::Found& a, const PointGrid::Found& b)
{
    return a.distance != b.distance ? a.distance < b.distance : a.item < b.item;
}

} // namespace

PointGrid::PointGrid(std::span<const Point> points, double cell)
{
    std::size_t valid = 0;
    for (const Point p : points) {
        if (!p.valid())
            continue;
        m_box.add(p);
        ++valid;
    }
    if (valid == 0)
        return;
    const double area = std::max(m_box.width(), 1.0) * std::max(m_box.height(), 1.0);
    if (!(cell > 0))
        cell = std::sqrt(2 * area / static_cast<double>(valid));
    cell = std::max(
        {cell, std::sqrt(area / mostCells), std::max(m_box.width(), m_box.height()) / mostCells});
    m_perCell = 1 / cell;
    m_columns = static_cast<std::size_t>(m_box.width() * m_perCell) + 1;
    m_rows = static_cast<std::size_t>(m_box.height() * m_perCell) + 1;
    m_starts.assign(m_columns * m_rows + 1, 0);
    const auto cellOf = [&](Point p) { return row(p.y) * m_columns + column(p.x); };
    for (const Point p : points)
        if (p.valid())
            ++m_starts[cellOf(p) + 1];
    for (std::size_t c = 1; c < m_starts.size(); ++c)
        m_starts[c] += m_starts[c - 1];
    m_points.resize(valid);
    m_items.resize(valid);
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::uint32_t item = 0; item < points.size(); ++item) {
        if (!points[item].valid())
            continue;
        const std::uint32_t place = next[cellOf(points[item])]++;
        m_points[place] = points[item];
        m_items[place] = item;
    }
}

/// Takes the points of a cell into the `count` best, which are kept sorted.
void PointGrid::collect(Point at, std::size_t x, std::size_t y, std::size_t count,
                        std::vector<Found>& best) const
{
    const std::size_t cell = y * m_columns + x;
    for (std::uint32_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
        const Found found{m_items[i], std::hypot(m_points[i].x - at.x, m_points[i].y - at.y)};
        if (best.size() == count && !nearer(found, best.back()))
            continue;
        if (best.size() == count)
            best.pop_back();
        best.insert(std::ranges::upper_bound(best, found, nearer), found);
    }
}

/// Rings of cells around the place's own, row by row, until nothing nearer than `least` can follow.
template <typename Visit>
void PointGrid::visitRings(Point at, const Visit& visit) const
{
    const auto cx = static_cast<std::ptrdiff_t>(column(at.x));
    const auto cy = static_cast<std::ptrdiff_t>(row(at.y));
    const auto columns = static_cast<std::ptrdiff_t>(m_columns);
    const auto rows = static_cast<std::ptrdiff_t>(m_rows);
    const double side = 1 / m_perCell;
    double least = std::numeric_limits<double>::infinity(); // squared
    const auto run = [&](std::ptrdiff_t y, std::ptrdiff_t from, std::ptrdiff_t to) {
        const std::uint32_t* starts = m_starts.data() + y * columns;
        least = visit(starts[from], starts[to + 1]);
    };
    for (std::ptrdiff_t ring = 0; ring <= std::max(columns, rows); ++ring) {
        // How far the place is from what the rings so far do not hold: to the nearest side that
        // the grid goes on behind.
        if (ring > 0) {
            const auto beyond = [&](double offset, std::ptrdiff_t cell, std::ptrdiff_t cells) {
                double gap = std::numeric_limits<double>::infinity();
                if (cell - ring >= 0)
                    gap = offset - static_cast<double>(cell - ring + 1) * side;
                if (cell + ring < cells)
                    gap = std::min(gap, static_cast<double>(cell + ring) * side - offset);
                return std::max(gap, 0.0);
            };
            const double gap = std::min(beyond(at.x - m_box.minX, cx, columns),
                                        beyond(at.y - m_box.minY, cy, rows));
            // A hair less, against rounding in the cell of a point.
            if (gap * gap * (1 - 1e-9) > least)
                return;
        }
        const std::ptrdiff_t left = std::max<std::ptrdiff_t>(cx - ring, 0);
        const std::ptrdiff_t right = std::min(cx + ring, columns - 1);
        for (std::ptrdiff_t y = std::max<std::ptrdiff_t>(cy - ring, 0);
             y <= std::min(cy + ring, rows - 1); ++y) {
            if (y == cy - ring || y == cy + ring) {
                run(y, left, right);
                continue;
            }
            if (cx - ring >= 0)
                run(y, cx - ring, cx - ring);
            if (cx + ring < columns)
                run(y, cx + ring, cx + ring);
        }
    }
}

PointGrid::Found PointGrid::nearest(Point at) const
{
    if (m_items.empty() || !at.valid())
        return {};
    std::uint32_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    visitRings(at, [&](std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t i = from; i < to; ++i) {
            const double dx = m_points[i].x - at.x, dy = m_points[i].y - at.y;
            const double squared = dx * dx + dy * dy;
            if (squared < least || (squared == least && m_items[i] < m_items[best])) {
                least = squared;
                best = i;
            }
        }
        return least;
    });
    return {m_items[best], std::hypot(m_points[best].x - at.x, m_points[best].y - at.y)};
}

std::vector<PointGrid::Found> PointGrid::nearestOfEach(std::span<const Point> places) const
{
    std::vector<Found> found(places.size());
    const auto look = [&](const auto& numberOf) {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), 2048),
                          [&](const tbb::blocked_range<std::size_t>& range) {
                              for (std::size_t i = range.begin(); i < range.end(); ++i) {
                                  const std::size_t place = numberOf(i);
                                  found[place] = nearest(places[place]);
                              }
                          });
    };
    // What fits a processor's cache is quick in any order; of more, places near each other ask for
    // the same cells one after the other.
    constexpr std::size_t cached = 16384;
    if (m_items.size() <= cached) {
        look([](std::size_t i) { return i; });
        return found;
    }
    const auto order = curveOrder(places);
    look([&](std::size_t i) { return order[i]; });
    return found;
}

std::vector<PointGrid::Found> PointGrid::nearest(Point at, std::size_t count, double within) const
{
    std::vector<Found> best;
    if (m_items.empty() || !at.valid() || count == 0)
        return best;
    count = std::min(count, m_items.size());
    best.reserve(count);
    // Rings of cells around the place, clamped to the grid: all of them lie at least as far off as
    // their nearest side.
    const auto cx = static_cast<std::ptrdiff_t>(column(at.x));
    const auto cy = static_cast<std::ptrdiff_t>(row(at.y));
    const auto columns = static_cast<std::ptrdiff_t>(m_columns);
    const auto rows = static_cast<std::ptrdiff_t>(m_rows);
    const double side = 1 / m_perCell;
    for (std::ptrdiff_t ring = 0; ring <= std::max(columns, rows); ++ring) {
        // Beyond ring - 1 whole cells nothing can be nearer than that many sides.
        const double reached = static_cast<double>(ring - 1) * side;
        if (reached > within || (best.size() == count && reached > best.back().distance))
            break;
        for (std::ptrdiff_t y = std::max<std::ptrdiff_t>(cy - ring, 0);
             y <= std::min(cy + ring, rows - 1); ++y) {
            const bool edge = y == cy - ring || y == cy + ring;
            const std::ptrdiff_t step = edge || ring == 0 ? 1 : 2 * ring;
            for (std::ptrdiff_t x = cx - ring; x <= cx + ring; x += step)
                if (x >= 0 && x < columns)
                    collect(at, static_cast<std::size_t>(x), static_cast<std::size_t>(y), count,
                            best);
        }
    }
    while (!best.empty() && best.back().distance > within)
        best.pop_back();
    return best;
}

} // namespace guatu
