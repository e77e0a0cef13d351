// SPDX-License-Identifier: MIT
#pragma once

#include "render/flow_painter.h"

#include <QImage>

namespace guatu::render
{

/// Arrows of round values, as wide as on the map; null where no value is known.
[[nodiscard]] QImage flowScale(const FlowFigure& figure, const Colour& colour, double largest,
                               Language language, double pixelRatio);

/// A small arrow of a class.
void paintFlowSwatch(QPainter& painter, const Canvas& canvas, const Colour& colour);

} // namespace guatu::render
