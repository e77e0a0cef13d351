// SPDX-License-Identifier: MIT
#pragma once

#include "access/contour.h"
#include "access/reach.h"
#include "access/segment_index.h"
#include "access/travel.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// The ground to be walked on where there are no roads: heights on a lattice, with lines that
/// cannot be crossed except where a road does. Least-cost walks go from crossing to crossing in 16
/// directions, which makes a way at most 2.8 % longer than the straight one; a step takes its
/// length on the map at the level pace times what the slope rule says. Searches may run at once.
class WalkSurface
{
public:
    /// Heights in metres, infinite or NaN where nobody can walk or nothing is known; `levelKmh` off
    /// any road; `barriers` as rivers, `roads` that bridge them where they cross.
    WalkSurface(Lattice heights, double levelKmh, SlopeRule slope, const GeometryColumn& barriers,
                const GeometryColumn& roads);

    /// From each place to the facility that is reached first; `never` when none is. Ties go to the
    /// lowest number.
    [[nodiscard]] std::vector<Found> nearest(std::span<const Point> facilities,
                                             std::span<const Point> places) const;

    /// Whether the ground around a place is known.
    [[nodiscard]] bool holds(Point place) const;

private:
    struct Entry {
        std::uint32_t node = 0;
        Time time = never;
    };

    [[nodiscard]] bool isKnown(int column, int row) const;
    [[nodiscard]] std::uint32_t nodeAt(int column, int row) const
    {
        return static_cast<std::uint32_t>(row * m_heights.columns + column);
    }
    [[nodiscard]] Time step(std::uint32_t from, std::uint32_t to, double metres) const;
    [[nodiscard]] bool isBarred(Point a, Point b) const;
    [[nodiscard]] std::vector<Entry> entriesOf(Point place) const;
    void bar(const GeometryColumn& roads);

    Lattice m_heights;
    double m_levelKmh;
    SlopeRule m_slope;
    SegmentIndex m_barriers;
    GeometryColumn m_lines{GeometryType::Line}; ///< the barriers, for their vertices
    std::vector<Point> m_bridges;
    std::vector<std::uint16_t> m_barred; ///< of each crossing, a bit for each direction
};

} // namespace guatu::access
