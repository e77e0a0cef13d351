// SPDX-License-Identifier: MIT
#include "trips/problem_check.h"

#include "core/error.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

void require(bool isSound, const char* what, const std::string& where)
{
    if (!isSound)
        throw inputError({what, {{"where", where}}});
}

void checkPlaces(const Problem& problem)
{
    require(!problem.days.empty(), "trips.unsound.days", problem.name);
    for (const Place& place : problem.places)
        require(place.walk >= 0 && place.setUp >= 0, "trips.unsound.place", place.name);
    const std::size_t cells = problem.places.size() * problem.places.size();
    for (const Roads& roads : problem.roads) {
        require(roads.seconds.size() == cells && roads.metres.size() == cells,
                "trips.unsound.roads", roads.name);
        require(std::all_of(roads.seconds.begin(), roads.seconds.end(),
                            [](Seconds s) { return s >= Roads::unreachable; }),
                "trips.unsound.roads", roads.name);
    }
    for (const Base& base : problem.bases)
        require(base.place < problem.places.size() && base.teamsPerNight >= 0, "trips.unsound.base",
                problem.name);
    require(problem.costs.perHour > 0 && problem.costs.perKm >= 0, "trips.unsound.costs",
            problem.name);
}

void checkTeam(const Problem& problem, const Team& team)
{
    const std::size_t bases = problem.bases.size();
    require(team.start < bases && team.end < bases, "trips.unsound.team_base", team.name);
    for (const std::size_t night : team.nights)
        require(night < bases, "trips.unsound.team_base", team.name);
    for (std::size_t d = 0; d < team.days.size(); ++d) {
        const WorkDay& day = team.days[d];
        require(day.day < problem.days.size() && day.roads < problem.roads.size(),
                "trips.unsound.team_day", team.name);
        require(d == 0 || team.days[d - 1].day < day.day, "trips.unsound.team_day", team.name);
        require(day.mostDriving >= 0 && (!day.lunch || day.lunch->length >= 0),
                "trips.unsound.team_day", team.name);
    }
}

void checkStop(const Problem& problem, const Stop& stop)
{
    require(stop.place < problem.places.size(), "trips.unsound.stop_place", stop.id);
    require(stop.visit >= 0 && stop.load >= 0, "trips.unsound.stop", stop.id);
    require(stop.priority >= 0 && stop.priority <= 1000000, "trips.unsound.stop", stop.id);
    require(stop.windows.empty() || stop.windows.size() == problem.days.size(),
            "trips.unsound.stop_windows", stop.id);
}

/// Orders must not lead back to where they began: takes away stops without a first again and again.
void checkOrders(const Problem& problem)
{
    std::vector<std::size_t> waitsFor(problem.stops.size(), 0);
    for (const Order& order : problem.orders) {
        require(order.first < waitsFor.size() && order.then < waitsFor.size(),
                "trips.unsound.orders", problem.name);
        require(order.leastDays >= 0, "trips.unsound.orders", problem.stops[order.then].id);
        ++waitsFor[order.then];
    }
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < waitsFor.size(); ++i)
        if (waitsFor[i] == 0)
            free.push_back(i);
    for (std::size_t next = 0; next < free.size(); ++next)
        for (const Order& order : problem.orders)
            if (order.first == free[next] && --waitsFor[order.then] == 0)
                free.push_back(order.then);
    require(free.size() == waitsFor.size(), "trips.unsound.orders", problem.name);
}

bool hasBackwardWindow(const Stop& stop)
{
    for (const auto& day : stop.windows)
        for (const Window& window : day)
            if (window.close < window.open)
                return true;
    return false;
}

bool hasHours(const Team& team)
{
    return std::any_of(team.days.begin(), team.days.end(),
                       [](const WorkDay& day) { return day.begin < day.end; });
}

} // namespace

void requireSound(const Problem& problem)
{
    checkPlaces(problem);
    for (const Team& team : problem.teams)
        checkTeam(problem, team);
    for (const Stop& stop : problem.stops)
        checkStop(problem, stop);
    checkOrders(problem);
}

std::vector<Message> oddities(const Problem& problem)
{
    std::vector<Message> found;
    for (const Stop& stop : problem.stops)
        if (hasBackwardWindow(stop))
            found.push_back({"trips.odd.window", {{"stop", stop.name}}});
    for (const Team& team : problem.teams) {
        if (!hasHours(team))
            found.push_back({"trips.odd.no_hours", {{"team", team.name}}});
        for (const WorkDay& day : team.days)
            if (day.lunch && day.lunch->latest < day.lunch->earliest)
                found.push_back({"trips.odd.lunch", {{"team", team.name}}});
    }
    for (const Base& base : problem.bases)
        if (problem.places[base.place].offRoad)
            found.push_back({"trips.odd.base", {{"base", problem.places[base.place].name}}});
    return found;
}

} // namespace guatu::trips
