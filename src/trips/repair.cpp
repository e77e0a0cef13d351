// SPDX-License-Identifier: MIT
#include "trips/repair.h"

#include "trips/route.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

bool isPossible(const Model& model, std::size_t r, const DayRoute& route)
{
    Route way(model, r, route.from, route.to);
    way.assign({route.stops.begin(), route.stops.end()});
    return way.isPossible();
}

DayRoute without(DayRoute route, std::size_t at)
{
    route.stops.erase(route.stops.begin() + static_cast<std::ptrdiff_t>(at));
    return route;
}

void repair(const Model& model, std::size_t r, DayRoute& route, const std::vector<char>& isLocked)
{
    while (!isPossible(model, r, route)) {
        std::optional<std::size_t> least, enough;
        const auto isLess = [&](std::size_t at, std::optional<std::size_t> than) {
            const auto& stops = model.problem().stops;
            return !than || stops[route.stops[at]].priority < stops[route.stops[*than]].priority;
        };
        for (std::size_t at = 0; at < route.stops.size(); ++at) {
            if (isLocked[route.stops[at]])
                continue;
            if (isLess(at, least))
                least = at;
            if (isLess(at, enough) && isPossible(model, r, without(route, at)))
                enough = at;
        }
        if (!least)
            return;
        route = without(std::move(route), enough.value_or(*least));
    }
}

/// Where a stop is: its day, the route and the position there.
struct Spot {
    std::size_t day = 0, route = 0, at = 0;
};

/// A stop that is not behind what it must follow.
std::optional<Spot> misplaced(const Model& model, const Itinerary& itinerary,
                              const std::vector<char>& isLocked)
{
    std::vector<std::optional<Spot>> spots(model.stopCount());
    for (std::size_t r = 0; r < itinerary.size(); ++r)
        for (std::size_t at = 0; at < itinerary[r].stops.size(); ++at)
            spots[itinerary[r].stops[at]] = Spot{model.route(r).day, r, at};
    for (std::uint32_t stop = 0; stop < spots.size(); ++stop) {
        if (!spots[stop] || isLocked[stop])
            continue;
        const Spot& then = *spots[stop];
        for (const std::uint32_t each : model.firstsOf(stop)) {
            const auto& first = spots[each];
            const int days = first ? static_cast<int>(then.day) - static_cast<int>(first->day) : -1;
            const bool isBehind = days > 0 || then.route != (first ? first->route : 0) ||
                                  then.at > (first ? first->at : 0);
            if (days < 0 || days < model.leastDays(each, stop) || !isBehind)
                return then;
        }
    }
    return {};
}

} // namespace

Itinerary repaired(const Model& model, Itinerary itinerary, const std::vector<char>& isLocked)
{
    while (const auto spot = misplaced(model, itinerary, isLocked))
        itinerary[spot->route] = without(std::move(itinerary[spot->route]), spot->at);
    for (std::size_t r = 0; r < itinerary.size(); ++r)
        repair(model, r, itinerary[r], isLocked);
    while (const auto spot = misplaced(model, itinerary, isLocked))
        itinerary[spot->route] = without(std::move(itinerary[spot->route]), spot->at);
    return itinerary;
}

} // namespace guatu::trips
