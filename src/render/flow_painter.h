// SPDX-License-Identifier: MIT
#pragma once

#include "render/flow_layout.h"

#include <QPainter>

namespace guatu::render
{

/// An arrow with a thin white edge; paler, without a fill, where its value is not known.
void paintFlowShape(QPainter& painter, const Canvas& canvas, const Colour& colour,
                    const QPainterPath& shape, bool isKnown, bool isSelected = false);

/// Draws a flow in the colour of its class.
void paintFlow(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
               const PlacedFlow& flow, bool isSelected);

} // namespace guatu::render
