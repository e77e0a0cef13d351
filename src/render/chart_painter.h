// SPDX-License-Identifier: MIT
#pragma once

#include "render/figure_layout.h"

#include <QPainter>

namespace guatu::render
{

/// A ring or bar with the shares of its parts, and the whole as a number.
void paintChart(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const PlacedFigure& figure);

/// Shares with their colours, in order from the top clockwise or from the left; in device pixels.
struct Share {
    double value;
    QColor colour;
};
void paintShareRing(QPainter& painter, QPointF at, double radius, double width,
                    const std::vector<Share>& shares);

} // namespace guatu::render
