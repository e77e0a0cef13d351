// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace guatu
{

/// Points in the cells of a grid, to find those near a place. Distances are those of the plane.
/// Items are numbered as the points were given; those without a position are never found. Searches
/// may run from many threads at once.
class PointGrid
{
public:
    static constexpr std::uint32_t noItem = std::numeric_limits<std::uint32_t>::max();

    struct Found {
        std::uint32_t item = noItem;
        double distance = std::numeric_limits<double>::infinity();

        friend bool operator==(const Found&, const Found&) = default;
    };

    PointGrid() = default;
    /// `cell` is the side of a cell, best near the distance that is searched; 0 chooses one with
    /// about two points to a cell.
    explicit PointGrid(std::span<const Point> points, double cell = 0);

    [[nodiscard]] bool empty() const { return m_items.empty(); }

    /// Calls visit(item, squared distance) for points within `radius`, the radius included, until
    /// it returns true. Whether it did.
    template <typename Visit>
    bool anyWithin(Point at, double radius, const Visit& visit) const
    {
        if (m_items.empty() || !at.valid())
            return false;
        const double most = radius * radius;
        const std::size_t right = column(at.x + radius), top = row(at.y + radius);
        for (std::size_t y = row(at.y - radius); y <= top; ++y) {
            const std::size_t first = y * m_columns + column(at.x - radius);
            const std::uint32_t end = m_starts[y * m_columns + right + 1];
            for (std::uint32_t i = m_starts[first]; i < end; ++i) {
                const double dx = m_points[i].x - at.x, dy = m_points[i].y - at.y;
                const double squared = dx * dx + dy * dy;
                if (squared <= most && visit(m_items[i], squared))
                    return true;
            }
        }
        return false;
    }

    /// The nearest point, of several the lowest number; noItem when no point has a position, or
    /// the place has none.
    [[nodiscard]] Found nearest(Point at) const;

    /// The nearest point of each place, on all processors.
    [[nodiscard]] std::vector<Found> nearestOfEach(std::span<const Point> places) const;

    /// The `count` nearest points, nearest first, none farther than `within`; ties by number.
    [[nodiscard]] std::vector<Found>
    nearest(Point at, std::size_t count,
            double within = std::numeric_limits<double>::infinity()) const;

private:
    [[nodiscard]] std::size_t column(double x) const { return at(x - m_box.minX, m_columns); }
    [[nodiscard]] std::size_t row(double y) const { return at(y - m_box.minY, m_rows); }
    [[nodiscard]] std::size_t at(double offset, std::size_t cells) const
    {
        const double cell = offset * m_perCell;
        return cell > 0 ? static_cast<std::size_t>(std::min(cell, static_cast<double>(cells - 1)))
                        : 0;
    }
    /// Calls visit(first point, end) for runs of points until nothing nearer can follow: the
    /// nearest is known within the squared distance that visit returns.
    template <typename Visit>
    void visitRings(Point at, const Visit& visit) const;
    void collect(Point at, std::size_t x, std::size_t y, std::size_t count,
                 std::vector<Found>& best) const;

    Box m_box{};
    std::size_t m_columns = 0, m_rows = 0;
    double m_perCell = 0;
    std::vector<std::uint32_t> m_starts; ///< first point of each cell, plus the end
    std::vector<Point> m_points;         ///< by cell
    std::vector<std::uint32_t> m_items;
};

} // namespace guatu
