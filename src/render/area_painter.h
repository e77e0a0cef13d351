// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/focus.h"

#include <QPainter>

namespace guatu::render
{

/// Fills the areas of a layer and draws their inside outlines, within the focus only: outside it
/// nothing has a status. Tints have the opacity `tint`.
void paintAreas(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const Focus& focus, SceneCache& cache, double tint, std::stop_token stop);

/// A stroke inside an area, which is the clip, so that neighbours' outlines never touch. Dashes
/// begin anywhere: for swatches.
void paintInside(QPainter& painter, const Canvas& canvas, const QPainterPath& area,
                 const Stroke& stroke);

} // namespace guatu::render
