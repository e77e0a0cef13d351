// SPDX-License-Identifier: MIT
#include "render/route_badges.h"

#include "render/label_placer.h"
#include "render/map_text.h"
#include "render/route_style.h"
#include "render/spread.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr std::size_t fewLeftOut = 25; ///< more are drawn small, where they lie, without names
constexpr double badgeMm = 5.8, leftOutMm = 4.4, smallLeftOutMm = 2.6, mostShiftCss = 32,
                 nameCss = 13, signCss = 14;
const QColor late(0xB1, 0x00, 0x26), listed(0x6A, 0x00, 0x67), ink(0x1B, 0x24, 0x30);

class BadgeLayouter
{
public:
    BadgeLayouter(const Canvas& canvas, const RouteMap& map)
        : m_canvas(canvas),
          m_map(map),
          m_spreader(canvas.css(mostShiftCss)),
          m_names(canvas.css(64))
    {
    }

    RouteBadges layout() &&
    {
        if (m_map.chosen && *m_map.chosen < m_map.routes.size())
            addRoute(*m_map.chosen);
        for (std::size_t i = 0; i < m_map.routes.size(); ++i)
            if (m_map.chosen != i)
                addRoute(i);
        addLeftOut();
        for (const PlacedBadge& badge : m_all.badges)
            m_names.block(boxAround(badge.at, badge.radius));
        for (std::size_t i = 0; i < m_all.badges.size(); ++i)
            addName(i);
        return std::move(m_all);
    }

private:
    [[nodiscard]] bool isSeen(QPointF at) const
    {
        const double margin = m_canvas.css(40);
        return m_canvas.bounds().adjusted(-margin, -margin, margin, margin).contains(at);
    }

    static QRectF boxAround(QPointF at, double radius)
    {
        return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
    }

    void addRoute(std::size_t route)
    {
        const double radius = m_canvas.mm(badgeMm) / 2;
        const auto& stops = m_map.routes[route].stops;
        for (std::size_t i = 0; i < stops.size(); ++i) {
            const QPointF place = m_canvas.toDevice(stops[i].at);
            if (isSeen(place))
                m_all.badges.push_back(
                    {m_spreader.place(place, radius + m_canvas.css(1)), place, radius, route, i});
        }
    }

    void addLeftOut()
    {
        const bool areFew = m_map.leftOut.size() <= fewLeftOut;
        const double radius = m_canvas.mm(areFew ? leftOutMm : smallLeftOutMm) / 2;
        Spreader exact(0);
        for (const PlacedBadge& badge : m_all.badges)
            exact.block(badge.at, badge.radius);
        for (std::size_t i = 0; i < m_map.leftOut.size(); ++i) {
            const QPointF place = m_canvas.toDevice(m_map.leftOut[i].at);
            if (!isSeen(place))
                continue;
            if (const auto at = areFew ? m_spreader.tryPlace(place, radius)
                                       : exact.tryPlace(place, radius * 0.8))
                m_all.badges.push_back({*at, place, radius, PlacedBadge::leftOut, i});
            else
                ++m_all.unplaced;
        }
    }

    void addName(std::size_t index)
    {
        const PlacedBadge& badge = m_all.badges[index];
        const bool isLeft = badge.route == PlacedBadge::leftOut;
        const RouteStop& stop =
            isLeft ? m_map.leftOut[badge.stop] : m_map.routes[badge.route].stops[badge.stop];
        if (stop.name.empty() || (isLeft && m_map.leftOut.size() > fewLeftOut))
            return;
        const QString text = QString::fromStdString(stop.name);
        const double size = m_canvas.css(isLeft ? nameCss - 1 : nameCss);
        const double sign = stop.isListed ? m_canvas.css(signCss + 3) : 0;
        const double width = textWidth(text, mapFont(size, !isLeft)) + sign + m_canvas.css(2);
        const double height = size * 1.3;
        const double gap = badge.radius + m_canvas.css(3);
        const std::array positions{
            QRectF(badge.at.x() + gap, badge.at.y() - height / 2, width, height),
            QRectF(badge.at.x() - gap - width, badge.at.y() - height / 2, width, height),
            QRectF(badge.at.x() - width / 2, badge.at.y() - gap - height, width, height),
            QRectF(badge.at.x() - width / 2, badge.at.y() + gap, width, height)};
        if (const auto at = m_names.place(positions, m_canvas.bounds()))
            m_all.names.push_back({text, positions[*at], index});
    }

    const Canvas& m_canvas;
    const RouteMap& m_map;
    Spreader m_spreader;
    LabelPlacer m_names;
    RouteBadges m_all;
};

void paintSign(QPainter& painter, const Canvas& canvas, QPointF leftMiddle)
{
    const double side = canvas.css(signCss);
    const QRectF box(leftMiddle.x(), leftMiddle.y() - side / 2, side, side);
    painter.setPen(QPen(Qt::white, canvas.css(1)));
    painter.setBrush(listed);
    painter.drawRoundedRect(box, canvas.css(2), canvas.css(2));
    const QFont font = mapFont(side * 0.72, true);
    const QString text = QStringLiteral("督");
    paintText(painter,
              labelBaseline({box.center().x() - textWidth(text, font) / 2, box.center().y()}, font),
              text, font, Qt::white);
}

void paintLeader(QPainter& painter, const Canvas& canvas, const PlacedBadge& badge,
                 const QColor& colour)
{
    const QPointF way = badge.place - badge.at;
    if (std::hypot(way.x(), way.y()) < badge.radius * 0.8)
        return;
    for (const QPen& pen : {QPen(Qt::white, canvas.css(3)), QPen(colour, canvas.css(1.2))}) {
        painter.setPen(pen);
        painter.drawLine(badge.at, badge.place);
    }
    painter.setPen(QPen(Qt::white, canvas.css(1)));
    painter.setBrush(colour);
    painter.drawEllipse(badge.place, canvas.css(2.6), canvas.css(2.6));
}

} // namespace

RouteBadges layoutBadges(const Canvas& canvas, const RouteMap& map)
{
    return BadgeLayouter(canvas, map).layout();
}

void paintRouteBadge(QPainter& painter, QPointF at, double radius, std::size_t team,
                     std::size_t day, const QString& number)
{
    const QPainterPath shape = badgeShape(team, at, radius * 0.86);
    painter.setPen(QPen(Qt::white, radius * 0.42, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.setPen(QPen(teamColour(team), radius * 0.17));
    painter.setBrush(badgeFill(team, day));
    painter.drawPath(shape);
    if (number.isEmpty())
        return;
    const double size = radius * (number.size() > 3 ? 0.62 : number.size() > 2 ? 0.78 : 1.08);
    paintCentred(painter, at, number, mapFont(size, true), badgeInk(team, day));
}

void paintLeftOutMark(QPainter& painter, QPointF at, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 220));
    painter.drawEllipse(at, radius, radius);
    QPen ring(late, radius * 0.18);
    ring.setDashPattern({2.2, 1.6});
    painter.setPen(ring);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, radius * 0.88, radius * 0.88);
    const double arm = radius * 0.4;
    painter.setPen(QPen(late, radius * 0.24, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
}

void paintBadges(QPainter& painter, const Canvas& canvas, const RouteMap& map,
                 const RouteBadges& badges)
{
    painter.save();
    for (const PlacedBadge& badge : badges.badges)
        paintLeader(painter, canvas, badge,
                    badge.route == PlacedBadge::leftOut ? late
                                                        : teamColour(map.routes[badge.route].team));
    for (const PlacedRouteName& name : badges.names) {
        const PlacedBadge& badge = badges.badges[name.badge];
        const bool isLeft = badge.route == PlacedBadge::leftOut;
        const RouteStop& stop =
            isLeft ? map.leftOut[badge.stop] : map.routes[badge.route].stops[badge.stop];
        QPointF left(name.box.left() + canvas.css(1), name.box.center().y());
        if (stop.isListed) {
            paintSign(painter, canvas, left);
            left.rx() += canvas.css(signCss + 3);
        }
        const QFont font = mapFont(canvas.css(isLeft ? nameCss - 1 : nameCss), !isLeft);
        paintText(painter, labelBaseline(left, font), name.text, font, isLeft ? late : ink,
                  QColor(255, 255, 255, 235), canvas.css(2));
    }
    // The first placed lies on top.
    for (std::size_t i = badges.badges.size(); i-- > 0;) {
        const PlacedBadge& badge = badges.badges[i];
        if (badge.route == PlacedBadge::leftOut) {
            paintLeftOutMark(painter, badge.at, badge.radius);
            continue;
        }
        const Route& route = map.routes[badge.route];
        const RouteStop& stop = route.stops[badge.stop];
        const bool isChosen =
            map.chosenStop && std::count(stop.ids.begin(), stop.ids.end(), *map.chosenStop) > 0;
        if (isChosen) {
            painter.setPen(QPen(QColor(0x11, 0x18, 0x20), canvas.css(2)));
            painter.setBrush(Qt::white);
            painter.drawEllipse(badge.at, badge.radius * 1.28, badge.radius * 1.28);
        }
        paintRouteBadge(painter, badge.at, badge.radius, route.team, route.day,
                        QString::fromStdString(stop.number));
    }
    painter.restore();
}

std::optional<std::size_t> routeStopAt(const MapScene& scene, const MapView& view, QPointF pixel)
{
    if (!scene.routes)
        return {};
    const Canvas canvas(view);
    const QPointF at = pixel * view.pixelRatio;
    for (const PlacedBadge& badge : layoutBadges(canvas, *scene.routes).badges) {
        const QPointF way = badge.at - at;
        if (std::hypot(way.x(), way.y()) > badge.radius + canvas.css(2))
            continue;
        const RouteStop& stop = badge.route == PlacedBadge::leftOut
                                    ? scene.routes->leftOut[badge.stop]
                                    : scene.routes->routes[badge.route].stops[badge.stop];
        if (!stop.ids.empty())
            return stop.ids.front();
    }
    return {};
}

} // namespace guatu::render
