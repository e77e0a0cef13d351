// SPDX-License-Identifier: MIT
#include "render/point_painter.h"

#include "render/map_text.h"
#include "render/pattern.h"

#include <numeric>

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
    std::vector<QImage> sprites;
    for (const StyleClass& styleClass : layout.layer->style->classes) {
        sprites.push_back(styleClass.symbol.marker ? cache.sprite(styleClass.symbol.marker->symbol,
                                                                  markerSize(canvas, styleClass))
                                                   : QImage());
    }
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

} // namespace guatu::render
