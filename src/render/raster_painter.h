// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

class QPainter;

namespace guatu::render
{

/// How much of a tint is seen where pictures lie under the map: they show through.
inline constexpr double tintOverPicture = 0.6;

/// Draws a raster that covers `extent` of the plane; its north-western corner comes to `corner` of
/// the painter.
void paintRaster(QPainter& painter, const Canvas& canvas, const QImage& raster, const Box& extent,
                 QPointF corner);

} // namespace guatu::render
