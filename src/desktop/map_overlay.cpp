// SPDX-License-Identifier: MIT
#include "desktop/map_overlay.h"

#include "desktop/theme.h"

#include <QPainter>
#include <QTransform>

namespace guatu::desktop
{

QPainterPath outlineOf(const FeatureTable& table, std::size_t row)
{
    QPainterPath path;
    const GeometryColumn& geometry = table.geometry;
    if (geometry.type() != GeometryType::Polygon && geometry.type() != GeometryType::Line)
        return path;
    for (std::size_t part = 0; part < geometry.partCount(row); ++part) {
        bool first = true;
        for (const Point p : geometry.part(row, part)) {
            if (first)
                path.moveTo(p.x, p.y);
            else
                path.lineTo(p.x, p.y);
            first = false;
        }
    }
    return path;
}

void drawHover(QPainter& painter, const render::MapView& view, const QPainterPath& outline)
{
    if (outline.isEmpty())
        return;
    const QPointF origin = view.toScreen({0, 0});
    const double scale = 1 / view.metresPerPixel;
    const QTransform toScreen(scale, 0, 0, -scale, origin.x(), origin.y());
    const QPainterPath path = toScreen.map(outline);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(colour::accent, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void drawMark(QPainter& painter, const render::MapView& view, Point place)
{
    if (!place.valid())
        return;
    const QPointF at = view.toScreen(place);
    for (const QPen& pen : {QPen(Qt::white, 5), QPen(colour::accent, 2)}) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 8, 8);
        painter.drawLine(at + QPointF(-14, 0), at + QPointF(-4, 0));
        painter.drawLine(at + QPointF(4, 0), at + QPointF(14, 0));
        painter.drawLine(at + QPointF(0, -14), at + QPointF(0, -4));
        painter.drawLine(at + QPointF(0, 4), at + QPointF(0, 14));
    }
}

void drawMeasurement(QPainter& painter, const render::MapView& view, const Measurement& measurement)
{
    QPolygonF line;
    for (const Point p : measurement.line())
        line << view.toScreen(p);
    if (line.isEmpty())
        return;
    if (measurement.isArea() && line.size() > 2) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(29, 79, 145, 40));
        painter.drawPolygon(line);
        line << line.front();
    }
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(Qt::white, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                            QPen(colour::accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)}) {
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.setPen(QPen(colour::accent, 1.5));
    painter.setBrush(Qt::white);
    for (const QPointF& vertex : line)
        painter.drawEllipse(vertex, 3.5, 3.5);
}

void drawRubberBand(QPainter& painter, const QRectF& box, bool zooming)
{
    painter.setBrush(QColor(29, 79, 145, 30));
    painter.setPen(QPen(colour::accent, 1.5, zooming ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(box);
}

} // namespace guatu::desktop
