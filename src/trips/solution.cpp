// SPDX-License-Identifier: MIT
#include "trips/solution.h"

#include <algorithm>

namespace guatu::trips
{

Solution::Solution(const Model& model)
    : m_model(&model),
      m_routeOf(model.stopCount(), nowhere),
      m_stopsOfTeam(model.problem().teams.size(), 0),
      m_workOfTeam(m_stopsOfTeam.size(), 0),
      m_isKept(model.routeCount(), 0)
{
    const std::vector<Team>& teams = model.problem().teams;
    for (std::size_t r = 0; r < model.routeCount(); ++r) {
        const Model::Route& day = model.route(r);
        m_routes.emplace_back(model, r, teams[day.team].start, teams[day.team].start);
    }
    for (std::size_t team = 0; team < teams.size(); ++team)
        if (!teams[team].days.empty())
            static_cast<void>(settle(team, 0));
}

Solution::Solution(const Model& model, const Itinerary& itinerary) : Solution(model)
{
    for (std::size_t r = 0; r < itinerary.size(); ++r) {
        m_routes[r].setBases(itinerary[r].from, itinerary[r].to);
        for (const std::size_t stop : itinerary[r].stops)
            insert(r, m_routes[r].stops().size(), static_cast<std::uint32_t>(stop));
    }
}

Itinerary Solution::itinerary() const
{
    Itinerary itinerary;
    for (std::size_t r = 0; r < m_routes.size(); ++r) {
        const Model::Route& day = m_model->route(r);
        const Route& route = m_routes[r];
        itinerary.push_back({day.team,
                             day.teamDay,
                             route.from(),
                             route.to(),
                             {route.stops().begin(), route.stops().end()}});
    }
    return itinerary;
}

void Solution::insert(std::size_t route, std::size_t at, std::uint32_t stop)
{
    keep(route);
    const std::size_t team = m_model->route(route).team;
    addTeam(team, -1);
    m_routes[route].insert(at, stop);
    m_routeOf[stop] = static_cast<std::uint32_t>(route);
    count(stop, 1);
    addTeam(team, 1);
}

void Solution::reorder(std::size_t route, std::vector<std::uint32_t> stops)
{
    keep(route);
    const std::size_t team = m_model->route(route).team;
    addTeam(team, -1);
    m_routes[route].assign(std::move(stops));
    addTeam(team, 1);
}

void Solution::erase(std::size_t route, std::size_t at, std::size_t count)
{
    keep(route);
    const std::size_t team = m_model->route(route).team;
    addTeam(team, -1);
    for (std::size_t i = at; i < at + count; ++i) {
        const std::uint32_t stop = m_routes[route].stops()[i];
        m_routeOf[stop] = nowhere;
        this->count(stop, -1);
    }
    m_routes[route].erase(at, count);
    addTeam(team, 1);
}

bool Solution::moveNight(std::size_t team, std::size_t teamDay, std::size_t base)
{
    const std::size_t evening = m_model->firstRoute(team) + teamDay;
    const std::size_t before = m_routes[evening].to();
    if (before == base || !hasRoom(team, teamDay, base))
        return false;
    const auto set = [&](std::size_t to) {
        m_routes[evening].setBases(m_routes[evening].from(), to);
        m_routes[evening + 1].setBases(to, m_routes[evening + 1].to());
    };
    keep(evening);
    keep(evening + 1);
    addTeam(team, -1);
    set(base);
    const bool isPossible = m_routes[evening].isPossible() && m_routes[evening + 1].isPossible();
    if (!isPossible)
        set(before);
    addTeam(team, 1);
    return isPossible;
}

void Solution::mark()
{
    for (const Kept& kept : m_kept)
        m_isKept[kept.route] = 0;
    m_kept.clear();
    m_keptTeamStops = m_stopsOfTeam;
    m_keptTeamWork = m_workOfTeam;
    m_keptWorth = m_worth;
    m_keptVisited = m_visited;
}

void Solution::takeBack()
{
    for (const Kept& kept : m_kept)
        for (const std::uint32_t stop : m_routes[kept.route].stops())
            m_routeOf[stop] = nowhere;
    for (Kept& kept : m_kept) {
        for (const std::uint32_t stop : kept.was.stops())
            m_routeOf[stop] = static_cast<std::uint32_t>(kept.route);
        std::swap(m_routes[kept.route], kept.was);
    }
    m_stopsOfTeam = m_keptTeamStops;
    m_workOfTeam = m_keptTeamWork;
    m_worth = m_keptWorth;
    m_visited = m_keptVisited;
    mark();
}

bool Solution::areChangesPossible() const
{
    return std::all_of(m_kept.begin(), m_kept.end(),
                       [this](const Kept& kept) { return m_routes[kept.route].isPossible(); });
}

void Solution::keep(std::size_t route)
{
    if (m_isKept[route])
        return;
    m_isKept[route] = 1;
    m_kept.push_back({route, m_routes[route]});
}

void Solution::count(std::uint32_t stop, int sign)
{
    const Stop& what = m_model->problem().stops[stop];
    m_worth.priority += sign * what.priority;
    m_worth.musts += what.wish == Wish::Must ? sign : 0;
    m_visited += static_cast<std::size_t>(sign);
}

/// A team that visits nothing stays at home and costs nothing.
void Solution::addTeam(std::size_t team, int sign)
{
    std::uint32_t stops = 0;
    std::int64_t cost = 0, work = 0;
    for (std::size_t r = m_model->firstRoute(team); r < m_model->firstRoute(team + 1); ++r) {
        const Route& route = m_routes[r];
        stops += static_cast<std::uint32_t>(route.stops().size());
        cost += route.cost();
        work += route.driving();
        if (r + 1 < m_model->firstRoute(team + 1))
            cost += static_cast<std::int64_t>(m_model->problem().bases[route.to()].costPerNight *
                                              3600 / m_model->problem().costs.perHour);
        if (m_model->problem().fair)
            for (const std::uint32_t stop : route.stops())
                work += m_model->visit(stop);
    }
    const bool isOut = stops != 0 || m_model->problem().teams[team].isOut;
    m_worth.thrift -= isOut ? sign * cost : 0;
    m_stopsOfTeam[team] = stops;
    m_workOfTeam[team] = stops == 0 ? 0 : work;
    if (m_model->problem().fair && sign > 0)
        updateFairness();
}

void Solution::updateFairness()
{
    const auto [least, most] = std::minmax_element(m_workOfTeam.begin(), m_workOfTeam.end());
    m_worth.fairness = *least - *most;
}

bool Solution::hasRoom(std::size_t team, std::size_t teamDay, std::size_t base) const
{
    const std::vector<Team>& teams = m_model->problem().teams;
    if (teams[team].nights.empty())
        return base == teams[team].start;
    const std::size_t day = teams[team].days[teamDay].day;
    int guests = 0;
    for (std::size_t r = 0; r < m_routes.size(); ++r) {
        const Model::Route& other = m_model->route(r);
        const bool staysOver = r + 1 < m_model->firstRoute(other.team + 1);
        guests += other.team != team && staysOver && other.day == day && m_routes[r].to() == base;
    }
    return guests < m_model->problem().bases[base].teamsPerNight;
}

/// Finds bases for the nights from a day on so that each day can be driven even without a visit.
bool Solution::settle(std::size_t team, std::size_t teamDay)
{
    const Team& what = m_model->problem().teams[team];
    const std::size_t r = m_model->firstRoute(team) + teamDay;
    const std::size_t from = teamDay == 0 ? what.start : m_routes[r - 1].to();
    const bool isLast = teamDay + 1 == what.days.size();
    std::vector<std::size_t> evenings;
    if (isLast)
        evenings = {what.end};
    else if (what.nights.empty())
        evenings = {what.start};
    else
        evenings = what.nights;
    for (const std::size_t evening : evenings) {
        m_routes[r].setBases(from, evening);
        if (!m_routes[r].isPossible() || (!isLast && !hasRoom(team, teamDay, evening)))
            continue;
        if (isLast || settle(team, teamDay + 1))
            return true;
    }
    return false;
}

} // namespace guatu::trips
