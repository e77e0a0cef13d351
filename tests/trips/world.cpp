// SPDX-License-Identifier: MIT
#include "trips/world.h"

#include <cmath>
#include <random>

namespace guatu::test
{

using namespace trips;

Problem lineWorld(std::size_t stops)
{
    Problem problem;
    problem.name = "线";
    problem.days = {*Date::fromYmd(2020, 5, 6)};
    const std::size_t places = stops + 1;
    Roads roads{"车", {}, {}};
    for (std::size_t i = 0; i < places; ++i) {
        problem.places.push_back(
            {.name = "点" + std::to_string(i), .lon = 102.0 + 0.01 * double(i)});
        for (std::size_t j = 0; j < places; ++j) {
            const auto steps = static_cast<int>(i > j ? i - j : j - i);
            roads.seconds.push_back(60 * steps);
            roads.metres.push_back(1000 * steps);
        }
    }
    problem.roads = {roads};
    problem.bases = {{.place = 0, .teamsPerNight = 1}};
    problem.teams = {{.id = "a",
                      .name = "一队",
                      .people = 2,
                      .nights = {0},
                      .days = {{.day = 0, .begin = 8 * 3600, .end = 18 * 3600}}}};
    for (std::size_t i = 1; i < places; ++i)
        problem.stops.push_back({.id = "s" + std::to_string(i),
                                 .name = "户" + std::to_string(i),
                                 .place = i,
                                 .visit = 600});
    return problem;
}

namespace
{

struct Dice {
    std::mt19937_64 engine;

    int from(int low, int high) // both included
    {
        return low + static_cast<int>(engine() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool oneIn(int n) { return from(1, n) == 1; }
    std::size_t index(std::size_t size) { return engine() % size; }
};

Roads anyRoads(Dice& dice, std::size_t places)
{
    Roads roads{"车", {}, {}};
    std::vector<int> x, y;
    for (std::size_t i = 0; i < places; ++i) {
        x.push_back(dice.from(0, 40));
        y.push_back(dice.from(0, 40));
    }
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = 0; j < places; ++j) {
            const int minutes = std::abs(x[i] - x[j]) + std::abs(y[i] - y[j]) + (i == j ? 0 : 1);
            roads.seconds.push_back(minutes * 60 + (i < j ? 7 : 0));
            roads.metres.push_back(minutes * 500);
        }
    if (dice.oneIn(3)) // one place cannot be reached
        for (std::size_t i = 0; i + 1 < places; ++i)
            roads.seconds[i * places + places - 1] = Roads::unreachable;
    return roads;
}

std::vector<Window> anyWindows(Dice& dice)
{
    if (dice.oneIn(6))
        return {};
    if (dice.oneIn(3))
        return {{8 * 3600, 11 * 3600}, {14 * 3600, 17 * 3600}};
    const int open = dice.from(7, 15) * 3600;
    return {{open, open + dice.from(1, 5) * 3600}};
}

Stop anyStop(Dice& dice, std::size_t index, std::size_t places, std::size_t days)
{
    Stop stop{.id = "s" + std::to_string(index),
              .name = "户" + std::to_string(index),
              .place = dice.index(places),
              .priority = dice.from(0, 9),
              .visit = dice.from(1, 6) * 600};
    if (dice.oneIn(2))
        for (std::size_t d = 0; d < days; ++d)
            stop.windows.push_back(anyWindows(dice));
    if (dice.oneIn(8))
        stop.wish = dice.oneIn(2) ? Wish::Must : Wish::MustNot;
    if (dice.oneIn(6))
        stop.skills = {"医生"};
    if (dice.oneIn(6))
        stop.people = 2;
    return stop;
}

Team anyTeam(Dice& dice, std::size_t index, std::size_t days)
{
    Team team{.id = "t" + std::to_string(index),
              .name = "队" + std::to_string(index),
              .people = dice.from(1, 2),
              .start = 0,
              .end = 0,
              .nights = {0, 1}};
    if (dice.oneIn(2))
        team.skills = {"医生"};
    for (std::size_t d = 0; d < days; ++d) {
        WorkDay day{.day = d, .begin = 8 * 3600, .end = dice.from(14, 18) * 3600};
        if (dice.oneIn(2))
            day.lunch = Lunch{11 * 3600 + 1800, 13 * 3600, 2700};
        if (dice.oneIn(3))
            day.mostDriving = dice.from(1, 3) * 3600;
        team.days.push_back(day);
    }
    return team;
}

} // namespace

Problem anyWorld(std::uint64_t seed)
{
    Dice dice{std::mt19937_64(seed)};
    Problem problem;
    problem.name = "任意";
    const auto days = static_cast<std::size_t>(dice.from(1, 3));
    for (std::size_t d = 0; d < days; ++d)
        problem.days.push_back(Date(18388 + static_cast<int>(d)));
    const auto places = static_cast<std::size_t>(dice.from(4, 12));
    for (std::size_t i = 0; i < places; ++i) {
        problem.places.push_back({.name = "点" + std::to_string(i)});
        if (i > 1 && dice.oneIn(4))
            problem.places[i].walk = dice.from(1, 3) * 300;
        if (i > 1 && dice.oneIn(4))
            problem.places[i].setUp = 600;
        if (i > 1 && dice.oneIn(9))
            problem.places[i].offRoad = 2500;
    }
    problem.roads = {anyRoads(dice, places)};
    problem.bases = {{.place = 0, .teamsPerNight = 3}, {.place = 1, .teamsPerNight = 1}};
    const auto teams = static_cast<std::size_t>(dice.from(1, 2));
    for (std::size_t t = 0; t < teams; ++t)
        problem.teams.push_back(anyTeam(dice, t, days));
    const auto stops = static_cast<std::size_t>(dice.from(1, 18));
    for (std::size_t i = 0; i < stops; ++i)
        problem.stops.push_back(anyStop(dice, i, places, days));
    for (std::size_t i = 1; i < stops; ++i)
        if (dice.oneIn(6))
            problem.orders.push_back({i - 1, i, dice.from(0, 1)});
    return problem;
}

} // namespace guatu::test
