// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>

namespace guatu
{

/// How far along a Hilbert curve through `all` a place lies, on 65536 cells a side: places that
/// are near each other on the curve are near each other on the ground. Places outside count as on
/// the rim.
[[nodiscard]] std::uint32_t hilbertIndex(Point place, const Box& all);

} // namespace guatu
