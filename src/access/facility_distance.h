// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_network.h"
#include "access/standard.h"
#include "access/walk_surface.h"
#include "core/snapshot.h"

#include <limits>
#include <span>
#include <vector>

namespace guatu::access
{

/// The facility that serves best and how far it is.
struct FacilityDistance {
    RowIndex facility = noRow;
    double figure = std::numeric_limits<double>::infinity(); ///< in the standard's measure
    double climb = std::numeric_limits<double>::quiet_NaN(); ///< metres, where that counts
    /// Share of the limit that is used: the limit is kept up to 1. NaN: cannot tell without
    /// heights.
    double share = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool found() const { return facility != noRow; }
};

/// By road, for each subject: minutes or metres to the nearest of some facilities. `network` is in
/// the time of the standard's means, or in the time of metresMeans().
[[nodiscard]] std::vector<FacilityDistance> distancesByRoad(const Standard& standard,
                                                            const RoadNetwork& network,
                                                            const FacilityColumns& facilities,
                                                            std::span<const RowIndex> rows,
                                                            std::span<const Snapped> subjects);

/// In a straight line on the ground; with a climb that counts, to the facility of which both
/// together use the least share of the limits.
[[nodiscard]] std::vector<FacilityDistance>
distancesInLine(const Standard& standard, const std::string& crs, const HeightAt& height,
                const FacilityColumns& facilities, std::span<const RowIndex> rows,
                std::span<const Point> subjects);

/// What stands for ways where there is no network to tell: a straight line times `detour`, walked
/// at `kmh` where minutes count.
struct Approximation {
    double detour = 0, kmh = 0;

    [[nodiscard]] bool possible(Measure measure) const
    {
        return detour > 0 &&
               (measure == Measure::RoadMetres || (measure == Measure::Minutes && kmh > 0));
    }
    /// Minutes or metres of a way for metres of a straight line.
    [[nodiscard]] double figure(Measure measure, double metres) const
    {
        return measure == Measure::Minutes ? metres * detour / 1000 / kmh * 60 : metres * detour;
    }
};

/// The same in minutes or metres of a way, by the straight line to the nearest facility.
[[nodiscard]] std::vector<FacilityDistance>
distancesByDetour(const Standard& standard, const Approximation& approximation,
                  const std::string& crs, const FacilityColumns& facilities,
                  std::span<const RowIndex> rows, std::span<const Point> subjects);

/// In minutes on foot over the ground.
[[nodiscard]] std::vector<FacilityDistance> distancesOverGround(const Standard& standard,
                                                                const WalkSurface& surface,
                                                                const FacilityColumns& facilities,
                                                                std::span<const RowIndex> rows,
                                                                std::span<const Point> subjects);

/// A means of travel that takes a second for a metre on any road and beside it, so that times are
/// metres: for distances along roads, on foot.
[[nodiscard]] Travel metresTravel(const Travel& travel);
inline constexpr std::string_view metresMeans = "metres";

} // namespace guatu::access
