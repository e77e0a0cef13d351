// SPDX-License-Identifier: MIT
#include "desktop/start_picture.h"

#include "core/definition.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr double middleLatitude = 25.3;
// Of the campaign plan: six counties had exited by April 2020, this one had not.
const QString unexitedCounty = QStringLiteral("532329000000");

QPointF position(const QJsonArray& lonLat)
{
    return {lonLat[0].toDouble() * std::cos(middleLatitude * M_PI / 180), -lonLat[1].toDouble()};
}

QPainterPath outline(const QJsonObject& geometry)
{
    QPainterPath path;
    const QJsonArray coordinates = geometry["coordinates"].toArray();
    const bool multi = geometry["type"].toString() == QStringLiteral("MultiPolygon");
    const QJsonArray polygons = multi ? coordinates : QJsonArray{coordinates};
    for (const QJsonValue& polygon : polygons) {
        for (const QJsonValue& ring : polygon.toArray()) {
            QPolygonF points;
            for (const QJsonValue& point : ring.toArray())
                points << position(point.toArray());
            path.addPolygon(points);
        }
    }
    return path;
}

/// The middle of the largest ring: good enough for a name.
QPointF middleOf(const QPainterPath& path)
{
    double largest = 0;
    QPointF middle = path.boundingRect().center();
    for (const QPolygonF& ring : path.toSubpathPolygons()) {
        double area = 0;
        QPointF sum;
        for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
            const double cross = ring[i].x() * ring[i + 1].y() - ring[i + 1].x() * ring[i].y();
            area += cross / 2;
            sum += (ring[i] + ring[i + 1]) * cross;
        }
        if (std::abs(area) > largest) {
            largest = std::abs(area);
            middle = sum / (6 * area);
        }
    }
    return middle;
}

} // namespace

StartPicture::StartPicture(const Texts& texts, QWidget* parent) : QWidget(parent), m_texts(texts)
{
    load();
    texts.keep(this, [this] { update(); });
}

void StartPicture::load()
{
    // Without the file the page stands without the picture: it only decorates.
    QFile file(fromPath(dataRoot() / "data" / "chuxiong" / "counties.geojson"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray features =
        QJsonDocument::fromJson(file.readAll()).object()["features"].toArray();
    for (const QJsonValue& feature : features) {
        const QJsonObject properties = feature["properties"].toObject();
        County county;
        county.name = properties["name"].toString();
        county.outline = outline(feature["geometry"].toObject());
        county.middle = middleOf(county.outline);
        county.exited = properties["code"].toString() != unexitedCounty;
        m_counties.push_back(std::move(county));
    }
}

void StartPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0xEC, 0xEE, 0xF1));
    painter.setPen(colour::line);
    painter.drawLine(QPointF(0.5, 0), QPointF(0.5, height()));
    if (m_counties.empty())
        return;
    painter.setFont(interfaceFont(17, true));
    painter.setPen(colour::ink);
    painter.drawText(QRectF(28, 24, width() - 56, 28), Qt::AlignVCenter,
                     m_texts("desktop.start.picture"));
    painter.setFont(interfaceFont(13));
    painter.setPen(colour::secondary);
    painter.drawText(QRectF(28, 52, width() - 56, 24), Qt::AlignVCenter,
                     m_texts("desktop.start.picture_about"));
    paintMap(painter, QRectF(28, 100, width() - 56, height() - 140));
}

void StartPicture::paintMap(QPainter& painter, const QRectF& room) const
{
    QRectF all;
    for (const County& county : m_counties)
        all |= county.outline.boundingRect();
    const double scale = std::min(room.width() / all.width(), room.height() / all.height());
    QTransform toScreen;
    toScreen.translate(room.center().x(), room.center().y());
    toScreen.scale(scale, scale);
    toScreen.translate(-all.center().x(), -all.center().y());
    for (const County& county : m_counties) {
        painter.setBrush(county.exited ? QColor(0xD6, 0xEC, 0xD7) : QColor(0xF0, 0x9A, 0x92));
        painter.setPen(QPen(QColor(0x6B, 0x60, 0x58), 1));
        painter.drawPath(toScreen.map(county.outline));
    }
    painter.setFont(interfaceFont(15, true));
    for (const County& county : m_counties) {
        const QPointF at = toScreen.map(county.middle);
        QPainterPath name;
        name.addText(0, 0, painter.font(), county.name);
        name.translate(at - name.boundingRect().center());
        painter.strokePath(
            name, QPen(QColor(255, 255, 255, 235), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(name, colour::ink);
    }
    painter.setFont(interfaceFont(12));
    double y = room.bottom() - 4;
    for (const bool exited : {true, false}) {
        painter.setBrush(exited ? QColor(0xD6, 0xEC, 0xD7) : QColor(0xF0, 0x9A, 0x92));
        painter.setPen(QPen(QColor(0x6B, 0x60, 0x58), 1));
        painter.drawRect(QRectF(28.5, y - 13.5, 22, 14));
        painter.setPen(colour::text);
        painter.drawText(
            QRectF(60, y - 18, 240, 22), Qt::AlignVCenter,
            m_texts(exited ? "desktop.start.county_exited" : "desktop.start.county_unexited"));
        y -= 24;
    }
}

} // namespace guatu::desktop
