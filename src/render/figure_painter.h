// SPDX-License-Identifier: MIT
#pragma once

#include "render/labels.h"
#include "render/symbol_layout.h"

namespace guatu::render
{

/// Draws the discs and flows of a scene, which lie below its symbols.
void paintFiguresBelow(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                       const SymbolLayout& layout, std::stop_token stop);

/// Draws the charts and badges of a scene, which lie above its symbols.
void paintFiguresAbove(QPainter& painter, const Canvas& canvas, const SymbolLayout& layout,
                       std::stop_token stop);

} // namespace guatu::render
