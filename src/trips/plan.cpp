// SPDX-License-Identifier: MIT
#include "trips/plan.h"

namespace guatu::trips
{

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
