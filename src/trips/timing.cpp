// SPDX-License-Identifier: MIT
#include "trips/timing.h"

#include <algorithm>
#include <tuple>

namespace guatu::trips
{
namespace
{

constexpr Seconds wholeDay = 86400;

/// From one place to another: out to the car, drive, in from the car.
struct Leg {
    Seconds out = 0, drive = 0, in = 0, setUp = 0;
    std::int32_t metres = 0;

    [[nodiscard]] Seconds time() const { return out + drive + in + setUp; }
};

Leg legBetween(const Problem& problem, const Roads& roads, std::size_t from, std::size_t to)
{
    if (from == to)
        return {};
    const std::size_t cell = from * problem.places.size() + to;
    return {problem.places[from].walk, std::max(0, roads.seconds[cell]), problem.places[to].walk,
            problem.places[to].setUp, roads.seconds[cell] < 0 ? 0 : roads.metres[cell]};
}

/// One team on one day.
class Timer
{
public:
    Timer(const Problem& problem, const DayRoute& route)
        : m_problem(problem),
          m_route(route),
          m_day(problem.teams[route.team].days[route.teamDay]),
          m_roads(problem.roads[m_day.roads])
    {
        std::size_t place = problem.bases[route.from].place;
        for (const std::size_t stop : route.stops) {
            const std::size_t next = problem.stops[stop].place;
            m_legs.push_back(legBetween(problem, m_roads, place, next));
            place = next;
        }
        m_legs.push_back(legBetween(problem, m_roads, place, problem.bases[route.to].place));
    }

    [[nodiscard]] DayPlan best() const
    {
        Attempt best = attempt({});
        if (m_day.lunch)
            for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
                Attempt other = attempt(i);
                if (other.rank() < best.rank())
                    best = std::move(other);
            }
        leaveLater(best.plan);
        addSlack(best.plan);
        return best.plan;
    }

private:
    struct Attempt {
        DayPlan plan;
        std::int64_t late = 0; ///< seconds by which rules are missed, together

        [[nodiscard]] std::tuple<std::int64_t, Seconds, Seconds> rank() const
        {
            return {late, plan.back, plan.lunch.value_or(0)};
        }
    };

    [[nodiscard]] const Stop& stop(std::size_t i) const
    {
        return m_problem.stops[m_route.stops[i]];
    }

    /// Whether all windows are over, the earliest begin at or after `time`.
    [[nodiscard]] std::pair<std::int64_t, Seconds> begin(const Stop& stop, Seconds time) const
    {
        if (stop.windows.empty())
            return {0, time};
        Seconds earliest = -1, last = -1;
        for (const Window& window : stop.windows[m_day.day]) {
            if (window.close < window.open)
                continue;
            last = std::max(last, window.close);
            const Seconds start = std::max(time, window.open);
            if (start <= window.close && (earliest < 0 || start < earliest))
                earliest = start;
        }
        if (earliest >= 0)
            return {0, earliest};
        return {last < 0 ? wholeDay : time - last, time};
    }

    [[nodiscard]] Attempt attempt(std::optional<std::size_t> lunchBefore) const
    {
        Attempt result{{.team = m_route.team,
                        .teamDay = m_route.teamDay,
                        .from = m_route.from,
                        .to = m_route.to,
                        .departure = m_day.begin}};
        DayPlan& plan = result.plan;
        Seconds time = m_day.begin;
        for (std::size_t i = 0; i < m_route.stops.size(); ++i) {
            const Leg& leg = m_legs[i];
            Seconds ready = time + leg.time();
            const Seconds arrival = time + leg.out + leg.drive;
            if (lunchBefore == i) {
                plan.lunch = std::max(ready, m_day.lunch->earliest);
                plan.lunchBefore = i;
                result.late += std::max(0, *plan.lunch - m_day.lunch->latest);
                ready = *plan.lunch + m_day.lunch->length;
            }
            const auto [late, start] = begin(stop(i), ready);
            result.late += late;
            const Seconds end = start + stop(i).visit;
            const Seconds out = m_legs[i + 1].out;
            plan.visits.push_back({m_route.stops[i], arrival, start, end, end + out, leg.drive,
                                   leg.metres, leg.in + out, 0});
            time = end;
        }
        plan.back = time + m_legs.back().time();
        plan.driveBack = m_legs.back().drive;
        plan.metresBack = m_legs.back().metres;
        result.late += std::max(0, plan.back - m_day.end);
        if (m_day.lunch && !lunchBefore && !plan.visits.empty() && plan.back > m_day.lunch->latest)
            result.late += std::max(1, m_day.lunch->length);
        return result;
    }

    void leaveLater(DayPlan& plan) const
    {
        if (plan.visits.empty())
            return;
        Visit& first = plan.visits.front();
        const bool isLunchFirst = plan.lunch && plan.lunchBefore == 0;
        const Seconds next = isLunchFirst ? *plan.lunch : first.start;
        const Seconds wait = next - (plan.departure + m_legs.front().time());
        plan.departure += wait;
        first.arrival += wait;
    }

    /// The last time at which a visit may begin that has to begin by `latest`; `latest` itself when
    /// no window is open until then.
    [[nodiscard]] Seconds lastBegin(const Stop& stop, Seconds latest) const
    {
        if (stop.windows.empty())
            return latest;
        std::optional<Seconds> last;
        for (const Window& window : stop.windows[m_day.day])
            if (window.open <= std::min(latest, window.close))
                last = std::max(last.value_or(window.open), std::min(latest, window.close));
        return last.value_or(latest);
    }

    void addSlack(DayPlan& plan) const
    {
        Seconds latest = m_day.end;
        if (m_day.lunch && !plan.lunch)
            latest = std::min(latest, m_day.lunch->latest);
        for (std::size_t i = plan.visits.size(); i > 0; --i) {
            Visit& visit = plan.visits[i - 1];
            latest = lastBegin(stop(i - 1), latest - m_legs[i].time() - stop(i - 1).visit);
            visit.slack = latest - visit.start;
            if (plan.lunch && plan.lunchBefore == i - 1)
                latest = std::min(latest - m_day.lunch->length, m_day.lunch->latest);
        }
    }

    const Problem& m_problem;
    const DayRoute& m_route;
    const WorkDay& m_day;
    const Roads& m_roads;
    std::vector<Leg> m_legs;
};

} // namespace

std::vector<DayPlan> timed(const Problem& problem, const Itinerary& itinerary)
{
    std::vector<char> isOut;
    for (const Team& team : problem.teams)
        isOut.push_back(team.isOut ? 1 : 0);
    for (const DayRoute& route : itinerary)
        if (!route.stops.empty())
            isOut[route.team] = 1;
    std::vector<DayPlan> days;
    for (const DayRoute& route : itinerary) {
        if (isOut[route.team]) {
            days.push_back(Timer(problem, route).best());
            continue;
        }
        const std::size_t home = problem.teams[route.team].start;
        const Seconds begin = problem.teams[route.team].days[route.teamDay].begin;
        days.push_back({.team = route.team,
                        .teamDay = route.teamDay,
                        .from = home,
                        .to = home,
                        .departure = begin,
                        .back = begin});
    }
    return days;
}

DayTotals& DayTotals::operator+=(const DayTotals& other)
{
    driving += other.driving;
    walking += other.walking;
    settingUp += other.settingUp;
    visiting += other.visiting;
    lunch += other.lunch;
    waiting += other.waiting;
    metres += other.metres;
    stops += other.stops;
    cost += other.cost;
    return *this;
}

DayTotals totalsOf(const Problem& problem, const DayPlan& day)
{
    const Team& team = problem.teams[day.team];
    DayTotals totals{
        .driving = day.driveBack, .metres = day.metresBack, .stops = day.visits.size()};
    std::size_t place = problem.bases[day.from].place;
    for (const Visit& visit : day.visits) {
        const std::size_t next = problem.stops[visit.stop].place;
        totals.driving += visit.drive;
        totals.metres += visit.metres;
        totals.walking += visit.walk;
        totals.settingUp += next == place ? 0 : problem.places[next].setUp;
        totals.visiting += visit.end - visit.start;
        place = next;
    }
    if (day.lunch)
        totals.lunch = team.days[day.teamDay].lunch->length;
    const std::size_t home = problem.bases[day.to].place;
    const bool isOut = day.back > day.departure || !day.visits.empty();
    if (isOut && place != home) {
        totals.walking += problem.places[home].walk;
        totals.settingUp += problem.places[home].setUp;
    }
    if (isOut && problem.bases[day.from].place !=
                     (day.visits.empty() ? home : problem.stops[day.visits[0].stop].place))
        totals.walking += problem.places[problem.bases[day.from].place].walk;
    totals.waiting = day.back - day.departure - totals.driving - totals.walking - totals.settingUp -
                     totals.visiting - totals.lunch;
    totals.cost = problem.costs.perHour * totals.driving / 3600 +
                  problem.costs.perKm * 1e-3 * static_cast<double>(totals.metres);
    if (isOut && day.teamDay + 1 < team.days.size())
        totals.cost += problem.bases[day.to].costPerNight;
    return totals;
}

} // namespace guatu::trips
