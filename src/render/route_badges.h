// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"
#include "render/route_map.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace guatu::render
{

/// A badge where it stands, in device pixels.
struct PlacedBadge {
    static constexpr std::size_t leftOut = static_cast<std::size_t>(-1);

    QPointF at, place; ///< where it is drawn, and where its stop lies
    double radius = 0;
    std::size_t route = leftOut; ///< of RouteMap::routes
    std::size_t stop = 0;        ///< of the route, or of RouteMap::leftOut
};

struct PlacedRouteName {
    QString text;
    QRectF box; ///< device pixels
    std::size_t badge = 0;
};

struct RouteBadges {
    std::vector<PlacedBadge> badges{};
    std::vector<PlacedRouteName> names{};
    std::size_t unplaced = 0; ///< badges of stops left out that found no place
};

/// Gives every stop in the picture its badge, moved up to 32 CSS pixels so that none covers
/// another, those of the chosen route first; then names where there is room.
[[nodiscard]] RouteBadges layoutBadges(const Canvas& canvas, const RouteMap& map);

void paintBadges(QPainter& painter, const Canvas& canvas, const RouteMap& map,
                 const RouteBadges& badges);

/// One badge by itself, for legends and lists too.
void paintRouteBadge(QPainter& painter, QPointF at, double radius, std::size_t team,
                     std::size_t day, const QString& number);
/// The mark of a stop that is left out.
void paintLeftOutMark(QPainter& painter, QPointF at, double radius);

} // namespace guatu::render
