// SPDX-License-Identifier: MIT
#include "render/canvas.h"

#include <algorithm>

namespace guatu::render
{

QPointF MapView::toScreen(Point p) const
{
    const QPointF off = Turn(rotation).onPicture({p.x - center.x, p.y - center.y});
    return {off.x() / metresPerPixel + width / 2.0, off.y() / metresPerPixel + height / 2.0};
}

Point MapView::toMap(QPointF pixel) const
{
    const Point off = Turn(rotation).onPlane((pixel.x() - width / 2.0) * metresPerPixel,
                                             (pixel.y() - height / 2.0) * metresPerPixel);
    return {center.x + off.x, center.y + off.y};
}

Box MapView::extent() const
{
    const double halfWidth = width * metresPerPixel / 2;
    const double halfHeight = height * metresPerPixel / 2;
    const Box around =
        Turn(rotation).boxOf({-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight});
    return {center.x + around.minX, center.y + around.minY, center.x + around.maxX,
            center.y + around.maxY};
}

bool MapView::shows(Point p) const
{
    const QPointF at = toScreen(p);
    return at.x() >= 0 && at.y() >= 0 && at.x() <= width && at.y() <= height;
}

MapView MapView::fitting(const Box& box, int width, int height, double dpi, double margin,
                         double rotation)
{
    MapView view;
    view.width = width;
    view.height = height;
    view.dpi = dpi;
    view.rotation = rotation;
    if (box.empty()) {
        view.center = {0, 0};
        return view;
    }
    view.center = box.center();
    const double usable = 1 - 2 * margin;
    const Turn turn(rotation);
    const double across = box.width() * std::abs(turn.cos) + box.height() * std::abs(turn.sin);
    const double down = box.width() * std::abs(turn.sin) + box.height() * std::abs(turn.cos);
    const double needed = std::max(across / (width * usable), down / (height * usable));
    // A single point is shown at 1:10 000.
    view.metresPerPixel = needed > 0 ? needed : 10000 * 0.0254 / dpi;
    return view;
}

} // namespace guatu::render
