// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

namespace guatu::trips
{

/// The itinerary with times: everyone as early as possible, but not out of the house only to wait
/// at the first stop; lunch where the day then ends earliest. Any itinerary is timed, also one that
/// a hand has made impossible: what comes too late then starts late, with a slack below 0, and a
/// drive for which there is no road takes no time. Which rules are broken, the checker tells.
[[nodiscard]] std::vector<DayPlan> timed(const Problem& problem, const Itinerary& itinerary);

/// What a day takes, in seconds.
struct DayTotals {
    Seconds driving = 0;
    Seconds walking = 0;
    Seconds settingUp = 0;
    Seconds visiting = 0;
    Seconds lunch = 0;
    Seconds waiting = 0;
    std::int64_t metres = 0;
    std::size_t stops = 0;
    double cost = 0; ///< of driving, and of the night where the team does not end

    DayTotals& operator+=(const DayTotals& other);
    friend bool operator==(const DayTotals&, const DayTotals&) = default;
};

/// They add up to the time between departure and return.
[[nodiscard]] DayTotals totalsOf(const Problem& problem, const DayPlan& day);

} // namespace guatu::trips
