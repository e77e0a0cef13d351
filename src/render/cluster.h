// SPDX-License-Identifier: MIT
#pragma once

#include "render/point_layout.h"

namespace guatu::render
{

/// Gathers the points of a layer on its clustering's grid (see layoutPoints).
///
/// A cell with more points than may stand alone becomes a ring at their mean place, moved no
/// farther than keeps it inside the cell; only a ring on another layer's symbol may leave it. A
/// single that would touch a ring joins it; two singles that would touch become a ring. So no
/// symbol hides another.
class Clusterer
{
public:
    Clusterer(const Canvas& canvas, const DrawnLayer& layer, std::span<const QRectF> obstacles);

    void add(std::uint32_t row, Point position);
    [[nodiscard]] PointLayout finish(std::stop_token stop);

private:
    struct Member {
        std::uint32_t row;
        Point position;
    };
    struct Cell {
        std::vector<Member> singles;
        std::vector<Member> ring; ///< empty: no ring
        QPointF at;
        double radius = 0;
    };
    using Key = std::pair<std::int64_t, std::int64_t>; ///< row, column from the map's origin

    void placeRing(const Key& key, Cell& cell) const;
    bool joinRing(const Key& key, Cell& cell);
    bool joinSingles(const Key& key, Cell& cell);
    void stepAside(const Key& key, Cell& cell);
    /// Square pixels of a disc's box that symbols of other layers cover; 0 when none touches it.
    [[nodiscard]] double covered(QPointF at, double radius) const;
    /// Whether a disc of the cell `key` touches nothing else of its own layer.
    [[nodiscard]] bool isFreeAmong(const Key& key, QPointF at, double radius) const;
    [[nodiscard]] double symbolRadius(const Member& member) const;

    const Canvas& m_canvas;
    const DrawnLayer& m_layer;
    double m_cell; ///< metres
    std::map<Key, Cell> m_cells;
    std::vector<QRectF> m_obstacles;
    RTree m_obstacleIndex;
};

} // namespace guatu::render
