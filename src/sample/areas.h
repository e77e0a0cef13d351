// SPDX-License-Identifier: MIT
#pragma once

#include "sample/land.h"

namespace guatu::sample
{

/// The areas of all units, lon/lat on a grid of 1e-7 degree. Neighbours share every vertex of
/// their common line, and units of a level cover the level above without gap or overlap.
struct Areas {
    GeometryColumn prefecture{GeometryType::Polygon};
    GeometryColumn counties{GeometryType::Polygon};
    GeometryColumn towns{GeometryType::Polygon};
    GeometryColumn villages{GeometryType::Polygon};
    std::vector<std::int16_t> villageAt{}; ///< village of each cell of the land's grid, -1 outside
};

/// Divides each county among its villages: every place goes to the seat that is reached with the
/// least effort, so lines run along ridges. Seats that fall outside their area are moved in.
[[nodiscard]] Areas divide(Land& land, const Relief& relief, std::uint64_t seed);

} // namespace guatu::sample
