// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <QPointF>

namespace guatu::render
{

/// A view in device pixels: all painting happens there, so that screen and paper are one path.
class Canvas
{
public:
    explicit Canvas(const MapView& view)
        : m_view(view),
          m_metresPerPixel(view.metresPerPixel / view.pixelRatio),
          m_width(view.width * view.pixelRatio),
          m_height(view.height * view.pixelRatio)
    {
    }

    [[nodiscard]] const MapView& view() const { return m_view; }
    [[nodiscard]] double scaleDenominator() const { return m_view.scaleDenominator(); }
    [[nodiscard]] double metresPerPixel() const { return m_metresPerPixel; }
    [[nodiscard]] QRectF bounds() const { return {0, 0, m_width, m_height}; }

    [[nodiscard]] QPointF toDevice(Point p) const
    {
        return {(p.x - m_view.center.x) / m_metresPerPixel + m_width / 2,
                (m_view.center.y - p.y) / m_metresPerPixel + m_height / 2};
    }
    [[nodiscard]] Point toMap(QPointF p) const
    {
        return {m_view.center.x + (p.x() - m_width / 2) * m_metresPerPixel,
                m_view.center.y - (p.y() - m_height / 2) * m_metresPerPixel};
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
    MapView m_view;
    double m_metresPerPixel;
    double m_width, m_height;
};

} // namespace guatu::render
