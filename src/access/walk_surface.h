// SPDX-License-Identifier: MIT
#pragma once

#include "access/contour.h"
#include "access/reach.h"
#include "access/segment_index.h"
#include "access/travel.h"
#include "core/point_grid.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// The ground to be walked on where there are no roads: heights on a lattice, with lines that
/// cannot be crossed except where a road does. Least-cost walks go from crossing to crossing in 16
/// directions, which makes a way at most 2.8 % longer than the straight one; a step takes its
/// length on the map at the level pace times what the slope rule says.
class WalkSurface
{
public:
    /// Heights in metres, infinite or NaN where nobody can walk or nothing is known; `levelKmh` off
    /// any road; `barriers` as rivers, `roads` that bridge them where they cross.
    WalkSurface(Lattice heights, double levelKmh, SlopeRule slope, const GeometryColumn& barriers,
                const GeometryColumn& roads);

    /// Whether the ground around a place is known.
    [[nodiscard]] bool holds(Point place) const;

private:
    friend class WalkReach;

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

/// Walks over a surface from, or to, the nearest of some facilities. Many may be searched at once,
/// and asked by many threads; the surface has to outlive it.
class WalkReach
{
public:
    WalkReach(const WalkSurface& surface, std::vector<Point> facilities, Sense sense = Sense::To);

    /// The facility that is reached first, or reaches the place first; `never` when none does. Ties
    /// go to the lowest number.
    [[nodiscard]] Found of(Point place) const;
    /// of() each, on all processors.
    [[nodiscard]] std::vector<Found> of(std::span<const Point> places) const;
    /// Milliseconds at the crossings of the surface; infinite where nobody comes.
    [[nodiscard]] Lattice times() const;

private:
    void search();

    const WalkSurface& m_surface;
    std::vector<Point> m_facilities;
    PointGrid m_grid; ///< of the facilities
    Sense m_sense;
    std::vector<std::uint64_t> m_labels; ///< of each crossing
};

} // namespace guatu::access
