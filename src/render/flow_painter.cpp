// SPDX-License-Identifier: MIT
#include "render/flow_painter.h"

#include "render/pattern.h"

#include <cmath>

namespace guatu::render
{
namespace
{

constexpr int opacity = 205; // of 255: what lies below is seen through it
constexpr Colour fallback{0x0B, 0x5F, 0x66};
const QColor chosen(0x11, 0x18, 0x20);

} // namespace

void paintFlowShape(QPainter& painter, const Canvas& canvas, const Colour& colour,
                    const QPainterPath& shape, bool isKnown, bool isSelected)
{
    if (isSelected)
        painter.strokePath(shape,
                           QPen(chosen, canvas.css(5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(shape,
                       QPen(Qt::white, canvas.css(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QColor fill = qcolor(colour);
    fill.setAlpha(opacity);
    if (isKnown) {
        painter.fillPath(shape, fill);
        return;
    }
    painter.fillPath(shape, QColor(255, 255, 255, 180));
    painter.strokePath(shape, QPen(fill, canvas.css(0.75)));
}

void paintFlow(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
               const PlacedFlow& flow, bool isSelected)
{
    const auto& fill = layer.drawnClass(flow.row)->symbol.fill;
    paintFlowShape(painter, canvas, fill ? fill->colour : fallback,
                   flowShape(flow.axis, flow.width, leastFlowHead(canvas)), !std::isnan(flow.value),
                   isSelected);
}

} // namespace guatu::render
