// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

#include <QPainterPath>
#include <QPolygonF>

namespace guatu::render
{

/// A visible stretch of a line, in device pixels.
struct LineRun {
    QPolygonF points;
    double start = 0; ///< pixels of the line before it, so that dashes do not swim
};

/// The stretches of a line within `margin` device pixels of the canvas. Vertices are moved to a
/// grid of a third of a pixel that is fixed to the map, so neighbours that share an edge stay
/// together and nothing trembles while panning.
[[nodiscard]] std::vector<LineRun> visibleRuns(const Canvas& canvas, std::span<const Point> line,
                                               double margin);

/// Adds a ring of an area, cut off outside the canvas and `margin` device pixels around it.
void addRing(QPainterPath& path, const Canvas& canvas, std::span<const Point> ring, double margin);

} // namespace guatu::render
