// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

namespace guatu::trips
{

/// How things stand on the road.
struct RoadState {
    std::size_t day = 0; ///< today, of Problem::days
    Seconds now = 0;
    std::vector<std::size_t> done{};      ///< stops that are visited
    std::vector<std::size_t> lostTeams{}; ///< whose car is lost for the rest of the trip
    /// Driving from now on, as when a road is closed: one for all teams, or one for each. Empty: as
    /// it was.
    std::vector<Roads> roads{};
};

/// The rest of a trip as a trip of its own, and what is left of its plan to begin from.
struct Rest {
    Problem problem;
    Itinerary itinerary;
};

/// From now on: each team begins where it is, at the last stop it has visited today or where it
/// slept, with the driving and the lunch that are left to it. Stops and days keep their numbers;
/// what is visited is done, and what must follow it may come. `plan` is one of `problem`.
[[nodiscard]] Rest restOf(const Problem& problem, const Plan& plan, const RoadState& state);

} // namespace guatu::trips
