// SPDX-License-Identifier: MIT
#include "render/relief_painter.h"

#include "render/raster_painter.h"

#include <QPainter>

#include <algorithm>

namespace guatu::render
{
namespace
{

/// Grey at a place in pixels of the relief, between the four around it; white outside.
class Shade
{
public:
    explicit Shade(const QImage& relief)
        : m_bits(relief.constBits()),
          m_stride(relief.bytesPerLine()),
          m_width(relief.width()),
          m_height(relief.height())
    {
    }

    [[nodiscard]] std::uint32_t at(double u, double v) const
    {
        if (u < -0.5 || v < -0.5 || u > m_width - 0.5 || v > m_height - 0.5)
            return 255;
        const double x = std::clamp(u, 0.0, m_width - 1.0);
        const double y = std::clamp(v, 0.0, m_height - 1.0);
        const int x0 = static_cast<int>(x);
        const int y0 = static_cast<int>(y);
        const int x1 = std::min(x0 + 1, m_width - 1);
        const int y1 = std::min(y0 + 1, m_height - 1);
        const double right = x - x0;
        const double low = y - y0;
        const double above = grey(x0, y0) * (1 - right) + grey(x1, y0) * right;
        const double below = grey(x0, y1) * (1 - right) + grey(x1, y1) * right;
        return static_cast<std::uint32_t>(above * (1 - low) + below * low + 0.5);
    }

private:
    [[nodiscard]] double grey(int x, int y) const { return m_bits[y * m_stride + x]; }

    const uchar* m_bits;
    qsizetype m_stride;
    int m_width, m_height;
};

/// Black, the denser the darker the relief: on opaque ground the same as multiplying, which PDF and
/// printers do not do.
QImage shadow(const QImage& relief)
{
    QImage black(relief.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < relief.height(); ++y) {
        const uchar* grey = relief.constScanLine(y);
        auto* to = reinterpret_cast<Pixel*>(black.scanLine(y));
        std::transform(grey, grey + relief.width(), to,
                       [](uchar g) { return Pixel{255U - g} << 24U; });
    }
    return black;
}

} // namespace

void shadeTile(const Pixels& tile, double left, double top, const Canvas& canvas,
               const QImage& relief, const Box& extent)
{
    if (relief.isNull() || extent.empty())
        return;
    const Shade shade(relief);
    const double metres = canvas.metresPerPixel();
    const auto inRelief = [&](double x, double y) {
        const Point p = canvas.turn().onPlane((left + x) * metres, (top + y) * metres);
        return QPointF((p.x - extent.minX) / extent.width() * relief.width() - 0.5,
                       (extent.maxY - p.y) / extent.height() * relief.height() - 0.5);
    };
    const QPointF first = inRelief(0.5, 0.5);
    const QPointF across = inRelief(1.5, 0.5) - first;
    const QPointF down = inRelief(0.5, 1.5) - first;
    for (int y = 0; y < tile.height; ++y) {
        Pixel* row = tile.row(y);
        QPointF at = first + y * down;
        for (int x = 0; x < tile.width; ++x, at += across) {
            const std::uint32_t grey = shade.at(at.x(), at.y());
            if (grey < 255)
                row[x] = (scaled(row[x], grey) & 0xFFFFFFU) | (row[x] & 0xFF000000U);
        }
    }
}

void paintRelief(QPainter& painter, const Canvas& canvas, const QImage& relief, const Box& extent)
{
    if (relief.isNull() || extent.empty())
        return;
    paintRaster(painter, canvas, shadow(relief), extent,
                canvas.toDevice({extent.minX, extent.maxY}));
}

} // namespace guatu::render
