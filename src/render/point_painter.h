// SPDX-License-Identifier: MIT
#pragma once

#include "render/point_layout.h"

#include <QPainter>

namespace guatu::render
{

/// Draws the singles and rings of a layer; singles outside the focus are paler.
void paintPoints(QPainter& painter, const Canvas& canvas, const PointLayout& layout,
                 const Focus& focus, SceneCache& cache, std::stop_token stop);

/// A ring with the shares of its classes and the number inside.
void paintRing(QPainter& painter, const Canvas& canvas, const Style& style,
               const ClusterRing& ring);

/// How strongly things outside the focus are drawn.
inline constexpr double paleOpacity = 0.45;

} // namespace guatu::render
