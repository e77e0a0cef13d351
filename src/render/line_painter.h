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

/// The dashes of some runs of packed lines or rings as one path. They are measured along the lines
/// as drawn at the canvas's level of detail; `starts` are the lineStarts() of that level.
[[nodiscard]] QPainterPath dashPath(const Canvas& canvas, const PackedTable& table,
                                    std::span<const std::uint32_t> runs,
                                    const std::vector<float>& starts, const Stroke& stroke);

/// A pen for dashPath().
[[nodiscard]] QPen dashPen(const Colour& colour, double pixels);

/// Draws a layer of lines; later classes first, so that the style's first class lies on top.
void paintLines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer, SceneCache& cache,
                std::stop_token stop);

/// Draws the outlines of a layer of areas, each edge once, without those of the areas in `above`.
void paintOutlines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                   const std::vector<std::shared_ptr<const FeatureTable>>& above, SceneCache& cache,
                   std::stop_token stop);

} // namespace guatu::render
