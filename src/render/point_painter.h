// SPDX-License-Identifier: MIT
#pragma once

#include "render/point_layout.h"
#include "render/visible_marks.h"

#include <QPainter>

#include <vector>

namespace guatu::render
{

/// Draws the singles and rings of a layer; singles outside the focus are paler.
void paintPoints(QPainter& painter, const Canvas& canvas, const PointLayout& layout,
                 const Focus& focus, SceneCache& cache, std::stop_token stop);

/// The symbols of a massed layer that are seen, in the order they are painted.
struct Mass {
    std::vector<QImage> sprites;
    std::vector<LaidMark> marks;
};

/// Lays out the symbols of a massed layer within the canvas: pale ones first, then the style's
/// later classes first, then from north to south and west to east.
[[nodiscard]] Mass massOf(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus,
                          SceneCache& cache);

void paintMass(QPainter& painter, const Mass& mass, std::stop_token stop);

/// A ring with the shares of its classes and the number inside.
void paintRing(QPainter& painter, const Canvas& canvas, const Style& style,
               const ClusterRing& ring);

} // namespace guatu::render
