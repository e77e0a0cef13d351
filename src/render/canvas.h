// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"
#include "render/turn.h"

#include <QPointF>

#include <cmath>

namespace guatu::render
{

/// A view in device pixels: all painting happens there, so that screen and paper are one path.
///
/// The pixels of one scale and rotation are a grid fixed to the map's origin. A view is moved by up
/// to half a pixel so that its pixels are those of the grid: then what is drawn once can be moved
/// by whole pixels, and nothing trembles while panning.
class Canvas
{
public:
    explicit Canvas(const MapView& view)
        : m_view(view),
          m_turn(view.rotation),
          m_metresPerPixel(view.metresPerPixel / view.pixelRatio),
          m_width(view.width * view.pixelRatio),
          m_height(view.height * view.pixelRatio),
          m_left(onGrid(toGrid(view.center).x() - m_width / 2)),
          m_top(onGrid(toGrid(view.center).y() - m_height / 2))
    {
    }

    [[nodiscard]] const MapView& view() const { return m_view; }
    [[nodiscard]] double scaleDenominator() const { return m_view.scaleDenominator(); }
    [[nodiscard]] double metresPerPixel() const { return m_metresPerPixel; }
    [[nodiscard]] const Turn& turn() const { return m_turn; }
    [[nodiscard]] QRectF bounds() const { return {0, 0, m_width, m_height}; }

    /// Column and row of the grid at the upper left corner.
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double top() const { return m_top; }

    /// Pixels of the grid, not rounded.
    [[nodiscard]] QPointF toGrid(Point p) const { return m_turn.onPicture(p) / m_metresPerPixel; }
    [[nodiscard]] QPointF toDevice(Point p) const { return toGrid(p) - QPointF(m_left, m_top); }
    [[nodiscard]] Point toMap(QPointF p) const
    {
        return m_turn.onPlane((p.x() + m_left) * m_metresPerPixel,
                              (p.y() + m_top) * m_metresPerPixel);
    }

    /// The box around the part of the world shown and `margin` device pixels around it.
    [[nodiscard]] Box extent(double margin) const
    {
        const double m = m_metresPerPixel;
        return m_turn.boxOf({(m_left - margin) * m, (m_top - margin) * m,
                             (m_width + 2 * margin) * m, (m_height + 2 * margin) * m});
    }

    [[nodiscard]] double mm(double millimetres) const
    {
        return m_view.pixels(millimetres) * m_view.pixelRatio;
    }
    /// CSS pixels, 1/96 inch.
    [[nodiscard]] double css(double pixels) const
    {
        return pixels * m_view.dpi / 96 * m_view.pixelRatio;
    }
    [[nodiscard]] QRectF toLogical(const QRectF& device) const
    {
        const double r = m_view.pixelRatio;
        return {device.x() / r, device.y() / r, device.width() / r, device.height() / r};
    }

private:
    /// Rounds; a little below one half, so that places that lie on it do not flicker.
    [[nodiscard]] static double onGrid(double at) { return std::floor(at + 0.499); }

    MapView m_view;
    Turn m_turn;
    double m_metresPerPixel;
    double m_width, m_height;
    double m_left, m_top;
};

} // namespace guatu::render
