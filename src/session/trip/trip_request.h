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

/// On every day a target may be visited between these times only.
struct TripHours {
    std::string target;
    std::vector<trips::Window> windows{};
};

/// Days on which a target is closed, as for the market.
struct TripClosed {
    std::string target;
    std::vector<Date> days{};
};

/// Who must be in the team that visits a target.
struct TripNeed {
    std::string target;
    std::vector<std::string> skills{};
    int people = 1;
};

/// One target is visited before another, which may come at least some days later.
struct TripBefore {
    std::string first, then;
    int leastDays = 0;
};

/// A target is visited once more, at least so many days later.
struct TripRevisit {
    std::string target;
    int leastDays = 1;
};

/// What the people of one team can do.
struct TripSkills {
    int team = 1; ///< from 1
    std::vector<std::string> skills{};
};

/// What one team has otherwise than the others.
struct TripCrew {
    int team = 1;                         ///< from 1
    std::string vehicle{};                ///< id of a means of travel; empty: as all
    std::optional<int> people{};          ///< else as all
    std::optional<int> seats{};           ///< of its car; more people than seats are refused
    std::string base{};                   ///< where it starts and ends; empty: as all
    std::optional<trips::Window> hours{}; ///< of work, on all days
    std::vector<Date> off{};              ///< days on which it does not go
};

/// Hours of work of all teams on one day.
struct TripDayHours {
    Date day{0};
    trips::Window hours{};
};

/// What a planner asks for. A target is named by code or name; a code or name of a village or
/// township means all targets in it.
struct TripRequest {
    /// An expression of the query language; empty: the households that are not cleared.
    std::string targets{};
    std::vector<std::string> households{}; ///< or these, by their codes
    bool noHouseholds = false;             ///< with `targets` and `households` empty: none of them
    std::vector<std::string> more{};       ///< further expressions, whose hits are added
    bool listed = false;                   ///< places under official supervision are added
    bool mustListed = false;               ///< those of the targets that are listed must be visited
    RowIndex unit = 0;                     ///< only what lies in its subtree

    std::vector<std::string> must{}, mustNot{}; ///< codes or names of targets
    std::vector<TripPin> pins{};
    std::vector<TripHours> hours{};
    std::vector<TripClosed> closed{};
    std::vector<TripNeed> needs{};
    std::vector<TripBefore> before{};
    std::vector<TripRevisit> revisits{};

    Date firstDay{0};
    int days = 1;
    trips::Seconds begin = 8 * 3600, end = 18 * 3600;
    std::optional<trips::Lunch> lunch = trips::Lunch{11 * 3600 + 1800, 13 * 3600 + 1800, 3600};
    trips::Seconds mostDriving = 6 * 3600;

    int teams = 1;
    int people = 2; ///< in each
    std::vector<TripSkills> skills{};
    std::vector<TripCrew> crews{};
    std::vector<TripDayHours> dayHours{};
    std::string base{};                ///< a place by code or name; empty: the unit's seat
    std::vector<std::string> nights{}; ///< places to sleep beside the base; "高桥镇:1" for one team
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
