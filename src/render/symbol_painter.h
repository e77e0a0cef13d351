// SPDX-License-Identifier: MIT
#pragma once

#include "render/labels.h"
#include "render/symbol_layout.h"

#include <QPainter>

#include <limits>

namespace guatu::render
{

/// Draws everything that lies over the ground: symbols, rings, figures, the marks of selected
/// points, and names; fills `labels` and the unplaced counts of the picture. A layer with more
/// than `mostPoints` symbols is painted into a picture first, and that by the painter.
void paintSymbols(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                  const SymbolLayout& layout, Method method, MapPicture& picture,
                  std::stop_token stop,
                  std::size_t mostPoints = std::numeric_limits<std::size_t>::max());

} // namespace guatu::render
