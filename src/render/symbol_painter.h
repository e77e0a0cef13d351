// SPDX-License-Identifier: MIT
#pragma once

#include "render/labels.h"
#include "render/symbol_layout.h"

#include <QPainter>

namespace guatu::render
{

/// Draws everything that lies over the ground: symbols, rings, figures, the marks of selected
/// points, and names; fills `labels` and the unplaced counts of the picture.
void paintSymbols(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                  const SymbolLayout& layout, Method method, MapPicture& picture,
                  std::stop_token stop);

} // namespace guatu::render
