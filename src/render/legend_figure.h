// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

namespace guatu::render
{

/// What the legend shows of a class of a layer with figures; null when it has none. See
/// legendSwatch().
[[nodiscard]] QImage figureSwatch(const Style& style, const StyleClass& styleClass, int width,
                                  int height, double pixelRatio);

} // namespace guatu::render
