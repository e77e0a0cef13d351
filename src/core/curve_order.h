// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guatu
{

/// The numbers of points along a Hilbert curve through all of them, so that those which are near
/// each other on the ground come one after the other. Points at the same place, and those without
/// a position, stay in the order given. At most 2^32 - 1 points.
[[nodiscard]] std::vector<std::uint32_t> curveOrder(std::span<const Point> points);

} // namespace guatu
