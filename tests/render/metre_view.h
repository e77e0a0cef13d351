// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <cmath>

namespace guatu::test
{

/// One metre a pixel, (0, 0) in the middle.
inline render::MapView viewOfMetres()
{
    render::MapView view;
    view.center = {0, 0};
    view.metresPerPixel = 1;
    return view;
}

inline double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace guatu::test
