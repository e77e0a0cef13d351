// SPDX-License-Identifier: MIT
#pragma once

#include "render/figure_layout.h"

#include <QPainter>

namespace guatu::render
{

/// A number on the colour of its feature's class, with a white edge.
void paintBadge(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const PlacedFigure& figure);

/// The badge alone, its middle at a place, for legends too.
void paintBadgeShape(QPainter& painter, const Canvas& canvas, const Colour& colour, QPointF at,
                     double radius, double height, const QString& number);

} // namespace guatu::render
