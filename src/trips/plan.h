// SPDX-License-Identifier: MIT
#pragma once

#include "trips/problem.h"

namespace guatu::trips
{

/// What one team does on one of its days, without times: what a hand moves and a solver searches.
struct DayRoute {
    std::size_t team = 0;
    std::size_t teamDay = 0; ///< of Team::days
    std::size_t from = 0;    ///< base of the morning
    std::size_t to = 0;      ///< base of the evening
    std::vector<std::size_t> stops{};
    friend bool operator==(const DayRoute&, const DayRoute&) = default;
};

/// One route for each day of each team, in the order of Problem::teams and Team::days.
using Itinerary = std::vector<DayRoute>;

/// A stop on a day, in seconds after midnight.
struct Visit {
    std::size_t stop = 0;
    Seconds arrival = 0; ///< of the car
    Seconds start = 0;   ///< of the visit, after walk, set-up, lunch and waiting
    Seconds end = 0;
    Seconds departure = 0; ///< of the car
    Seconds drive = 0;     ///< from the place before
    std::int32_t metres = 0;
    Seconds walk = 0;  ///< in and out
    Seconds slack = 0; ///< how much later it may start with all else still in time; below 0: late
    friend bool operator==(const Visit&, const Visit&) = default;
};

struct DayPlan {
    std::size_t team = 0;
    std::size_t teamDay = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    Seconds departure = 0;
    Seconds back = 0;
    Seconds driveBack = 0; ///< from the last stop to the evening's base
    std::int32_t metresBack = 0;
    std::optional<Seconds> lunch{}; ///< its begin
    std::size_t lunchBefore = 0;    ///< the visit, of `visits`, that follows it
    std::vector<Visit> visits{};
    friend bool operator==(const DayPlan&, const DayPlan&) = default;
};

enum class LeftOut : std::uint8_t {
    Done,         ///< visited already
    Excluded,     ///< the planner says it must not be visited
    OffNetwork,   ///< no road near it
    NoTeam,       ///< no team has the skill or the people
    NoWindow,     ///< closed whenever a team that could go works
    OutOfReach,   ///< even alone it does not fit into a day
    FirstMissing, ///< must follow a stop that is not visited
    Outweighed,   ///< would fit alone, but stops of more worth take the time
};

struct LeftOutStop {
    std::size_t stop = 0;
    LeftOut why = LeftOut::Outweighed;
    std::optional<double> roadMetres{}; ///< to the nearest road, of OffNetwork
    /// Of Outweighed: the stops that would have to go on the day where they are worth least, and
    /// the driving that would be added.
    std::vector<std::size_t> instead{};
    Seconds addedDriving = 0;
    bool needsOtherNight = false; ///< of Outweighed: only if its team slept elsewhere
    friend bool operator==(const LeftOutStop&, const LeftOutStop&) = default;
};

/// Every stop of the problem is in exactly one of `days` and `leftOut`.
struct Plan {
    std::vector<DayPlan> days{}; ///< as an Itinerary
    std::vector<LeftOutStop> leftOut{};
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// A problem with a plan for it, as a file holds them.
struct Trip {
    Problem problem;
    Plan plan;
    friend bool operator==(const Trip&, const Trip&) = default;
};

/// The day that a team's plan is of.
[[nodiscard]] Date dateOf(const Problem& problem, const DayPlan& day);

[[nodiscard]] Itinerary itineraryOf(const Plan& plan);

} // namespace guatu::trips
