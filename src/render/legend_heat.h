// SPDX-License-Identifier: MIT
#pragma once

#include "render/heat_painter.h"

namespace guatu::render
{

/// The shades of a heat surface with their densities, and how far it is smoothed.
[[nodiscard]] QImage heatScale(const HeatFigure& figure, const HeatShades& shades,
                               Language language, double pixelRatio);

/// All shades in a small box, for a class that counts.
void paintHeatSwatch(QPainter& painter, const QRectF& box, const HeatFigure& figure);

} // namespace guatu::render
