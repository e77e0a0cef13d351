// SPDX-License-Identifier: MIT
#include "render/legend_heat.h"

#include "render/legend_parts.h"
#include "render/map_text.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double barWidth = 168, barHeight = 10, line = 16; // CSS pixels
constexpr double margin = 10;                               // beside the bar, for its numbers

QString said(const Message& message, Language language)
{
    return QString::fromStdString(text(message, language));
}

/// 1.5 公里, 6 毫米.
QString radiusText(const HeatFigure& figure, Language language)
{
    if (figure.onPaper)
        return said({"render.heat.radius_mm", {{"mm", legendNumber(figure.radius).toStdString()}}},
                    language);
    const double kilometres = heatRadius(figure, 0) / 1000;
    return said({"render.heat.radius", {{"km", legendNumber(kilometres).toStdString()}}}, language);
}

void paintShades(QPainter& painter, const QRectF& bar, const HeatShades& shades)
{
    painter.fillRect(bar, Qt::white);
    for (double x = 0; x < bar.width(); ++x) {
        const double share = (x + 0.5) / bar.width();
        const Pixel pixel = shades.of(shades.least() + share * (shades.most() - shades.least()));
        painter.fillRect(QRectF(bar.left() + x, bar.top(), 1, bar.height()),
                         QColor::fromRgba(qUnpremultiply(pixel)));
    }
}

} // namespace

QImage heatScale(const HeatFigure& figure, const HeatShades& shades, Language language,
                 double pixelRatio)
{
    QStringList lines{
        said({"render.heat.unit", {{"unit", figure.unitWord.in(language)}}}, language),
        radiusText(figure, language),
        said({"render.heat.alone", {{"fewest", std::to_string(fewestInHeat)}}}, language)};
    double width = barWidth + 2 * margin;
    for (const QString& each : lines)
        width = std::max(width, textWidth(each, mapFont(legendText, false)) + 2);
    const Canvas canvas = legendCanvas(width, 4 * line + barHeight + 6, pixelRatio);
    QImage image = emptyPicture(canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = mapFont(canvas.css(legendText), false);
    const auto write = [&](double left, double middle, const QString& words) {
        paintText(painter, labelBaseline({canvas.css(left), canvas.css(middle)}, font), words, font,
                  legendInk);
    };
    write(1, line / 2, lines[0]);
    const QRectF bar(canvas.css(margin), canvas.css(line), canvas.css(barWidth),
                     canvas.css(barHeight));
    paintShades(painter, bar, shades);
    painter.setPen(QPen(legendInk, canvas.css(0.75)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    const double numbers = line + barHeight + line / 2 + 3;
    for (const double share : {0.0, 0.5, 1.0}) {
        const double value = shades.least() + share * (shades.most() - shades.least());
        QString words = legendNumber(value);
        if (share == 1)
            words.prepend(QStringLiteral("≥ "));
        const double at = margin + share * barWidth;
        painter.drawLine(QPointF(canvas.css(at), bar.bottom()),
                         QPointF(canvas.css(at), bar.bottom() + canvas.css(3)));
        const double wide = textWidth(words, mapFont(legendText, false));
        write(std::clamp(at - wide / 2, 1.0, width - wide - 1), numbers, words);
    }
    write(1, numbers + line, lines[1]);
    write(1, numbers + 2 * line, lines[2]);
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

void paintHeatSwatch(QPainter& painter, const QRectF& box, const HeatFigure& figure)
{
    paintShades(painter, box, HeatShades(figure, 1));
}

} // namespace guatu::render
