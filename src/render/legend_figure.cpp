// SPDX-License-Identifier: MIT
#include "render/legend_figure.h"

#include "core/text.h"
#include "render/badge_painter.h"
#include "render/disc_painter.h"
#include "render/figure_value.h"
#include "render/map_text.h"
#include "render/pattern.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double textSize = 11; // CSS pixels
constexpr Colour neutral{0x8A, 0x93, 0x9C};
const QColor quietInk(86, 97, 110);

/// A class that is counted, but not drawn.
void paintNothing(QPainter& painter, const Canvas& canvas)
{
    const QPointF middle = canvas.bounds().center();
    const QPointF half(canvas.css(4), 0);
    painter.setPen(QPen(QColor(138, 147, 156), canvas.css(1.2)));
    painter.drawLine(middle - half, middle + half);
}

Canvas canvasOf(int width, int height, double pixelRatio)
{
    MapView view;
    view.width = width;
    view.height = height;
    view.pixelRatio = pixelRatio;
    return Canvas(view);
}

QImage emptyImage(const Canvas& canvas)
{
    QImage image(canvas.bounds().size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

QString valueText(double value, const LocalText& unitWord, Language language)
{
    const QString number = value >= 1 ? QString::fromStdString(withThousands(std::llround(value)))
                                      : QString::number(value, 'g', 3);
    return number + QChar(0x2009) + QString::fromStdString(unitWord.in(language));
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
        text = std::max(text, textWidth(step.text, mapFont(textSize, false)));
    const double row = textSize + 4;
    const double height = std::max(largest, row * static_cast<double>(steps.size())) + 4;
    const Canvas canvas = canvasOf(static_cast<int>(std::ceil(largest + 22 + text)),
                                   static_cast<int>(std::ceil(height)), pixelRatio);
    QImage image = emptyImage(canvas);
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
        painter.setPen(QPen(quietInk, canvas.css(0.75)));
        painter.drawPolyline(QPolygonF{{{middle, top}, {canvas.css(largest + 4), top}, corner}});
        const QFont font = mapFont(canvas.css(textSize), false);
        paintText(painter, {corner.x() + canvas.css(3), corner.y() + canvas.css(textSize * 0.36)},
                  steps[i].text, font, quietInk);
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
                         valueText(value, field.unitWord, language)});
    return steps.empty() ? QImage() : nestedDiscs(steps, colour, pixelRatio);
}

} // namespace

QImage figureSwatch(const Style& style, const StyleClass& styleClass, int width, int height,
                    double pixelRatio)
{
    if (!isFigure(style.figure) || std::holds_alternative<ChartFigure>(style.figure))
        return {};
    const Canvas canvas = canvasOf(width, height, pixelRatio);
    QImage image = emptyImage(canvas);
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
    return {};
}

} // namespace guatu::render
