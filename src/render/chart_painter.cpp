// SPDX-License-Identifier: MIT
#include "render/chart_painter.h"

#include "render/map_text.h"
#include "render/pattern.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

const QColor ink(27, 36, 48);

std::vector<Share> sharesOf(const DrawnLayer& layer, std::uint32_t row)
{
    std::vector<Share> shares;
    const auto& classes = layer.style->classes;
    for (const ChartPart& part : std::get<ChartFigure>(layer.style->figure).parts) {
        const auto styleClass =
            std::find_if(classes.begin(), classes.end(),
                         [&](const StyleClass& each) { return each.id == part.styleClass; });
        const NumberColumn* numbers = layer.table->number(part.field);
        if (styleClass == classes.end() || !numbers || !((*numbers)[row] > 0))
            continue;
        const auto& fill = styleClass->symbol.fill;
        shares.push_back({(*numbers)[row], fill ? qcolor(fill->colour) : ink});
    }
    return shares;
}

double sum(const std::vector<Share>& shares)
{
    double all = 0;
    for (const Share& share : shares)
        all += share.value;
    return all;
}

void paintNumber(QPainter& painter, const Canvas& canvas, QPointF at, double value, double room)
{
    const QString number = QString::number(std::llround(value));
    double size = canvas.css(10.5);
    const double needed = textWidth(number, mapFont(size, true));
    if (needed > room)
        size *= room / needed;
    if (size >= canvas.css(6.5)) // smaller figures cannot be read
        paintCentred(painter, at, number, mapFont(size, true), ink);
}

void paintRingChart(QPainter& painter, const Canvas& canvas, const PlacedFigure& figure,
                    const std::vector<Share>& shares)
{
    const double edge = canvas.css(1.2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(figure.at, figure.radius, figure.radius);
    painter.setBrush(Qt::NoBrush);
    const double outer = figure.radius - edge;
    const double width = std::clamp(outer * 0.3, canvas.css(2.8), canvas.css(6));
    paintShareRing(painter, figure.at, outer - width / 2, width, shares);
    paintNumber(painter, canvas, figure.at, figure.value, 2 * (outer - width) - canvas.css(1));
}

void paintBarChart(QPainter& painter, const Canvas& canvas, const PlacedFigure& figure,
                   const std::vector<Share>& shares)
{
    const double edge = canvas.css(1.2);
    const double height = std::min(canvas.css(15), figure.radius);
    const QRectF frame(figure.at.x() - figure.radius, figure.at.y() - height / 2, 2 * figure.radius,
                       height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRect(frame);
    const QRectF bar(frame.left() + edge, frame.bottom() - edge - height * 0.36,
                     frame.width() - 2 * edge, height * 0.36);
    const double all = sum(shares);
    double left = bar.left();
    for (const Share& share : shares) {
        const double width = bar.width() * share.value / all;
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), share.colour);
        left += width;
    }
    painter.setBrush(Qt::NoBrush);
    const QPointF middle(figure.at.x(), (frame.top() + edge + bar.top()) / 2);
    paintNumber(painter, canvas, middle, figure.value, bar.width());
}

} // namespace

void paintShareRing(QPainter& painter, QPointF at, double radius, double width,
                    const std::vector<Share>& shares)
{
    const double all = sum(shares);
    const QRectF circle(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    double before = 0;
    for (const Share& share : shares) {
        // Qt counts sixteenths of a degree, anticlockwise from three o'clock.
        const auto angle = [all](double value) {
            return 90 * 16 - static_cast<int>(std::lround(5760 * value / all));
        };
        const int from = angle(before);
        before += share.value;
        painter.setPen(QPen(share.colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, from, angle(before) - from);
    }
}

void paintChart(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const PlacedFigure& figure)
{
    const std::vector<Share> shares = sharesOf(layer, figure.row);
    if (std::get<ChartFigure>(layer.style->figure).isBar)
        paintBarChart(painter, canvas, figure, shares);
    else
        paintRingChart(painter, canvas, figure, shares);
}

} // namespace guatu::render
