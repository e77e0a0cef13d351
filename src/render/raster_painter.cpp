// SPDX-License-Identifier: MIT
#include "render/raster_painter.h"

#include <QPainter>

namespace guatu::render
{
namespace
{

constexpr double slack = 1e-3; // of a pixel

bool isSame(QPointF a, QPointF b)
{
    return std::abs(a.x() - b.x()) < slack && std::abs(a.y() - b.y()) < slack;
}

bool isSame(QSizeF a, QSizeF b)
{
    return isSame(QPointF(a.width(), a.height()), QPointF(b.width(), b.height()));
}

} // namespace

void paintRaster(QPainter& painter, const Canvas& canvas, const QImage& raster, const Box& extent,
                 QPointF corner)
{
    const Turn& turn = canvas.turn();
    const QSizeF size(extent.width() / canvas.metresPerPixel(),
                      extent.height() / canvas.metresPerPixel());
    const QPointF pixel = corner.toPoint();
    if (turn.isNone() && isSame(size, raster.size()) && isSame(corner, pixel)) {
        painter.drawImage(pixel, raster); // pixel by pixel, so that it stays sharp
        return;
    }
    painter.save();
    painter.setTransform(
        QTransform(turn.cos, turn.sin, -turn.sin, turn.cos, corner.x(), corner.y()), true);
    painter.drawImage(QRectF(QPointF(0, 0), size), raster);
    painter.restore();
}

} // namespace guatu::render
