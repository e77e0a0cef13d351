// SPDX-License-Identifier: MIT
#pragma once

#include "sample/land.h"
#include "sample/random.h"

namespace guatu::sample
{

struct Road {
    std::string name;
    std::string_view roadClass, surface;
    double width = 0;          ///< metres
    std::vector<Point> line{}; ///< metres of the plane; ends are shared with other roads
};

struct RoadNetwork {
    std::vector<Road> roads{};
    std::vector<float> metresTo{}; ///< from each cell of the land's grid to the next road, about

    /// From 0.25 (5 km off) to 1 (on a road).
    [[nodiscard]] double nearness(int cell) const
    {
        const double metres = metresTo[static_cast<std::size_t>(cell)];
        return metres >= 5000 ? 0.25 : 1 - 0.75 * metres / 5000;
    }
};

/// One connected network: main roads between the county seats, then from each township and each
/// village the easiest way to what is there already. Ways prefer gentle slopes and valleys.
[[nodiscard]] RoadNetwork makeRoads(const Land& land, const Relief& relief, const Random& random);

} // namespace guatu::sample
