// SPDX-License-Identifier: MIT
#include "trips/replan.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

bool holds(const std::vector<std::size_t>& all, std::size_t one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

class RestMaker
{
public:
    RestMaker(const Problem& problem, const Plan& plan, const RoadState& state)
        : m_problem(problem), m_plan(plan), m_state(state), m_rest{problem, {}}
    {
    }

    Rest make() &&
    {
        markDone();
        takeRoads();
        std::size_t at = 0;
        for (std::size_t team = 0; team < m_problem.teams.size(); ++team) {
            const std::size_t days = m_problem.teams[team].days.size();
            goOn(team, {m_plan.days.begin() + static_cast<std::ptrdiff_t>(at),
                        m_plan.days.begin() + static_cast<std::ptrdiff_t>(at + days)});
            at += days;
        }
        return std::move(m_rest);
    }

private:
    void takeRoads()
    {
        const std::size_t first = m_rest.problem.roads.size();
        for (const Roads& roads : m_state.roads)
            m_rest.problem.roads.push_back(roads);
        for (std::size_t team = 0; team < m_problem.teams.size() && !m_state.roads.empty(); ++team)
            for (WorkDay& day : m_rest.problem.teams[team].days)
                day.roads = first + std::min(team, m_state.roads.size() - 1);
    }

    void markDone()
    {
        for (const std::size_t stop : m_state.done)
            m_rest.problem.stops[stop].done = true;
        for (const Order& order : m_problem.orders)
            if (holds(m_state.done, order.first) && order.leastDays > 0)
                closeUntil(order.then,
                           dayOf(order.first) + static_cast<std::size_t>(order.leastDays));
    }

    /// The day on which a stop was planned; today when it was not.
    [[nodiscard]] std::size_t dayOf(std::size_t stop) const
    {
        for (const DayPlan& day : m_plan.days)
            for (const Visit& visit : day.visits)
                if (visit.stop == stop)
                    return m_problem.teams[day.team].days[day.teamDay].day;
        return m_state.day;
    }

    void closeUntil(std::size_t stop, std::size_t day)
    {
        auto& windows = m_rest.problem.stops[stop].windows;
        if (windows.empty())
            windows.assign(m_problem.days.size(), {{0, 86400}});
        for (std::size_t d = 0; d < std::min(day, windows.size()); ++d)
            windows[d].clear();
    }

    void goOn(std::size_t number, const std::vector<DayPlan>& days)
    {
        Team& team = m_rest.problem.teams[number];
        if (holds(m_state.lostTeams, number)) {
            team.days.clear();
            return;
        }
        const Team was = team;
        if (team.nights.empty()) {
            Base& home = m_rest.problem.bases[was.start];
            home.teamsPerNight =
                std::max(home.teamsPerNight, static_cast<int>(m_problem.teams.size()));
            team.nights = {was.start};
        }
        team.days.clear();
        for (std::size_t d = 0; d < days.size(); ++d) {
            if (isOver(was.days[d], days[d])) {
                team.start = days[d].to;
                continue;
            }
            if (team.days.empty() && d == 0)
                team.start = days[d].from;
            team.days.push_back(was.days[d]);
            DayRoute route{number, team.days.size() - 1, days[d].from, days[d].to, {}};
            for (const Visit& visit : days[d].visits)
                if (!holds(m_state.done, visit.stop))
                    route.stops.push_back(visit.stop);
            if (was.days[d].day == m_state.day)
                goOnToday(team, days[d], route);
            m_rest.itinerary.push_back(std::move(route));
        }
        const std::vector<Base>& bases = m_rest.problem.bases;
        team.isOut = bases[team.start].place != bases[team.end].place;
    }

    /// Whether a day is past, or all it held is done and the team has had the time to come back.
    [[nodiscard]] bool isOver(const WorkDay& when, const DayPlan& day) const
    {
        if (when.day != m_state.day)
            return when.day < m_state.day;
        return m_state.now >= std::min(day.back, when.end) &&
               std::all_of(day.visits.begin(), day.visits.end(),
                           [this](const Visit& visit) { return holds(m_state.done, visit.stop); });
    }

    void goOnToday(Team& team, const DayPlan& day, DayRoute& route)
    {
        WorkDay& today = team.days.back();
        today.begin = std::max(today.begin, m_state.now);
        std::optional<std::size_t> last;
        for (std::size_t i = 0; i < day.visits.size(); ++i)
            if (holds(m_state.done, day.visits[i].stop)) {
                last = i;
                today.mostDriving -= day.visits[i].drive;
            }
        today.mostDriving = std::max(0, today.mostDriving);
        const bool isLunchTaken = day.lunch && last && day.lunchBefore <= *last;
        if (today.lunch && (isLunchTaken || m_state.now > today.lunch->latest))
            today.lunch.reset();
        if (!last)
            return;
        m_rest.problem.bases.push_back({.place = m_problem.stops[day.visits[*last].stop].place});
        team.start = m_rest.problem.bases.size() - 1;
        route.from = team.start;
    }

    const Problem& m_problem;
    const Plan& m_plan;
    const RoadState& m_state;
    Rest m_rest;
};

} // namespace

Rest restOf(const Problem& problem, const Plan& plan, const RoadState& state)
{
    return RestMaker(problem, plan, state).make();
}

} // namespace guatu::trips
