// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <QPointF>

class QPainter;

namespace guatu::render
{
struct MapView;
}

namespace guatu::desktop
{

/// Things on the map that the pointer can take and drag, drawn over the picture.
class MapDraggable
{
public:
    virtual ~MapDraggable() = default;
    /// Whether one of them lies at the pixel; it follows the pointer then.
    virtual bool take(QPointF pixel) = 0;
    virtual void moveTo(Point plane) = 0;
    virtual void drop() = 0;
    /// It goes back to where it was.
    virtual void giveUp() = 0;
    virtual void draw(QPainter& painter, const render::MapView& view) const = 0;
};

} // namespace guatu::desktop
