// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <QColor>
#include <QString>

#include <vector>

class QPainter;

namespace guatu::desktop
{

/// Someone on the way, at a place of the plane.
struct MapMover {
    Point at{};
    QColor colour{};
    QString text{}; ///< beside it
};

void drawMovers(QPainter& painter, const render::MapView& view,
                const std::vector<MapMover>& movers);

} // namespace guatu::desktop
