// SPDX-License-Identifier: MIT
#pragma once

#include "sample/areas.h"
#include "sample/figures.h"
#include "sample/hamlets.h"
#include "sample/roads.h"

namespace guatu::sample
{

/// Everything invented, before it is written down as records.
struct World {
    Random random;
    Terrain terrain;
    Land land;
    Relief relief;
    Areas areas;
    Figures figures;
    RoadNetwork roads;
    std::vector<Hamlet> hamlets;
    std::vector<std::size_t> firstHamlet; ///< of each village, plus the end
};

} // namespace guatu::sample
