// SPDX-License-Identifier: MIT
#include "render/route_style.h"

#include <array>
#include <cmath>
#include <numbers>

namespace guatu::render
{
namespace
{

const std::array teamColours{QColor(0x1B, 0x5F, 0xAA), QColor(0xB4, 0x54, 0x0A),
                             QColor(0x6A, 0x3D, 0x9A), QColor(0x00, 0x6D, 0x77),
                             QColor(0x8C, 0x2D, 0x5A), QColor(0x55, 0x5B, 0x10)};

QPainterPath polygon(QPointF middle, double radius, int corners, double turn)
{
    QPolygonF ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners + turn;
        ring << middle + radius * QPointF(std::sin(angle), -std::cos(angle));
    }
    QPainterPath path;
    path.addPolygon(ring);
    path.closeSubpath();
    return path;
}

} // namespace

QColor teamColour(std::size_t team)
{
    return teamColours[team % teamColours.size()];
}

QColor teamTint(std::size_t team)
{
    const QColor full = teamColour(team);
    constexpr double share = 0.45;
    const auto mixed = [](int part) { return qRound(255 - (255 - part) * share); };
    return {mixed(full.red()), mixed(full.green()), mixed(full.blue())};
}

QPainterPath badgeShape(std::size_t team, QPointF middle, double radius)
{
    constexpr double turn = std::numbers::pi;
    QPainterPath path;
    switch (team % teamColours.size()) {
    case 0:
        path.addEllipse(middle, radius, radius);
        return path;
    case 1:
        path.addRoundedRect(QRectF(middle.x() - radius * 0.92, middle.y() - radius * 0.92,
                                   radius * 1.84, radius * 1.84),
                            radius * 0.15, radius * 0.15);
        return path;
    case 2:
        return polygon(middle, radius * 1.15, 4, 0);
    case 3:
        return polygon(middle, radius * 1.05, 6, turn / 6);
    case 4:
        return polygon(middle + QPointF(0, radius * 0.12), radius * 1.3, 3, 0);
    default:
        return polygon(middle, radius * 1.05, 8, turn / 8);
    }
}

QColor badgeFill(std::size_t team, std::size_t day)
{
    return day % 3 == 0 ? teamColour(team) : day % 3 == 1 ? teamTint(team) : QColor(Qt::white);
}

QColor badgeInk(std::size_t team, std::size_t day)
{
    Q_UNUSED(team)
    return day % 3 == 0 ? QColor(Qt::white) : QColor(0x1B, 0x24, 0x30);
}

QVector<qreal> dayDashes(std::size_t day)
{
    switch (day % 5) {
    case 0:
        return {};
    case 1:
        return {4, 1.6};
    case 2:
        return {1, 1.1};
    case 3:
        return {5, 1.3, 1, 1.3};
    default:
        return {3, 1.2, 1, 1.2, 1, 1.2};
    }
}

} // namespace guatu::render
