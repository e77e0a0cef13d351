// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QVector>

#include <cstddef>

namespace guatu::render
{

// How teams and days look. A team is told by colour and by the shape of its badge, a day by the
// dashes of its line and the fill of its badge; after six teams and five days they begin again.

[[nodiscard]] QColor teamColour(std::size_t team);
/// The colour mixed with white, for badges of second days and bars of driving.
[[nodiscard]] QColor teamTint(std::size_t team);

/// Circle, square, diamond, hexagon, triangle, octagon about the middle.
[[nodiscard]] QPainterPath badgeShape(std::size_t team, QPointF middle, double radius);
/// Full, tint, white; then again.
[[nodiscard]] QColor badgeFill(std::size_t team, std::size_t day);
/// Of the number on a badge.
[[nodiscard]] QColor badgeInk(std::size_t team, std::size_t day);
/// In widths of the line; empty: solid.
[[nodiscard]] QVector<qreal> dayDashes(std::size_t day);

} // namespace guatu::render
