// SPDX-License-Identifier: MIT
#pragma once

#include "render/route_map.h"

#include <QPointF>
#include <QSizeF>

class QPainter;

namespace guatu::render
{

/// Teams by days, each with line and badge, and the mark of what is left out: without a frame,
/// `unit` pixels for each CSS pixel.
[[nodiscard]] QSizeF routeLegendSize(const RouteMap& map, double unit);
void paintRouteLegend(QPainter& painter, QPointF corner, const RouteMap& map, double unit);

} // namespace guatu::render
