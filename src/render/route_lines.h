// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"
#include "render/route_map.h"

#include <QPolygonF>

#include <vector>

namespace guatu::render
{

/// On which lane beside the road each route is drawn, so that routes that drive the same stretch
/// the same way lie side by side; 0 is next to the road.
[[nodiscard]] std::vector<std::size_t> routeLanes(const RouteMap& map);

/// The line moved to its right by `distance`, in pixels with y downwards; small wiggles, under
/// `tolerance`, are smoothed away first.
[[nodiscard]] QPolygonF keptRight(const QPolygonF& line, double distance, double tolerance);

/// Pales the ground, then draws the routes with their arrows of direction.
void paintRoutes(QPainter& painter, const Canvas& canvas, const RouteMap& map);

} // namespace guatu::render
