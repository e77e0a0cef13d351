// SPDX-License-Identifier: MIT
#include "trips/hand.h"

#include "trips/reasons.h"
#include "trips/timing.h"

#include <algorithm>
#include <tuple>

namespace guatu::trips
{
namespace
{

/// How bad a day is: what is late or too much in all, then its driving.
std::tuple<std::int64_t, Seconds> badness(const Problem& problem, const DayRoute& route)
{
    const DayPlan day = timed(problem, {route}).front();
    const WorkDay& work = problem.teams[route.team].days[route.teamDay];
    std::int64_t late = std::max(0, day.back - work.end);
    Seconds driving = day.driveBack;
    for (const Visit& visit : day.visits) {
        late += std::max(0, -visit.slack);
        driving += visit.drive;
    }
    return {late + std::max(0, driving - work.mostDriving), driving};
}

} // namespace

std::optional<RouteSpot> spotOf(const Itinerary& itinerary, std::size_t stop)
{
    for (std::size_t route = 0; route < itinerary.size(); ++route) {
        const auto& stops = itinerary[route].stops;
        const auto found = std::find(stops.begin(), stops.end(), stop);
        if (found != stops.end())
            return RouteSpot{route, static_cast<std::size_t>(found - stops.begin())};
    }
    return {};
}

Itinerary removed(Itinerary itinerary, std::size_t stop)
{
    for (DayRoute& route : itinerary)
        std::erase(route.stops, stop);
    return itinerary;
}

Itinerary moved(Itinerary itinerary, std::size_t stop, RouteSpot to)
{
    itinerary = removed(std::move(itinerary), stop);
    auto& stops = itinerary.at(to.route).stops;
    stops.insert(stops.begin() + static_cast<std::ptrdiff_t>(std::min(to.at, stops.size())), stop);
    return itinerary;
}

Itinerary swapped(Itinerary itinerary, std::size_t a, std::size_t b)
{
    const auto first = spotOf(itinerary, a), second = spotOf(itinerary, b);
    if (first && second)
        std::swap(itinerary[first->route].stops[first->at],
                  itinerary[second->route].stops[second->at]);
    return itinerary;
}

Itinerary added(const Problem& problem, const Itinerary& itinerary, std::size_t stop,
                std::size_t route)
{
    const Itinerary without = removed(itinerary, stop);
    Itinerary best;
    std::tuple<std::int64_t, Seconds> least;
    for (std::size_t at = 0; at <= without.at(route).stops.size(); ++at) {
        Itinerary attempt = moved(without, stop, {route, at});
        const auto bad = badness(problem, attempt[route]);
        if (best.empty() || bad < least) {
            best = std::move(attempt);
            least = bad;
        }
    }
    return best;
}

Itinerary withNight(Itinerary itinerary, std::size_t route, std::size_t base)
{
    itinerary.at(route).to = base;
    if (route + 1 < itinerary.size() && itinerary[route + 1].team == itinerary[route].team)
        itinerary[route + 1].from = base;
    return itinerary;
}

CheckedPlan checkedPlan(const Problem& problem, const Itinerary& itinerary)
{
    CheckedPlan checked{planOf(problem, itinerary), {}};
    checked.violations = violationsOf(problem, checked.plan);
    return checked;
}

} // namespace guatu::trips
