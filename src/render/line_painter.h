// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/paths.h"

#include <QPainter>

namespace guatu::render
{

/// Gives the pen the stroke's dashes, begun `start` device pixels along the line.
void setDashes(QPen& pen, const Canvas& canvas, const Stroke& stroke, double start);

/// Draws runs with one stroke: all casings, then all lines, so that junctions stay open.
void paintStroke(QPainter& painter, const Canvas& canvas, const std::vector<LineRun>& runs,
                 const Stroke& stroke);

/// Draws a layer of lines; later classes first, so that the style's first class lies on top.
void paintLines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                std::stop_token stop);

/// Draws the outlines of a layer of areas, each edge once, without those of the areas in `above`.
void paintOutlines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                   const std::vector<std::shared_ptr<const FeatureTable>>& above, SceneCache& cache,
                   std::stop_token stop);

} // namespace guatu::render
