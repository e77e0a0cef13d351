// SPDX-License-Identifier: MIT
#include "desktop/map_mover.h"

#include "desktop/theme.h"

#include <QPainter>

namespace guatu::desktop
{

void drawMovers(QPainter& painter, const render::MapView& view, const std::vector<MapMover>& movers)
{
    for (const MapMover& mover : movers) {
        if (!mover.at.valid())
            continue;
        const QPointF at = view.toScreen(mover.at);
        painter.setPen(QPen(colour::ink, 1.5));
        painter.setBrush(Qt::white);
        painter.drawEllipse(at, 9, 9);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mover.colour);
        painter.drawEllipse(at, 6, 6);
        painter.setFont(interfaceFont(12, true));
        const QRectF words = painter.fontMetrics().boundingRect(mover.text);
        const QRectF box(at.x() + 13, at.y() - 10, words.width() + 12, 20);
        painter.setPen(QPen(mover.colour, 1));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(colour::ink);
        painter.drawText(box, Qt::AlignCenter, mover.text);
    }
}

} // namespace guatu::desktop
