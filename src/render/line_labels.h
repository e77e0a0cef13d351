// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

#include <span>
#include <vector>

namespace guatu::render
{

/// Where a line bears its name: at equal steps of `step` device pixels along it, or at its middle
/// when it is shorter; nowhere when it is shorter than `least`. The steps are counted from the
/// line's beginning, so that they stay while panning; only those within `margin` of the canvas.
[[nodiscard]] std::vector<QPointF> placesAlong(const Canvas& canvas, std::span<const Point> line,
                                               double step, double least, double margin);

} // namespace guatu::render
