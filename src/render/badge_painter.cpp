// SPDX-License-Identifier: MIT
#include "render/badge_painter.h"

#include "render/map_text.h"
#include "render/pattern.h"

#include <cmath>

namespace guatu::render
{
namespace
{
constexpr Colour fallback{0xB1, 0x00, 0x26};
}

void paintBadgeShape(QPainter& painter, const Canvas& canvas, const Colour& colour, QPointF at,
                     double radius, double height, const QString& number)
{
    const double edge = canvas.css(1.2);
    const QRectF box(at.x() - radius, at.y() - height / 2, 2 * radius, height);
    painter.setPen(QPen(Qt::white, edge));
    painter.setBrush(qcolor(colour));
    const QRectF inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2);
    painter.setBrush(Qt::NoBrush);
    paintCentred(painter, at, number, mapFont(height * 0.62, true), Qt::white);
}

void paintBadge(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const PlacedFigure& figure)
{
    const auto& fill = layer.drawnClass(figure.row)->symbol.fill;
    const auto& badge = std::get<BadgeFigure>(layer.style->figure);
    paintBadgeShape(painter, canvas, fill ? fill->colour : fallback, figure.at, figure.radius,
                    canvas.mm(badge.size), QString::number(std::llround(figure.value)));
}

} // namespace guatu::render
