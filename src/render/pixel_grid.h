// SPDX-License-Identifier: MIT
#pragma once

#include "render/coverage.h"
#include "render/dashes.h"
#include "render/packed_table.h"
#include "render/turn.h"

#include <cmath>

namespace guatu::render
{

/// A place in thirds of a pixel: the grid on which vertices are drawn. It is fixed to the map, so
/// neighbours that share an edge stay together and nothing trembles while panning.
struct Thirds {
    std::int64_t x, y;
    friend bool operator==(const Thirds&, const Thirds&) = default;

    [[nodiscard]] float px() const { return static_cast<float>(x) * (1.0F / 3); }
    [[nodiscard]] float py() const { return static_cast<float>(y) * (1.0F / 3); }
};

/// From a packed table's steps to the pixels of a picture whose upper left corner is column
/// `left`, row `top` of the scale's grid of pixels.
class PixelGrid
{
public:
    PixelGrid(const PackedTable& table, double metresPerPixel, const Turn& turn, double left,
              double top)
        : m_isTurned(!turn.isNone()),
          m_scale(table.unit * 3 / metresPerPixel),
          m_cos(turn.cos * m_scale),
          m_sin(turn.sin * m_scale)
    {
        const QPointF origin = turn.onPicture(table.origin) / metresPerPixel;
        m_x = (origin.x() - left) * 3;
        m_y = (origin.y() - top) * 3;
    }

    [[nodiscard]] Thirds at(PackedPoint p) const
    {
        if (m_isTurned)
            return {std::lrint(p.x * m_cos + p.y * m_sin + m_x),
                    std::lrint(p.x * m_sin - p.y * m_cos + m_y)};
        return {std::lrint(p.x * m_scale + m_x), std::lrint(-p.y * m_scale + m_y)};
    }
    /// Pixels, not rounded.
    [[nodiscard]] double x(PackedPoint p) const { return (p.x * m_cos + p.y * m_sin + m_x) / 3; }
    [[nodiscard]] double y(PackedPoint p) const { return (p.x * m_sin - p.y * m_cos + m_y) / 3; }

private:
    bool m_isTurned;
    double m_scale, m_cos, m_sin;
    double m_x, m_y;
};

/// The box of the plane around what a tile with its corner at (left, top) of the grid shows and
/// `margin` pixels around.
[[nodiscard]] inline Box tileBox(std::int64_t left, std::int64_t top, double margin,
                                 double metresPerPixel, const Turn& turn)
{
    const double x = (static_cast<double>(left) - margin) * metresPerPixel;
    const double y = (static_cast<double>(top) - margin) * metresPerPixel;
    const double side = (tileSide + 2 * margin) * metresPerPixel;
    return turn.boxOf({x, y, side, side});
}

/// Calls give(from, to, isLast) for the segments of a run at a level; those that vanish on the
/// grid are left out.
template <class Give>
void visitSegments(const PackedTable& table, std::size_t run, int level, const PixelGrid& grid,
                   const Give& give)
{
    Thirds last{};
    bool any = false;
    const std::uint32_t end = table.runs[run + 1];
    for (std::uint32_t i = table.runs[run]; i < end; ++i) {
        if (table.levels[i] < level)
            continue;
        const Thirds at = grid.at(table.vertices[i]);
        if (any && !(at == last))
            give(last, at, i + 1 == end);
        last = at;
        any = true;
    }
}

/// Calls give(x0, y0, x1, y1, begins, ends) for the dashes of a run, in pixels; `start` pixels of
/// the line lie before it.
template <class Give>
void visitDashes(const PackedTable& table, std::size_t run, int level, const PixelGrid& grid,
                 const std::vector<double>& pattern, double start, const Give& give)
{
    DashWalk walk(pattern, start);
    const bool endsPart = table.endsPart(run);
    visitSegments(table, run, level, grid, [&](Thirds from, Thirds to, bool isLast) {
        const auto third = [](std::int64_t n) { return static_cast<double>(n) / 3; };
        walk.segment(third(from.x), third(from.y), third(to.x), third(to.y),
                     [&](double x0, double y0, double x1, double y1, bool begins, bool ends) {
                         const bool atEnd =
                             isLast && endsPart && x1 == third(to.x) && y1 == third(to.y);
                         give(x0, y0, x1, y1, begins, ends || atEnd);
                     });
    });
}

} // namespace guatu::render
