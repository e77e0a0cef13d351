// SPDX-License-Identifier: MIT
#include "trips/day_checker.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

class DayChecker
{
public:
    DayChecker(const Problem& problem, const DayPlan& day, std::size_t index)
        : m_problem(problem),
          m_plan(day),
          m_index(index),
          m_team(problem.teams[day.team]),
          m_day(m_team.days[day.teamDay]),
          m_roads(problem.roads[m_day.roads])
    {
    }

    std::vector<Violation> check() &&
    {
        checkWay();
        checkHours();
        checkLunch();
        for (const Visit& visit : m_plan.visits)
            checkVisit(visit);
        checkSums();
        if (m_found.empty())
            for (std::size_t i = 0; i < m_plan.visits.size(); ++i)
                checkSlack(i);
        return std::move(m_found);
    }

private:
    void add(Rule rule, std::optional<std::size_t> stop = {}, std::int64_t by = 0)
    {
        m_found.push_back({rule, m_index, stop, {}, by});
    }

    [[nodiscard]] std::size_t placeOf(const Visit& visit) const
    {
        return m_problem.stops[visit.stop].place;
    }
    [[nodiscard]] std::size_t fromPlace() const { return m_problem.bases[m_plan.from].place; }
    [[nodiscard]] std::size_t toPlace() const { return m_problem.bases[m_plan.to].place; }
    /// Place before visit `i`, and of it; the base's behind the last.
    [[nodiscard]] std::size_t before(std::size_t i) const
    {
        return i == 0 ? fromPlace() : placeOf(m_plan.visits[i - 1]);
    }
    [[nodiscard]] std::size_t at(std::size_t i) const
    {
        return i < m_plan.visits.size() ? placeOf(m_plan.visits[i]) : toPlace();
    }
    [[nodiscard]] Seconds driven(std::size_t from, std::size_t to) const
    {
        return from == to ? 0 : m_roads.seconds[from * m_problem.places.size() + to];
    }
    [[nodiscard]] std::int32_t metres(std::size_t from, std::size_t to) const
    {
        return from == to ? 0 : m_roads.metres[from * m_problem.places.size() + to];
    }
    /// On foot from a place to the car when the next place is another.
    [[nodiscard]] Seconds walkOut(std::size_t i) const
    {
        return before(i) == at(i) ? 0 : m_problem.places[before(i)].walk;
    }
    [[nodiscard]] Seconds walkIn(std::size_t i) const
    {
        return before(i) == at(i) ? 0 : m_problem.places[at(i)].walk;
    }
    [[nodiscard]] Seconds setUp(std::size_t i) const
    {
        return before(i) == at(i) ? 0 : m_problem.places[at(i)].setUp;
    }

    void expect(Rule rule, std::optional<std::size_t> stop, std::int64_t value, std::int64_t right)
    {
        if (value != right)
            add(rule, stop, value - right);
    }

    void checkDrive(std::size_t i, std::optional<std::size_t> stop, Seconds drive,
                    std::int32_t length)
    {
        const Seconds right = driven(before(i), at(i));
        if (right < 0) {
            add(Rule::NoRoad, stop);
            return;
        }
        if (drive != right || length != metres(before(i), at(i)))
            add(Rule::Drive, stop, drive - right);
    }

    /// Follows the car from morning to evening.
    void checkWay()
    {
        Seconds car = m_plan.departure + walkOut(0);
        for (std::size_t i = 0; i < m_plan.visits.size(); ++i) {
            const Visit& visit = m_plan.visits[i];
            checkDrive(i, visit.stop, visit.drive, visit.metres);
            expect(Rule::Times, visit.stop, visit.arrival, car + visit.drive);
            expect(Rule::Times, visit.stop, visit.walk, walkIn(i) + walkOut(i + 1));
            expect(Rule::Times, visit.stop, visit.end,
                   visit.start + m_problem.stops[visit.stop].visit);
            expect(Rule::Times, visit.stop, visit.departure, visit.end + walkOut(i + 1));
            if (visit.start < readyAt(i))
                add(Rule::Times, visit.stop, readyAt(i) - visit.start);
            car = visit.departure;
        }
        const std::size_t last = m_plan.visits.size();
        checkDrive(last, {}, m_plan.driveBack, m_plan.metresBack);
        expect(Rule::Times, {}, m_plan.back, car + m_plan.driveBack + walkIn(last) + setUp(last));
    }

    /// When visit `i` could begin, were it open.
    [[nodiscard]] Seconds readyAt(std::size_t i) const
    {
        const Seconds in = m_plan.visits[i].arrival + walkIn(i) + setUp(i);
        if (!m_plan.lunch || m_plan.lunchBefore != i)
            return in;
        return std::max(in, *m_plan.lunch + (m_day.lunch ? m_day.lunch->length : 0));
    }

    void checkHours()
    {
        if (m_plan.departure < m_day.begin)
            add(Rule::Begin, {}, m_day.begin - m_plan.departure);
        if (m_plan.back > m_day.end)
            add(Rule::End, {}, m_plan.back - m_day.end);
    }

    void checkLunch()
    {
        if (!m_day.lunch || (!m_plan.lunch && m_plan.visits.empty()))
            return;
        if (!m_plan.lunch) {
            if (m_plan.back > m_day.lunch->latest)
                add(Rule::Lunch, {}, m_day.lunch->length);
            return;
        }
        if (m_plan.lunchBefore >= m_plan.visits.size()) {
            add(Rule::Lunch);
            return;
        }
        const Visit& next = m_plan.visits[m_plan.lunchBefore];
        const Seconds in = next.arrival + walkIn(m_plan.lunchBefore) + setUp(m_plan.lunchBefore);
        const Seconds lunch = *m_plan.lunch;
        if (lunch < in)
            add(Rule::Lunch, next.stop, in - lunch);
        if (lunch < m_day.lunch->earliest)
            add(Rule::Lunch, next.stop, m_day.lunch->earliest - lunch);
        if (lunch > m_day.lunch->latest)
            add(Rule::Lunch, next.stop, lunch - m_day.lunch->latest);
        if (next.start - lunch < m_day.lunch->length)
            add(Rule::Lunch, next.stop, m_day.lunch->length - (next.start - lunch));
    }

    void checkVisit(const Visit& visit)
    {
        const Stop& stop = m_problem.stops[visit.stop];
        if (!isOpen(stop, visit.start)) {
            const auto last = lastClose(stop);
            add(last ? Rule::Window : Rule::Closed, visit.stop,
                last ? std::max(0, visit.start - *last) : 0);
        }
        for (const std::string& skill : stop.skills)
            if (std::find(m_team.skills.begin(), m_team.skills.end(), skill) == m_team.skills.end())
                add(Rule::Skill, visit.stop);
        if (m_team.people < stop.people)
            add(Rule::People, visit.stop, stop.people - m_team.people);
    }

    [[nodiscard]] bool isOpen(const Stop& stop, Seconds time) const
    {
        return stop.windows.empty() ||
               std::any_of(stop.windows[m_day.day].begin(), stop.windows[m_day.day].end(),
                           [time](const Window& window) {
                               return window.open <= time && time <= window.close;
                           });
    }

    [[nodiscard]] std::optional<Seconds> lastClose(const Stop& stop) const
    {
        std::optional<Seconds> last;
        for (const Window& window : stop.windows[m_day.day])
            if (window.open <= window.close)
                last = std::max(last.value_or(window.close), window.close);
        return last;
    }

    void checkSums()
    {
        std::int64_t driving = m_plan.driveBack, load = 0;
        for (const Visit& visit : m_plan.visits) {
            driving += visit.drive;
            load += m_problem.stops[visit.stop].load;
        }
        if (driving > m_day.mostDriving)
            add(Rule::Driving, {}, driving - m_day.mostDriving);
        if (load > m_team.mostLoad)
            add(Rule::Load, {}, load - m_team.mostLoad);
    }

    void checkSlack(std::size_t i)
    {
        const Visit& visit = m_plan.visits[i];
        if (visit.slack < 0 || !isInTimeFrom(i, visit.start + visit.slack) ||
            isInTimeFrom(i, visit.start + visit.slack + 1))
            add(Rule::Slack, visit.stop, visit.slack);
    }

    /// Whether the rest of the day is in time when visit `i` begins at `start`.
    [[nodiscard]] bool isInTimeFrom(std::size_t i, Seconds start) const
    {
        for (;; ++i) {
            const Stop& stop = m_problem.stops[m_plan.visits[i].stop];
            if (!isOpen(stop, start))
                return false;
            Seconds time = start + stop.visit + walkOut(i + 1) + driven(at(i), at(i + 1)) +
                           walkIn(i + 1) + setUp(i + 1);
            if (i + 1 == m_plan.visits.size())
                return time <= m_day.end &&
                       (m_plan.lunch || !m_day.lunch || time <= m_day.lunch->latest);
            if (m_plan.lunch && m_plan.lunchBefore == i + 1) {
                time = std::max(time, m_day.lunch->earliest);
                if (time > m_day.lunch->latest)
                    return false;
                time += m_day.lunch->length;
            }
            const auto next = opensAt(m_problem.stops[m_plan.visits[i + 1].stop], time);
            if (!next)
                return false;
            start = *next;
        }
    }

    [[nodiscard]] std::optional<Seconds> opensAt(const Stop& stop, Seconds time) const
    {
        if (isOpen(stop, time))
            return time;
        std::optional<Seconds> soonest;
        for (const Window& window : stop.windows[m_day.day])
            if (window.open > time && window.open <= window.close)
                soonest = std::min(soonest.value_or(window.open), window.open);
        return soonest;
    }

    const Problem& m_problem;
    const DayPlan& m_plan;
    std::size_t m_index;
    const Team& m_team;
    const WorkDay& m_day;
    const Roads& m_roads;
    std::vector<Violation> m_found;
};

} // namespace

std::vector<Violation> violationsOfDay(const Problem& problem, const DayPlan& day,
                                       std::size_t index)
{
    return DayChecker(problem, day, index).check();
}

} // namespace guatu::trips
