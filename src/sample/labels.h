// SPDX-License-Identifier: MIT
#pragma once

#include "sample/land.h"

namespace guatu::sample
{

/// The village of each cell of a rectangle around one county, also outside the county, so that
/// lines between villages run on beyond its boundary.
struct Labels {
    Grid grid; ///< a piece of the land's grid
    std::vector<std::int16_t> village;

    [[nodiscard]] int at(Point p) const { return village[static_cast<std::size_t>(grid.at(p))]; }
};

[[nodiscard]] Labels labelCounty(const Land& land, const Relief& relief, std::size_t county,
                                 std::uint64_t seed);

/// The lines between differently labelled cells, each from junction to junction (or around), the
/// steps of the grid smoothed away. Metres.
[[nodiscard]] std::vector<std::vector<Point>> dividingLines(const Labels& labels,
                                                            std::uint64_t seed);

} // namespace guatu::sample
