// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

class QPainter;

namespace guatu::render
{

/// Draws the lines of the scene's grids, for below the symbols.
void paintGridLines(QPainter& painter, const Canvas& canvas, const MapScene& scene);

/// Where lines of the scene's grids leave the picture: steep ones above and below, flat ones at the
/// sides. None touches another.
[[nodiscard]] std::vector<GridLabel> gridLabels(const Canvas& canvas, const MapScene& scene);

} // namespace guatu::render
