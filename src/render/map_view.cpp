// SPDX-License-Identifier: MIT
#include "render/canvas.h"

#include <algorithm>

namespace guatu::render
{

QPointF MapView::toScreen(Point p) const
{
    return {(p.x - center.x) / metresPerPixel + width / 2.0,
            (center.y - p.y) / metresPerPixel + height / 2.0};
}

Point MapView::toMap(QPointF pixel) const
{
    return {center.x + (pixel.x() - width / 2.0) * metresPerPixel,
            center.y - (pixel.y() - height / 2.0) * metresPerPixel};
}

Box MapView::extent() const
{
    const double halfWidth = width * metresPerPixel / 2;
    const double halfHeight = height * metresPerPixel / 2;
    return {center.x - halfWidth, center.y - halfHeight, center.x + halfWidth,
            center.y + halfHeight};
}

MapView MapView::fitting(const Box& box, int width, int height, double dpi, double margin)
{
    MapView view;
    view.width = width;
    view.height = height;
    view.dpi = dpi;
    if (box.empty()) {
        view.center = {0, 0};
        return view;
    }
    view.center = box.center();
    const double usable = 1 - 2 * margin;
    const double needed =
        std::max(box.width() / (width * usable), box.height() / (height * usable));
    // A single point is shown at 1:10 000.
    view.metresPerPixel = needed > 0 ? needed : 10000 * 0.0254 / dpi;
    return view;
}

} // namespace guatu::render
