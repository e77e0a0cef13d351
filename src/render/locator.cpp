// SPDX-License-Identifier: MIT
#include "render/locator.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double finest = 300;   // vertices nearer than this part of the whole are one
constexpr double margin = 0.04;  // of the width, left free around
constexpr double leastFrame = 5; // CSS pixels; a smaller frame is drawn as a mark of this size
const QColor land(0xEC, 0xEE, 0xF0), border(0xA4, 0xAD, 0xB6), here(0xC9, 0xD8, 0xEA);
const QColor frame(0xB1, 0x00, 0x26);

void addCoarse(GeometryColumn& to, std::span<const Point> ring, double tolerance)
{
    std::vector<Point> coarse;
    for (const Point& p : ring) {
        if (p.valid() && (coarse.empty() ||
                          std::hypot(p.x - coarse.back().x, p.y - coarse.back().y) >= tolerance))
            coarse.push_back(p);
    }
    if (coarse.size() < 3)
        return;
    coarse.push_back(coarse.front());
    to.addPart(coarse);
}

/// From the plane into a box, north up.
struct Fit {
    Fit(const Locator& locator, const QRectF& box)
    {
        const Box all = locator.areas.box();
        middle = all.empty() ? Point{0, 0} : all.center();
        const double usable = 1 - 2 * margin;
        pixel = all.empty() ? 1
                            : std::max(all.width() / (box.width() * usable),
                                       all.height() / (box.height() * usable));
        center = box.center();
    }
    [[nodiscard]] QPointF at(Point p) const
    {
        return center + QPointF((p.x - middle.x) / pixel, (middle.y - p.y) / pixel);
    }

    Point middle;
    double pixel;
    QPointF center;
};

QPainterPath pathOf(const GeometryColumn& areas, const Fit& fit)
{
    QPainterPath path;
    for (std::size_t row = 0; row < areas.size(); ++row) {
        for (std::size_t part = 0; part < areas.partCount(row); ++part) {
            QPolygonF ring;
            for (const Point& p : areas.part(row, part))
                ring.append(fit.at(p));
            path.addPolygon(ring);
        }
    }
    return path;
}

QPolygonF frameOf(const MapView& view, const Fit& fit)
{
    QPolygonF corners;
    const double w = view.width;
    const double h = view.height;
    for (const QPointF& corner : {QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)})
        corners.append(fit.at(view.toMap(corner)));
    return corners;
}

} // namespace

Locator makeLocator(const GeometryColumn& areas, std::optional<std::size_t> current)
{
    Locator locator;
    const Box all = areas.box();
    const double tolerance = all.empty() ? 0 : std::max(all.width(), all.height()) / finest;
    for (std::size_t row = 0; row < areas.size(); ++row) {
        for (std::size_t part = 0; part < areas.partCount(row); ++part) {
            addCoarse(locator.areas, areas.part(row, part), tolerance);
            if (current == row)
                addCoarse(locator.current, areas.part(row, part), tolerance);
        }
        locator.areas.endFeature();
    }
    if (current)
        locator.current.endFeature();
    return locator;
}

double locatorHeight(const Locator& locator, double width)
{
    const Box all = locator.areas.box();
    return all.empty() ? width
                       : std::clamp(width * all.height() / all.width(), width / 2, width * 2);
}

void paintLocator(QPainter& painter, const QRectF& box, const Locator& locator, const MapView& view,
                  double css)
{
    const Fit fit(locator, box);
    painter.save();
    painter.setClipRect(box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(box, Qt::white);
    painter.setPen(QPen(border, 0.8 * css));
    painter.setBrush(land);
    painter.drawPath(pathOf(locator.areas, fit));
    painter.setBrush(here);
    painter.drawPath(pathOf(locator.current, fit));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame, 1.5 * css, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const QPolygonF corners = frameOf(view, fit);
    const QRectF around = corners.boundingRect();
    if (std::max(around.width(), around.height()) >= leastFrame * css) {
        painter.drawPolygon(corners);
    } else {
        const QPointF half(leastFrame * css / 2, leastFrame * css / 2);
        painter.drawRect(QRectF(around.center() - half, around.center() + half));
    }
    painter.restore();
}

Point placeInLocator(const Locator& locator, const QRectF& box, QPointF at)
{
    const Fit fit(locator, box);
    return {fit.middle.x + (at.x() - fit.center.x()) * fit.pixel,
            fit.middle.y - (at.y() - fit.center.y()) * fit.pixel};
}

} // namespace guatu::render
