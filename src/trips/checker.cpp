// SPDX-License-Identifier: MIT
#include "trips/checker.h"

#include "trips/day_checker.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace guatu::trips
{
namespace
{

/// In the order of Rule.
constexpr std::array<std::string_view, 26> ruleTexts{
    "trips.broken.day_list",      "trips.broken.stop_twice", "trips.broken.stop_missing",
    "trips.broken.stop_done",     "trips.broken.must_not",   "trips.broken.off_network",
    "trips.broken.no_road",       "trips.broken.drive",      "trips.broken.times",
    "trips.broken.begin",         "trips.broken.end",        "trips.broken.window",
    "trips.broken.closed",        "trips.broken.lunch",      "trips.broken.driving",
    "trips.broken.skill",         "trips.broken.people",     "trips.broken.load",
    "trips.broken.order_missing", "trips.broken.order",      "trips.broken.start_base",
    "trips.broken.end_base",      "trips.broken.night_base", "trips.broken.night_gap",
    "trips.broken.night_full",    "trips.broken.slack"};

/// Whether there is a day for each day of each team, in order; without that nothing can be said.
bool isDayListSound(const Problem& problem, const Plan& plan)
{
    std::size_t next = 0;
    for (std::size_t team = 0; team < problem.teams.size(); ++team)
        for (std::size_t day = 0; day < problem.teams[team].days.size(); ++day, ++next)
            if (next >= plan.days.size() || plan.days[next].team != team ||
                plan.days[next].teamDay != day)
                return false;
    return next == plan.days.size();
}

/// Where and when each stop is visited.
struct Visited {
    std::size_t day = 0; ///< of Plan::days
    std::size_t problemDay = 0;
    const Visit* visit = nullptr;
};

class PlanChecker
{
public:
    PlanChecker(const Problem& problem, const Plan& plan)
        : m_problem(problem), m_plan(plan), m_visited(problem.stops.size())
    {
        for (std::size_t d = 0; d < plan.days.size(); ++d)
            for (const Visit& visit : plan.days[d].visits) {
                const DayPlan& day = plan.days[d];
                const std::size_t when = problem.teams[day.team].days[day.teamDay].day;
                if (m_visited[visit.stop].visit != nullptr)
                    add({Rule::StopTwice, d, visit.stop});
                m_visited[visit.stop] = {d, when, &visit};
            }
    }

    std::vector<Violation> check() &&
    {
        checkListing();
        checkOrders();
        std::size_t first = 0;
        for (const Team& team : m_problem.teams) {
            checkTeam(team, first);
            first += team.days.size();
        }
        checkNights();
        return std::move(m_found);
    }

private:
    void add(const Violation& violation) { m_found.push_back(violation); }

    void checkListing()
    {
        std::vector<int> said(m_problem.stops.size(), 0);
        for (const LeftOutStop& stop : m_plan.leftOut)
            ++said[stop.stop];
        for (std::size_t i = 0; i < said.size(); ++i) {
            const Stop& stop = m_problem.stops[i];
            const Visited& visited = m_visited[i];
            if (!visited.visit) {
                if (said[i] != 1)
                    add({said[i] == 0 ? Rule::StopMissing : Rule::StopTwice, {}, i});
                continue;
            }
            if (said[i] != 0)
                add({Rule::StopTwice, visited.day, i});
            if (stop.done)
                add({Rule::StopDone, visited.day, i});
            if (stop.wish == Wish::MustNot)
                add({Rule::MustNot, visited.day, i});
            if (m_problem.places[stop.place].offRoad)
                add({Rule::OffNetwork, visited.day, i});
        }
    }

    void checkOrders()
    {
        for (const Order& order : m_problem.orders) {
            const Visited& first = m_visited[order.first];
            const Visited& then = m_visited[order.then];
            if (!then.visit || m_problem.stops[order.first].done)
                continue;
            if (!first.visit) {
                add({Rule::OrderMissing, then.day, order.then, order.first});
                continue;
            }
            const auto days =
                static_cast<int>(then.problemDay) - static_cast<int>(first.problemDay);
            if (days < std::max(0, order.leastDays))
                add({Rule::Order, then.day, order.then, order.first,
                     std::int64_t{86400} * (order.leastDays - days)});
            else if (days == 0 && then.visit->start < first.visit->end)
                add({Rule::Order, then.day, order.then, order.first,
                     first.visit->end - then.visit->start});
        }
    }

    void checkTeam(const Team& team, std::size_t first)
    {
        const std::span days(m_plan.days.data() + first, team.days.size());
        const bool isOut =
            team.isOut || std::any_of(days.begin(), days.end(),
                                      [](const DayPlan& day) { return !day.visits.empty(); });
        for (std::size_t d = 0; d < days.size(); ++d) {
            if (!isOut) {
                if (days[d].departure != days[d].back)
                    add({Rule::Times, first + d, {}, {}, days[d].back - days[d].departure});
                continue;
            }
            for (const Violation& found : violationsOfDay(m_problem, days[d], first + d))
                add(found);
            if (d == 0 ? days[d].from != team.start : days[d].from != days[d - 1].to)
                add({d == 0 ? Rule::StartBase : Rule::NightGap, first + d});
            if (d + 1 == days.size() && days[d].to != team.end)
                add({Rule::EndBase, first + d});
            if (d + 1 < days.size())
                checkNight(team, days[d], first + d);
        }
    }

    void checkNight(const Team& team, const DayPlan& day, std::size_t index)
    {
        if (team.nights.empty()) {
            if (day.to != team.start)
                add({Rule::NightBase, index});
            return;
        }
        if (std::find(team.nights.begin(), team.nights.end(), day.to) == team.nights.end())
            add({Rule::NightBase, index});
        m_guests[{team.days[day.teamDay].day, day.to}].push_back(index);
    }

    void checkNights()
    {
        for (const auto& [night, guests] : m_guests) {
            const auto over = static_cast<std::int64_t>(guests.size()) -
                              m_problem.bases[night.second].teamsPerNight;
            if (over > 0)
                add({Rule::NightFull, guests.back(), {}, {}, over});
        }
    }

    const Problem& m_problem;
    const Plan& m_plan;
    std::vector<Visited> m_visited;
    /// Of each day of the problem and base the days of the plan that end there.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> m_guests;
    std::vector<Violation> m_found;
};

std::string minutesOf(std::int64_t seconds)
{
    return std::to_string((std::max(seconds, -seconds) + 59) / 60);
}

} // namespace

std::vector<Violation> violationsOf(const Problem& problem, const Plan& plan)
{
    if (!isDayListSound(problem, plan))
        return {{.rule = Rule::DayList}};
    return PlanChecker(problem, plan).check();
}

std::string_view toString(Rule rule)
{
    constexpr std::string_view prefix = "trips.broken.";
    return ruleTexts.at(static_cast<std::size_t>(rule)).substr(prefix.size());
}

Message violationText(const Problem& problem, const Plan& plan, const Violation& violation)
{
    Message message{std::string(ruleTexts.at(static_cast<std::size_t>(violation.rule)))};
    const auto put = [&message](const char* name, std::string value) {
        message.parameters.emplace_back(name, std::move(value));
    };
    if (violation.day) {
        const DayPlan& day = plan.days[*violation.day];
        const Team& team = problem.teams[day.team];
        put("team", team.name);
        put("date", problem.days[team.days[day.teamDay].day].iso());
        put("base", problem.places[problem.bases[day.to].place].name);
    }
    if (violation.stop)
        put("stop", problem.stops[*violation.stop].name);
    if (violation.other)
        put("other", problem.stops[*violation.other].name);
    put("minutes", minutesOf(violation.by));
    put("count", std::to_string(violation.by));
    return message;
}

} // namespace guatu::trips
