// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <QPointF>

#include <cmath>

namespace guatu::render
{

/// A view in device pixels: all painting happens there, so that screen and paper are one path.
///
/// The pixels of one scale are a grid fixed to the map's origin. A view is moved by up to half a
/// pixel so that its pixels are those of the grid: then what is drawn once can be moved by whole
/// pixels, and nothing trembles while panning.
class Canvas
{
public:
    explicit Canvas(const MapView& view)
        : m_view(view),
          m_metresPerPixel(view.metresPerPixel / view.pixelRatio),
          m_width(view.width * view.pixelRatio),
          m_height(view.height * view.pixelRatio),
          m_left(onGrid(view.center.x / m_metresPerPixel - m_width / 2)),
          m_top(onGrid(-view.center.y / m_metresPerPixel - m_height / 2))
    {
    }

    [[nodiscard]] const MapView& view() const { return m_view; }
    [[nodiscard]] double scaleDenominator() const { return m_view.scaleDenominator(); }
    [[nodiscard]] double metresPerPixel() const { return m_metresPerPixel; }
    [[nodiscard]] QRectF bounds() const { return {0, 0, m_width, m_height}; }

    /// Column and row of the grid at the upper left corner.
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double top() const { return m_top; }

    [[nodiscard]] QPointF toDevice(Point p) const
    {
        return {p.x / m_metresPerPixel - m_left, -p.y / m_metresPerPixel - m_top};
    }
    [[nodiscard]] Point toMap(QPointF p) const
    {
        return {(p.x() + m_left) * m_metresPerPixel, -(p.y() + m_top) * m_metresPerPixel};
    }

    /// The part of the world shown, and `margin` device pixels around it.
    [[nodiscard]] Box extent(double margin) const
    {
        const Point a = toMap({-margin, m_height + margin});
        const Point b = toMap({m_width + margin, -margin});
        return {a.x, a.y, b.x, b.y};
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
    double m_metresPerPixel;
    double m_width, m_height;
    double m_left, m_top;
};

} // namespace guatu::render
