// SPDX-License-Identifier: MIT
#include "trips/solver.h"

#include "trips/repair.h"
#include "trips/search.h"

#include <algorithm>
#include <chrono>

namespace guatu::trips
{
namespace
{

constexpr std::uint64_t stepsBetweenLooks = 16;
constexpr double secondsBetweenReports = 0.2;

double wallClock()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Where the search stands between 0 and 1, by steps or by time.
class Course
{
public:
    explicit Course(const SolveLimit& limit)
        : m_limit(limit), m_clock(limit.clock ? limit.clock : wallClock), m_begin(m_clock())
    {
    }

    void advance()
    {
        ++m_steps;
        if (m_limit.steps != 0)
            m_done = static_cast<double>(m_steps) / static_cast<double>(m_limit.steps);
        else if (m_steps % stepsBetweenLooks == 0)
            m_done = (m_clock() - m_begin) / m_limit.seconds;
    }
    [[nodiscard]] double done() const { return m_done; }
    [[nodiscard]] bool isLook() const { return m_steps % stepsBetweenLooks == 0; }

private:
    SolveLimit m_limit;
    std::function<double()> m_clock;
    double m_begin;
    std::uint64_t m_steps = 0;
    double m_done = 0;
};

/// The course is cut into rounds; each begins warm from the best and cools.
struct Rounds {
    double begin = 0;
    double end = 0.1;

    [[nodiscard]] double within(double done) const
    {
        return std::clamp((done - begin) / (end - begin), 0.0, 1.0);
    }
    /// The first is short, and tells whether everything fits.
    void next()
    {
        begin = end;
        end = begin < 0.15 ? 0.55 : begin < 0.6 ? 1.0 : 2.0;
    }
};

Itinerary search(Search& search, const SolveOptions& options, const Progress& progress)
{
    Course course(options.limit);
    Rounds rounds;
    double reported = wallClock();
    bool isNews = true;
    while (course.done() < 1) {
        isNews = search.step(rounds.within(course.done())) || isNews;
        course.advance();
        if (course.done() >= rounds.end) {
            rounds.next();
            search.restart();
        }
        if (!course.isLook())
            continue;
        if (progress.stop.stop_requested())
            break;
        if (wallClock() - reported < secondsBetweenReports)
            continue;
        reported = wallClock();
        progress.report({{"trips.searching"},
                         static_cast<std::uint64_t>(100 * std::min(course.done(), 1.0)),
                         100});
        if (isNews && options.onBetter)
            options.onBetter(search.best().itinerary());
        isNews = false;
    }
    return search.best().itinerary();
}

} // namespace

Itinerary solve(const Problem& problem, const SolveOptions& options, const Progress& progress)
{
    const Model model(problem);
    Search run(model, Solution(model), std::vector<char>(model.stopCount(), 0), options.seed);
    return search(run, options, progress);
}

Itinerary improve(const Problem& problem, const Itinerary& itinerary,
                  const std::vector<std::size_t>& locked, const SolveOptions& options,
                  const Progress& progress)
{
    const Model model(problem);
    std::vector<char> isLocked(model.stopCount(), 0);
    for (const std::size_t stop : locked)
        isLocked[stop] = 1;
    const Solution start(model, repaired(model, itinerary, isLocked));
    Search run(model, start, std::move(isLocked), options.seed);
    return search(run, options, progress);
}

} // namespace guatu::trips
