// SPDX-License-Identifier: MIT
#include "render/point_painter.h"

#include "render/map_text.h"
#include "render/pattern.h"

#include <algorithm>
#include <tuple>

namespace guatu::render
{
namespace
{

constexpr Colour ink{27, 36, 48, 255};

void paintShares(QPainter& painter, const Style& style, const ClusterRing& ring,
                 const QRectF& circle, double width)
{
    const std::size_t total = ring.rows.size();
    std::size_t before = 0;
    for (std::size_t i = 0; i < ring.classCounts.size(); ++i) {
        if (ring.classCounts[i] == 0)
            continue;
        // Qt counts sixteenths of a degree, anticlockwise from three o'clock.
        const auto at = [total](std::size_t n) {
            return 90 * 16 - static_cast<int>(std::lround(5760.0 * static_cast<double>(n) /
                                                          static_cast<double>(total)));
        };
        const int from = at(before);
        before += ring.classCounts[i];
        const auto& fill = style.classes[i].symbol.fill;
        painter.setPen(QPen(qcolor(fill ? fill->colour : ink), width, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, from, at(before) - from);
    }
}

std::vector<QImage> spritesOf(const Canvas& canvas, const DrawnLayer& layer, SceneCache& cache)
{
    std::vector<QImage> sprites;
    for (const StyleClass& styleClass : layer.style->classes) {
        const auto& marker = styleClass.symbol.marker;
        sprites.push_back(marker ? cache.sprite(marker->symbol, markerSize(canvas, styleClass))
                                 : QImage());
    }
    return sprites;
}

} // namespace

void paintRing(QPainter& painter, const Canvas& canvas, const Style& style, const ClusterRing& ring)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(ring.at, ring.radius, ring.radius);
    painter.setBrush(Qt::NoBrush);
    const double width = canvas.css(2.8);
    const double radius = ring.radius - canvas.css(1.2) - width / 2;
    paintShares(painter, style, ring,
                QRectF(ring.at.x() - radius, ring.at.y() - radius, 2 * radius, 2 * radius), width);

    const QString number = QString::number(ring.rows.size());
    const double room = 2 * (radius - width / 2) - canvas.css(1);
    double size = canvas.css(9.5);
    const double needed = textWidth(number, mapFont(size, true));
    if (needed > room)
        size *= room / needed;
    paintCentred(painter, ring.at, number, mapFont(size, true), qcolor(ink));
}

void paintPoints(QPainter& painter, const Canvas& canvas, const PointLayout& layout,
                 const Focus& focus, SceneCache& cache, std::stop_token stop)
{
    const GeometryColumn& column = layout.layer->table->geometry;
    const std::uint8_t* classes = layout.layer->classes->data();
    const std::vector<QImage> sprites = spritesOf(canvas, *layout.layer, cache);
    for (const SinglePoint& single : layout.singles) {
        if (focus.exists() && !focus.contains(column.firstPoint(single.row)))
            painter.setOpacity(paleOpacity);
        painter.drawImage(symbolBox(canvas, *layout.layer, single).topLeft(),
                          sprites[classes[single.row]]);
        painter.setOpacity(1);
    }
    for (const ClusterRing& ring : layout.rings) {
        if (stop.stop_requested())
            return;
        paintRing(painter, canvas, *layout.layer->style, ring);
    }
}

Mass massOf(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus, SceneCache& cache)
{
    const GeometryColumn& column = layer.table->geometry;
    Mass mass{spritesOf(canvas, layer, cache), {}};
    std::vector<std::tuple<bool, int, double, double>> order;
    for (const std::uint32_t row : layer.prepared->index().search(canvas.extent(canvas.mm(12)))) {
        if (!hasMark(layer, row))
            continue;
        const Point place = column.firstPoint(row);
        const QRectF box = symbolBox(canvas, layer, {canvas.toDevice(place), row});
        order.emplace_back(focus.contains(place), -(*layer.classes)[row], box.top(), box.left());
    }
    std::ranges::sort(order);
    std::vector<LaidMark> laid;
    laid.reserve(order.size());
    for (const auto& [within, negativeClass, top, left] : order)
        laid.push_back({static_cast<std::uint8_t>(-negativeClass), {left, top}, within});
    const std::vector<bool> seen =
        seenMarks(laid, mass.sprites, canvas.bounds().toAlignedRect().size());
    for (std::size_t i = 0; i < laid.size(); ++i)
        if (seen[i])
            mass.marks.push_back(laid[i]);
    return mass;
}

void paintMass(QPainter& painter, const Mass& mass, std::stop_token stop)
{
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (const LaidMark& mark : mass.marks) {
        if (stop.stop_requested())
            return;
        painter.setOpacity(mark.hides ? 1 : paleOpacity);
        painter.drawImage(mark.at, mass.sprites[mark.sprite]);
    }
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::LosslessImageRendering, false);
}

} // namespace guatu::render
