// SPDX-License-Identifier: MIT
#pragma once

#include "session/road_access.h"
#include "trips/problem.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// A target that must be visited on one day between two times.
struct TripPin {
    std::string target; ///< code or name
    Date day{0};
    trips::Window window{};
};

/// What a planner asks for.
struct TripRequest {
    /// An expression of the query language; empty: the households that are not cleared.
    std::string targets{};
    std::vector<std::string> households{}; ///< or these, by their codes
    RowIndex unit = 0;                     ///< only what lies in its subtree

    std::vector<std::string> must{}, mustNot{}; ///< codes or names of targets
    std::vector<TripPin> pins{};

    Date firstDay{0};
    int days = 1;
    trips::Seconds begin = 8 * 3600, end = 18 * 3600;
    std::optional<trips::Lunch> lunch = trips::Lunch{11 * 3600 + 1800, 13 * 3600 + 1800, 3600};
    trips::Seconds mostDriving = 6 * 3600;

    int teams = 1;
    int people = 2;                    ///< in each
    std::string base{};                ///< a place by code or name; empty: the unit's seat
    std::vector<std::string> nights{}; ///< places to sleep beside the base
    int teamsPerNight = 0;             ///< in each of them; 0: all

    trips::Seconds setUp = 1200; ///< once in each hamlet
    trips::Seconds perHousehold = 900;
    trips::Seconds visit = 3600; ///< of anything but households
    int householdsPerStop = 8;   ///< a hamlet with more is several stops

    TravelOptions travel{};       ///< by season: Rain closes roads on every day
    std::vector<Date> rainDays{}; ///< or on these only

    trips::Costs costs{.perHour = 60, .perKm = 1.5};
    double costPerNight = 0;
    bool fair = false;
};

} // namespace guatu::session
