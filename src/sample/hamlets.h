// SPDX-License-Identifier: MIT
#pragma once

#include "sample/areas.h"
#include "sample/figures.h"
#include "sample/roads.h"

namespace guatu::sample
{

/// A village group 村民小组 and where its houses stand.
struct Hamlet {
    std::size_t village = 0;
    std::string code, name;
    Point seat{};
};

/// The groups of all villages, by code. The first stands at the village's seat, the others on
/// comfortable ground near roads, well apart.
[[nodiscard]] std::vector<Hamlet> makeHamlets(const Land& land, const Relief& relief,
                                              const Areas& areas, const RoadNetwork& roads,
                                              const Figures& figures, const Random& random);

/// Finds places for the sites near the seats of their hosts.
void placeSites(const Land& land, const Relief& relief, const Areas& areas, const Random& random,
                std::vector<Site>& sites);

struct HouseSpacing {
    double along = 34, across = 30; ///< metres
};

/// Places for `count` houses around a point, in rows that follow the contour lines; nearest first.
[[nodiscard]] std::vector<Point> housePlaces(const Terrain& terrain, Point center,
                                             std::size_t count, HouseSpacing spacing,
                                             Random random);

} // namespace guatu::sample
