// SPDX-License-Identifier: MIT
#include "briefing/packet/trip_route_map.h"

#include "core/crs.h"

namespace guatu::briefing
{
namespace
{

Point planePoint(const trips::Place& place, const Transform& toPlane)
{
    return place.offRoad == trips::Place::nowhere ? Point{}
                                                  : toPlane.forward({place.lon, place.lat});
}

} // namespace

TripFacts factsOf(const session::WorkspaceView& view, const trips::Trip& trip)
{
    TripFacts facts;
    facts.reserve(trip.problem.stops.size());
    for (const trips::Stop& stop : trip.problem.stops)
        facts.push_back(session::stopFacts(view, stop));
    return facts;
}

session::TripWays inPlane(session::TripWays ways, const std::string& crs)
{
    const Transform toPlane(std::string(storeCrs), crs);
    for (auto& day : ways)
        for (auto& line : day)
            for (Point& point : line)
                point = toPlane.forward(point);
    return ways;
}

std::vector<render::RouteStop> routeStops(const trips::Problem& problem, const trips::DayPlan& day,
                                          const TripFacts& facts, const std::string& crs)
{
    const Transform toPlane(std::string(storeCrs), crs);
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
        stops.push_back({planePoint(problem.places[place], toPlane),
                         std::to_string(i + 1),
                         facts[stop].shortName,
                         facts[stop].isListed,
                         {stop}});
    }
    return stops;
}

render::RouteMap routeMapOf(const trips::Trip& trip, std::size_t day, const session::TripWays& ways,
                            const TripFacts& facts, const std::string& crs)
{
    const trips::DayPlan& plan = trip.plan.days[day];
    const trips::Team& team = trip.problem.teams[plan.team];
    render::Route route{plan.team, team.days[plan.teamDay].day};
    if (day < ways.size())
        route.drives = ways[day];
    route.stops = routeStops(trip.problem, plan, facts, crs);
    render::RouteMap map;
    map.routes.push_back(std::move(route));
    map.chosen = 0;
    return map;
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
