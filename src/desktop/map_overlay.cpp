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

void drawMoved(QPainter& painter, const render::MapView& view, const render::MapPicture& picture)
{
    if (picture.image.isNull())
        return;
    const QPointF topLeft = view.toScreen(picture.view.toMap({0, 0}));
    const double scale = picture.view.metresPerPixel / view.metresPerPixel;
    const double turn = view.rotation - picture.view.rotation;
    if (std::abs(scale - 1) < 1e-9 && turn == 0 && picture.view.pixelRatio == view.pixelRatio) {
        // On whole device pixels, or a standing map would be blurred by half a pixel.
        const double ratio = view.pixelRatio;
        painter.drawImage(QPointF(std::round(topLeft.x() * ratio) / ratio,
                                  std::round(topLeft.y() * ratio) / ratio),
                          picture.image);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(topLeft);
    painter.rotate(turn);
    painter.drawImage(QRectF(0, 0, picture.view.width * scale, picture.view.height * scale),
                      picture.image);
    painter.restore();
}

void drawHover(QPainter& painter, const render::MapView& view, const QPainterPath& outline)
{
    if (outline.isEmpty())
        return;
    const QPointF origin = view.toScreen({0, 0});
    const QPointF east = view.toScreen({1, 0}) - origin;
    const QPointF north = view.toScreen({0, 1}) - origin;
    const QTransform toScreen(east.x(), east.y(), north.x(), north.y(), origin.x(), origin.y());
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

void drawRadius(QPainter& painter, const render::MapView& view, const std::vector<Point>& ring,
                QPointF centre, QPointF pointer, const QString& length)
{
    QPolygonF circle;
    for (const Point p : ring)
        circle << view.toScreen(p);
    painter.setBrush(QColor(29, 79, 145, 30));
    painter.setPen(QPen(colour::accent, 1.5));
    painter.drawPolygon(circle);
    painter.drawLine(centre, pointer);
    painter.setFont(interfaceFont(13, true));
    QRectF box = QRectF(painter.fontMetrics().boundingRect(length)).adjusted(-8, -4, 8, 4);
    box.moveBottomLeft(pointer + QPointF(12, -12));
    painter.setPen(QPen(colour::line, 1));
    painter.setBrush(Qt::white);
    painter.drawRect(box);
    painter.setPen(colour::ink);
    painter.drawText(box, Qt::AlignCenter, length);
}

} // namespace guatu::desktop
