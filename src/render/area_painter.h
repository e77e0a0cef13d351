// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/focus.h"

#include <QPainter>

namespace guatu::render
{

/// Fills the areas of a layer and draws their inside outlines, within the focus only: outside it
/// nothing has a status.
void paintAreas(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const Focus& focus, std::stop_token stop);

/// One feature's inside stroke: the area is the clip, so neighbours' outlines never touch.
void paintInside(QPainter& painter, const Canvas& canvas, const GeometryColumn& column,
                 std::size_t row, const Stroke& stroke);

/// As above for a path in device pixels, for swatches.
void paintInside(QPainter& painter, const Canvas& canvas, const QPainterPath& area,
                 const Stroke& stroke);

} // namespace guatu::render
