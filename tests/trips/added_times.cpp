// SPDX-License-Identifier: MIT
#include "added_times.h"

namespace guatu::test
{

std::vector<trips::Seconds> addedTimes(const trips::Problem& problem, const trips::DayPlan& day)
{
    const trips::Roads& roads = problem.roads[problem.teams[day.team].days[day.teamDay].roads];
    std::size_t at = problem.bases[day.from].place;
    trips::Seconds now = day.departure;
    std::vector<trips::Seconds> arrivals;
    const auto driveTo = [&](std::size_t place) {
        now += at == place ? 0 : roads.seconds[at * problem.places.size() + place];
        at = place;
    };
    for (std::size_t i = 0; i < day.visits.size(); ++i) {
        const trips::Stop& stop = problem.stops[day.visits[i].stop];
        driveTo(stop.place);
        arrivals.push_back(now);
        const bool goesOn =
            i + 1 < day.visits.size() && problem.stops[day.visits[i + 1].stop].place == stop.place;
        now = day.visits[i].start + stop.visit + (goesOn ? 0 : problem.places[stop.place].walk);
    }
    driveTo(problem.bases[day.to].place);
    arrivals.push_back(now);
    return arrivals;
}

} // namespace guatu::test
