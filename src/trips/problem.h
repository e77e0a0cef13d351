// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guatu::trips
{

/// Seconds after midnight of a day, or a length of time.
using Seconds = std::int32_t;

/// A visit may begin from `open` to `close`, both included.
struct Window {
    Seconds open = 0;
    Seconds close = 0;
    friend bool operator==(const Window&, const Window&) = default;
};

/// Where a car can be left. From one place to another a team walks out, drives, walks in and sets
/// up; within a place nothing of that is needed.
struct Place {
    std::string name{};
    double lon = 0; ///< degrees, CGCS2000
    double lat = 0;
    Seconds walk = 0; ///< one way, from where the road ends
    double walkMetres = 0;
    Seconds setUp = 0;               ///< on each arrival, before the first visit
    std::optional<double> offRoad{}; ///< metres to the nearest road, when it is not on the network
    static constexpr double nowhere = 1e9; ///< as offRoad: no position, or no road at all
    friend bool operator==(const Place&, const Place&) = default;
};

/// Driving between all places, row by row; one for each kind of vehicle and set of closed roads.
struct Roads {
    static constexpr std::int32_t unreachable = -1;

    std::string name{};
    // Of what roads they are, so that the way can be found again; nothing here depends on it.
    std::string means{};
    bool rain = false;
    std::vector<std::string> closed{};
    std::vector<Seconds> seconds{};     ///< from place row to place column, or `unreachable`
    std::vector<std::int32_t> metres{}; ///< the same shape
    friend bool operator==(const Roads&, const Roads&) = default;
};

/// Where teams start, end or sleep.
struct Base {
    std::size_t place = 0;
    int teamsPerNight = 0;   ///< how many teams may sleep here in one night
    double costPerNight = 0; ///< for one team
    friend bool operator==(const Base&, const Base&) = default;
};

/// A break at the arrival at a stop, before the visit. Not needed on a day that is over by
/// `latest`, or without any visit.
struct Lunch {
    Seconds earliest = 0; ///< of its begin
    Seconds latest = 0;
    Seconds length = 0;
    friend bool operator==(const Lunch&, const Lunch&) = default;
};

struct WorkDay {
    std::size_t day = 0; ///< of Problem::days
    Seconds begin = 0;   ///< not out before
    Seconds end = 0;     ///< back by
    std::optional<Lunch> lunch{};
    Seconds mostDriving = 86400;
    std::size_t roads = 0; ///< of Problem::roads
    friend bool operator==(const WorkDay&, const WorkDay&) = default;
};

/// A car and who is in it. A team without any visit stays at home on all its days, unless it is on
/// the way already.
struct Team {
    std::string id{};
    std::string name{};
    std::string vehicle{};
    int people = 1;
    int mostLoad = 1'000'000'000; ///< that the car carries on a day, in units of Stop::load
    std::vector<std::string> skills{};
    bool isOut = false;                ///< on the way: comes back to its last base in any case
    std::size_t start = 0;             ///< base of the first morning
    std::size_t end = 0;               ///< base of the last evening
    std::vector<std::size_t> nights{}; ///< bases it may sleep at; none: at `start`, without limit
    std::vector<WorkDay> days{};       ///< ascending
    friend bool operator==(const Team&, const Team&) = default;
};

enum class Wish : std::uint8_t { MustNot, May, Must };

struct Stop {
    std::string id{};
    std::string name{};
    std::string purpose{};               ///< why it is visited
    std::string area{};                  ///< where it lies, as the township
    std::vector<std::string> subjects{}; ///< codes of what is visited there, as households
    std::size_t place = 0;
    std::int32_t priority = 1; ///< what a visit is worth, 0 to 1,000,000
    Seconds visit = 0;
    /// By day of the problem; a day without a window is closed. Empty: open always.
    std::vector<std::vector<Window>> windows{};
    Wish wish = Wish::May;
    std::vector<std::string> skills{}; ///< that the team must have, as a doctor
    int people = 1;                    ///< that the team must have at least
    int load = 0;                      ///< that the car brings along
    bool done = false; ///< visited already: not planned again, what follows it may be
    friend bool operator==(const Stop&, const Stop&) = default;
};

/// Whether the team has the skills, the people and the car that the stop needs.
[[nodiscard]] bool isFit(const Team& team, const Stop& stop);

/// `then` is visited only when `first` is, after its end and at least `leastDays` days later; a
/// revisit on another day is a stop of its own with leastDays 1.
struct Order {
    std::size_t first = 0;
    std::size_t then = 0;
    int leastDays = 0;
    friend bool operator==(const Order&, const Order&) = default;
};

/// Money, in one currency; only the ratios matter.
struct Costs {
    double perHour = 1; ///< of driving, above 0
    double perKm = 0;
    friend bool operator==(const Costs&, const Costs&) = default;
};

/// Who could go where, when. Numbers of places, bases, roads, stops and days are indexes.
struct Problem {
    std::string name{};
    std::vector<Date> days{};
    std::vector<Place> places{};
    std::vector<Roads> roads{};
    std::vector<Base> bases{};
    std::vector<Team> teams{};
    std::vector<Stop> stops{};
    std::vector<Order> orders{};
    Costs costs{};
    bool fair = false; ///< whether teams should work about equally long
    friend bool operator==(const Problem&, const Problem&) = default;
};

} // namespace guatu::trips
