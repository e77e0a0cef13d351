// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

namespace guatu::render
{

/// An image for a view's picture, not cleared. Throws Error(Input) when it is larger than painting
/// reaches (32,767 pixels a side), or when the machine has not the memory to draw it.
[[nodiscard]] QImage imageFor(const MapView& view);

} // namespace guatu::render
