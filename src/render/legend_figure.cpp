// SPDX-License-Identifier: MIT
#include "render/legend_figure.h"

#include "render/badge_painter.h"
#include "render/disc_painter.h"
#include "render/figure_value.h"
#include "render/legend_flow.h"
#include "render/legend_heat.h"
#include "render/legend_parts.h"
#include "render/map_text.h"
#include "render/pattern.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr Colour neutral{0x8A, 0x93, 0x9C};

/// A class that is counted, but not drawn.
void paintNothing(QPainter& painter, const Canvas& canvas)
{
    const QPointF middle = canvas.bounds().center();
    const QPointF half(canvas.css(4), 0);
    painter.setPen(QPen(QColor(138, 147, 156), canvas.css(1.2)));
    painter.drawLine(middle - half, middle + half);
}

/// A size of the scale and what it stands for; CSS pixels across.
struct Step {
    double size;
    QString text;
};

/// Discs that stand in each other on one ground, each with a line to its value.
QImage nestedDiscs(const std::vector<Step>& steps, const Colour& colour, double pixelRatio)
{
    const double largest = steps.front().size;
    double text = 0;
    for (const Step& step : steps)
        text = std::max(text, textWidth(step.text, mapFont(legendText, false)));
    const double row = legendText + 4;
    const double height = std::max(largest, row * static_cast<double>(steps.size())) + 4;
    const Canvas canvas = legendCanvas(static_cast<int>(std::ceil(largest + 22 + text)),
                                       static_cast<int>(std::ceil(height)), pixelRatio);
    QImage image = emptyPicture(canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double ground = canvas.css(height - 2);
    const double middle = canvas.css(largest / 2 + 1);
    double lowest = 0; // the texts are one below the other
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double radius = canvas.css(steps[i].size / 2);
        paintKnownDisc(painter, canvas, colour, {middle, ground - radius}, radius);
        const double top = ground - 2 * radius + canvas.css(0.5);
        const double rest = row * static_cast<double>(steps.size() - 1 - i);
        const double textTop = std::clamp(top / canvas.css(1), lowest + row / 2,
                                          std::max(lowest + row / 2, height - rest - row / 2));
        lowest = textTop + row / 2;
        const QPointF corner(canvas.css(largest + 12), canvas.css(textTop));
        painter.setPen(QPen(legendInk, canvas.css(0.75)));
        painter.drawPolyline(QPolygonF{{{middle, top}, {canvas.css(largest + 4), top}, corner}});
        const QFont font = mapFont(canvas.css(legendText), false);
        paintText(painter, {corner.x() + canvas.css(3), corner.y() + canvas.css(legendText * 0.36)},
                  steps[i].text, font, legendInk);
    }
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

const Layer* findLayer(const MapScene& scene, const std::string& id)
{
    if (!scene.definition)
        return nullptr;
    const auto& layers = scene.definition->layers;
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const Layer& layer) { return layer.id == id; });
    return found == layers.end() ? nullptr : &*found;
}

/// The colour of the first class that has one.
Colour colourOf(const Style& style)
{
    for (const StyleClass& styleClass : style.classes) {
        if (styleClass.symbol.fill)
            return styleClass.symbol.fill->colour;
    }
    return neutral;
}

double cssOf(double millimetres)
{
    return millimetres * 96 / 25.4;
}

QImage discScale(const DiscFigure& field, const Colour& colour, double largest, Language language,
                 double pixelRatio)
{
    std::vector<Step> steps;
    for (const double value : roundValues(largest))
        steps.push_back({cssOf(discSize(field.least, field.most, value, largest)),
                         legendValue(value, field.unitWord, language)});
    return steps.empty() ? QImage() : nestedDiscs(steps, colour, pixelRatio);
}

} // namespace

QImage figureSwatch(const Style& style, const StyleClass& styleClass, int width, int height,
                    double pixelRatio)
{
    if (!isFigure(style.figure) || std::holds_alternative<ChartFigure>(style.figure))
        return {};
    const Canvas canvas = legendCanvas(width, height, pixelRatio);
    QImage image = emptyPicture(canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = canvas.bounds().center();
    const double radius = std::min(canvas.css(6), canvas.bounds().height() / 2);
    const auto& fill = styleClass.symbol.fill;
    if (std::holds_alternative<DiscFigure>(style.figure)) {
        if (fill)
            paintKnownDisc(painter, canvas, fill->colour, middle, radius);
        else if (styleClass.id == "unknown")
            paintUnknownDisc(painter, canvas, middle, radius);
        else
            paintNothing(painter, canvas);
    } else if (std::holds_alternative<BadgeFigure>(style.figure) && fill) {
        paintBadgeShape(painter, canvas, fill->colour, middle, radius, 2 * radius,
                        QStringLiteral("3"));
    } else if (const auto* heat = std::get_if<HeatFigure>(&style.figure); heat && fill) {
        const double rim = canvas.css(1);
        paintHeatSwatch(painter, canvas.bounds().adjusted(rim, rim, -rim, -rim), *heat);
    } else if (std::holds_alternative<FlowFigure>(style.figure) && fill) {
        paintFlowSwatch(painter, canvas, fill->colour);
    } else {
        paintNothing(painter, canvas);
    }
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

QImage legendFigure(const MapScene& scene, const std::string& layerId, double pixelRatio)
{
    const Layer* layer = findLayer(scene, layerId);
    const auto table = layer ? tableOf(scene, *layer) : nullptr;
    if (!table)
        return {};
    const Style& style = scene.definition->styleOf(*layer);
    const DrawnLayer drawn = drawnLayer(scene, *layer, table, scene.definition->styleOf(*layer), 0);
    if (const auto* disc = std::get_if<DiscFigure>(&style.figure))
        return discScale(*disc, colourOf(style), largestValue(drawn), scene.language, pixelRatio);
    if (const auto* chart = std::get_if<ChartFigure>(&style.figure);
        chart && chart->most > chart->least) {
        const DiscFigure field{{}, chart->least, chart->most, chart->unitWord};
        return discScale(field, neutral, largestValue(drawn), scene.language, pixelRatio);
    }
    if (const auto* flow = std::get_if<FlowFigure>(&style.figure))
        return flowScale(*flow, colourOf(style), largestValue(drawn), scene.language, pixelRatio);
    if (const auto* heat = std::get_if<HeatFigure>(&style.figure)) {
        const HeatShades shades =
            heat->most > 0 ? HeatShades(*heat, heat->most) : heatOf(drawn, *scene.cache, 0).shades;
        return heatScale(*heat, shades, scene.language, pixelRatio);
    }
    return {};
}

} // namespace guatu::render
