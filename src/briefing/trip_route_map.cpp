// SPDX-License-Identifier: MIT
#include "briefing/trip_route_map.h"

namespace guatu::briefing
{
session::TripWays inPlane(session::TripWays ways, const std::string& crs)
{
    const Transform toPlane(std::string(storeCrs), crs);
    for (auto& day : ways)
        for (auto& line : day)
            for (Point& point : line)
                point = toPlane.forward(point);
    return ways;
}

Point inPlane(const trips::Place& place, const Transform& toPlane)
{
    return place.offRoad == trips::Place::nowhere ? Point{}
                                                  : toPlane.forward({place.lon, place.lat});
}

std::vector<render::RouteStop> routeStops(const trips::Problem& problem, const trips::DayPlan& day,
                                          const FactsOfStop& facts, const Transform& toPlane)
{
    std::vector<render::RouteStop> stops;
    std::size_t before = problem.places.size(), first = 0;
    for (std::size_t i = 0; i < day.visits.size(); ++i) {
        const std::size_t stop = day.visits[i].stop;
        const std::size_t place = problem.stops[stop].place;
        if (place == before) {
            stops.back().ids.push_back(stop);
            stops.back().number = std::to_string(first + 1) + "-" + std::to_string(i + 1);
            continue;
        }
        before = place;
        first = i;
        stops.push_back({inPlane(problem.places[place], toPlane),
                         std::to_string(i + 1),
                         facts(stop).shortName,
                         facts(stop).isListed,
                         {stop}});
    }
    return stops;
}

Box boxOf(const render::Route& route)
{
    Box box;
    for (const auto& drive : route.drives)
        for (const Point& point : drive)
            box.add(point);
    for (const render::RouteStop& stop : route.stops)
        if (stop.at.valid())
            box.add(stop.at);
    return box;
}

} // namespace guatu::briefing
