// SPDX-License-Identifier: MIT
#include "render/legend_flow.h"

#include "render/figure_value.h"
#include "render/legend_parts.h"
#include "render/map_text.h"

#include <algorithm>

namespace guatu::render
{
namespace
{
constexpr double arrow = 56, gap = 8; // CSS pixels
}

QImage flowScale(const FlowFigure& figure, const Colour& colour, double largest, Language language,
                 double pixelRatio)
{
    const std::vector<double> values = roundValues(largest);
    if (values.empty())
        return {};
    const auto cssOf = [](double millimetres) { return millimetres * 96 / 25.4; };
    std::vector<double> heights;
    double height = 0;
    double words = 0;
    for (const double value : values) {
        const double width = cssOf(flowWidth(figure, value, largest));
        heights.push_back(std::max(legendText + 5, 2 * width + 4));
        height += heights.back();
        words = std::max(words, textWidth(legendValue(value, figure.unitWord, language),
                                          mapFont(legendText, false)));
    }
    const Canvas canvas = legendCanvas(arrow + gap + words + 4, height, pixelRatio);
    QImage image = emptyPicture(canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = mapFont(canvas.css(legendText), false);
    double middle = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        middle += heights[i] / 2;
        const QPolygonF axis{{{canvas.css(2), canvas.css(middle)},
                              {canvas.css(arrow / 2), canvas.css(middle)},
                              {canvas.css(arrow), canvas.css(middle)}}};
        const double width = canvas.mm(flowWidth(figure, values[i], largest));
        paintFlowShape(painter, canvas, colour, flowShape(axis, width, leastFlowHead(canvas)),
                       true);
        paintText(painter, labelBaseline({canvas.css(arrow + gap), canvas.css(middle)}, font),
                  legendValue(values[i], figure.unitWord, language), font, legendInk);
        middle += heights[i] / 2;
    }
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

void paintFlowSwatch(QPainter& painter, const Canvas& canvas, const Colour& colour)
{
    const QRectF box = canvas.bounds();
    const double rim = canvas.css(2);
    const QPolygonF axis{{{box.left() + rim, box.center().y()},
                          box.center(),
                          {box.right() - rim, box.center().y()}}};
    paintFlowShape(painter, canvas, colour, flowShape(axis, canvas.mm(0.7), leastFlowHead(canvas)),
                   true);
}

} // namespace guatu::render
