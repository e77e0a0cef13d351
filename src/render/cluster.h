// SPDX-License-Identifier: MIT
#pragma once

#include "render/point_layout.h"

namespace guatu::render
{

/// Gathers the points of a layer on its clustering's grid (see layoutPoints).
///
/// A cell with more points than may stand alone becomes a ring at their mean place, moved no
/// farther than keeps it inside the cell; only a ring on another layer's symbol may leave it. It
/// ends at most 17 CSS pixels from the middle of its points, but for a large ring whose cell keeps
/// it farther (up to 24). A single that would touch a ring joins it; two singles that would touch
/// become a ring. So no symbol hides another.
class Clusterer
{
public:
    Clusterer(const Canvas& canvas, const DrawnLayer& layer, std::span<const QRectF> obstacles);

    /// The box around the part of the world it looks at: whole cells of a grid fixed to the map's
    /// origin, so that a cell is never half filled, and two cells more than the canvas shows.
    [[nodiscard]] const Box& extent() const { return m_extent; }

    /// Takes a point within the extent.
    void add(std::uint32_t row, Point position);
    [[nodiscard]] PointLayout finish(std::stop_token stop);

private:
    struct Disc {
        QPointF at;
        double radius;
    };
    struct Member {
        std::uint32_t row;
        QPointF at;
        double radius;
    };
    struct Cell {
        std::vector<Member> singles;
        std::vector<Member> ring; ///< empty: no ring
        Disc disc{};              ///< of the ring
        QPointF mean{};           ///< where the ring belongs: the middle of its points
    };

    /// Calls `visit` with the cells at most `reach` rows and columns away, until it says true.
    template <class Visit>
    bool visitNear(std::size_t index, int reach, Visit visit);
    void placeRing(Cell& cell);
    bool joinRing(std::size_t index);
    bool joinSingles(std::size_t index);
    void stepAside(std::size_t index, std::span<const QPointF> offsets);

    const Canvas& m_canvas;
    const DrawnLayer& m_layer;
    double m_side; ///< device pixels across a cell
    Box m_extent;
    double m_columnsFrom = 0, m_rowsFrom = 0; ///< of the grid; rows run north
    int m_columns = 0, m_rows = 0;
    std::vector<Cell> m_cells;   ///< row by row from the south-west
    std::vector<double> m_radii; ///< device pixels of a single, by class
    std::vector<QRectF> m_obstacles;
    RTree m_obstacleIndex;
};

} // namespace guatu::render
