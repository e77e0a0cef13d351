// SPDX-License-Identifier: MIT
#pragma once

#include "render/figure_layout.h"

#include <QPainter>

namespace guatu::render
{

/// A disc of the colour of its feature's class; hollow and dashed where the number is not known.
void paintDisc(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
               const PlacedFigure& figure);

/// The same without a feature, for legends.
void paintKnownDisc(QPainter& painter, const Canvas& canvas, const Colour& colour, QPointF at,
                    double radius);
void paintUnknownDisc(QPainter& painter, const Canvas& canvas, QPointF at, double radius);

} // namespace guatu::render
