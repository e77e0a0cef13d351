// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

class QPainter;

namespace guatu::render
{

/// Draws the lines of the scene's grids, for below the symbols. Says where they leave the picture:
/// steep ones above and below, flat ones at the sides; no label touches another.
[[nodiscard]] std::vector<GridLabel> paintGrids(QPainter& painter, const Canvas& canvas,
                                                const MapScene& scene);

} // namespace guatu::render
