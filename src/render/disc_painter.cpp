// SPDX-License-Identifier: MIT
#include "render/disc_painter.h"

#include "render/pattern.h"

#include <cmath>

namespace guatu::render
{
namespace
{

constexpr int discOpacity = 190; // of 255: what lies below is seen through it
constexpr Colour fallback{0xB9, 0x50, 0x3D};
const QColor unknownEdge(0x5B, 0x5B, 0x5B);

} // namespace

void paintKnownDisc(QPainter& painter, const Canvas& canvas, const Colour& colour, QPointF at,
                    double radius)
{
    const double edge = canvas.css(1);
    QColor fill = qcolor(colour);
    fill.setAlpha(discOpacity);
    painter.setPen(QPen(Qt::white, edge));
    painter.setBrush(fill);
    painter.drawEllipse(at, radius - edge / 2, radius - edge / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(qcolor(colour).darker(150), edge * 0.75));
    painter.drawEllipse(at, radius - edge * 1.25, radius - edge * 1.25);
}

void paintUnknownDisc(QPainter& painter, const Canvas& canvas, QPointF at, double radius)
{
    const double edge = canvas.css(1.2);
    painter.setBrush(QColor(255, 255, 255, 150));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(Qt::NoBrush);
    QPen pen(unknownEdge, edge, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1.7, 1.3});
    painter.setPen(pen);
    painter.drawEllipse(at, radius - edge / 2, radius - edge / 2);
}

void paintDisc(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
               const PlacedFigure& figure)
{
    if (std::isnan(figure.value)) {
        paintUnknownDisc(painter, canvas, figure.at, figure.radius);
        return;
    }
    const auto& fill = layer.drawnClass(figure.row)->symbol.fill;
    paintKnownDisc(painter, canvas, fill ? fill->colour : fallback, figure.at, figure.radius);
}

} // namespace guatu::render
