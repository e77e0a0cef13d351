// SPDX-License-Identifier: MIT
#include "trips/plan.h"

#include <algorithm>

namespace guatu::trips
{

bool isFit(const Team& team, const Stop& stop)
{
    return team.people >= stop.people && team.mostLoad >= stop.load &&
           std::all_of(stop.skills.begin(), stop.skills.end(), [&team](const std::string& skill) {
               return std::find(team.skills.begin(), team.skills.end(), skill) != team.skills.end();
           });
}

Date dateOf(const Problem& problem, const DayPlan& day)
{
    return problem.days[problem.teams[day.team].days[day.teamDay].day];
}

Itinerary itineraryOf(const Plan& plan)
{
    Itinerary itinerary;
    for (const DayPlan& day : plan.days) {
        DayRoute route{day.team, day.teamDay, day.from, day.to, {}};
        for (const Visit& visit : day.visits)
            route.stops.push_back(visit.stop);
        itinerary.push_back(std::move(route));
    }
    return itinerary;
}

} // namespace guatu::trips
