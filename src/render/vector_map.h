// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <limits>

namespace guatu::render
{

/// How a map becomes vectors.
struct VectorOptions {
    /// Symbols of a layer with more points than this in the view become one picture with
    /// transparency, at the view's resolution.
    std::size_t mostPoints = std::numeric_limits<std::size_t>::max();
};

/// paintMap with a limit to what is drawn point by point.
MapPicture paintVectorMap(QPainter& painter, const MapScene& scene, const MapView& view,
                          const VectorOptions& options, std::stop_token stop = {});

} // namespace guatu::render
