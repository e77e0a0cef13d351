// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "desktop/map_tool.h"
#include "render/map_picture.h"

#include <QPainterPath>

class QPainter;

namespace guatu::desktop
{

// What the window draws over the map picture: it follows the pointer, so it cannot wait.

/// The outline of a feature in plane coordinates; points get none.
[[nodiscard]] QPainterPath outlineOf(const FeatureTable& table, std::size_t row);

/// A picture moved, scaled and turned to where `view` shows its part of the world.
void drawMoved(QPainter& painter, const render::MapView& view, const render::MapPicture& picture);
void drawHover(QPainter& painter, const render::MapView& view, const QPainterPath& outline);
void drawMark(QPainter& painter, const render::MapView& view, Point place);
void drawMeasurement(QPainter& painter, const render::MapView& view,
                     const Measurement& measurement);
void drawRubberBand(QPainter& painter, const QRectF& box, bool zooming);
/// A circle that is dragged open, with its radius in words beside the pointer.
void drawRadius(QPainter& painter, const render::MapView& view, const std::vector<Point>& ring,
                QPointF centre, QPointF pointer, const QString& length);

} // namespace guatu::desktop
