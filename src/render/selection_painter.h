// SPDX-License-Identifier: MIT
#pragma once

#include "render/point_layout.h"

#include <QPainter>

namespace guatu::render
{

/// Outlines the selected areas and lines: dark on a white band.
void paintSelectedAreas(QPainter& painter, const Canvas& canvas, const MapScene& scene);

/// What is outlined: the selected areas and lines of the scene, each a line or ring.
[[nodiscard]] GeometryColumn selectedShapes(const MapScene& scene);
/// A style of one class: dark on a white band.
[[nodiscard]] Style selectionStyle();

/// Circles the selected points, or the ring that holds them.
void paintSelectedPoints(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                         const std::vector<PointLayout>& symbols);

} // namespace guatu::render
