// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"
#include "render/pixels.h"

class QPainter;

namespace guatu::render
{

/// Darkens a tile whose corner is column `left`, row `top` of the grid by a relief (see
/// MapScene::relief).
void shadeTile(const Pixels& tile, double left, double top, const Canvas& canvas,
               const QImage& relief, const Box& extent);

/// The same with a painter.
void paintRelief(QPainter& painter, const Canvas& canvas, const QImage& relief, const Box& extent);

} // namespace guatu::render
