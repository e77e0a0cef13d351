// SPDX-License-Identifier: MIT
#include "render/raster_painter.h"

#include <QPainter>

namespace guatu::render
{

void paintRaster(QPainter& painter, const Canvas& canvas, const QImage& raster, const Box& extent,
                 QPointF corner)
{
    const Turn& turn = canvas.turn();
    painter.save();
    painter.setTransform(
        QTransform(turn.cos, turn.sin, -turn.sin, turn.cos, corner.x(), corner.y()), true);
    painter.drawImage(QRectF(0, 0, extent.width() / canvas.metresPerPixel(),
                             extent.height() / canvas.metresPerPixel()),
                      raster);
    painter.restore();
}

} // namespace guatu::render
