// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <functional>

namespace guatu::render
{

/// The legend over the features whose place passes; without a test, over all, those without a
/// place included.
[[nodiscard]] std::vector<LegendSection> legendWhere(const MapScene& scene, double scaleDenominator,
                                                     const std::function<bool(Point)>& isWithin);

} // namespace guatu::render
