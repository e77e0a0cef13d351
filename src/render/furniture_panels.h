// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

#include <QPainter>

namespace guatu::render
{

/// How far panels stand from the edge of the picture, in CSS pixels.
constexpr double insetCss = 12;

/// What the parts of the furniture share.
struct Furnishing {
    const Canvas& canvas;
    const MapScene& scene;
    const MapPicture& picture;
    const Furniture& furniture;
    double trueMetresPerPixel; ///< of a logical pixel
};

/// A white box with a thin edge.
void paintPanel(QPainter& painter, const Canvas& canvas, const QRectF& box);

/// How large title and legend will be, in device pixels; empty when there is none.
QSizeF titleSize(const Furnishing& f);
QSizeF legendSize(const Furnishing& f);
QSizeF routesSize(const Furnishing& f);

// Each part returns the box it took, in device pixels; null when it drew nothing.
QRectF paintTitle(QPainter& painter, const Furnishing& f);
QRectF paintScale(QPainter& painter, const Furnishing& f);
QRectF paintRoutesPanel(QPainter& painter, const Furnishing& f);
QRectF paintLocatorPanel(QPainter& painter, const Furnishing& f);

/// The legend of what is drawn, counted within the focus, else on the sheet; in the corner where
/// it hides fewest names, clear of the boxes in `taken`.
QRectF paintLegend(QPainter& painter, const Furnishing& f, const std::vector<QRectF>& taken);

} // namespace guatu::render
