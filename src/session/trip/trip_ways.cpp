// SPDX-License-Identifier: MIT
#include "session/trip/trip_ways.h"

#include "access/route_line.h"
#include "core/crs.h"
#include "session/road_access.h"

#include <array>
#include <map>
#include <tuple>

namespace guatu::session
{
namespace
{

using access::Snapped;

/// The roads of one kind of vehicle, season and set of closures.
class WayFinder
{
public:
    WayFinder(const WorkspaceView& view, const trips::Roads& roads)
        : m_access(roadAccess(view.snapshot,
                              {.means = roads.means.empty() ? "car" : roads.means,
                               .season = roads.rain ? access::Season::Rain : access::Season::Dry,
                               .closed = roads.closed})),
          m_toLonLat(view.snapshot.crs, std::string(storeCrs)),
          m_toMetres(std::string(storeCrs), view.snapshot.crs)
    {
    }

    const std::vector<Point>& way(const trips::Place& from, const trips::Place& to)
    {
        const auto [known, isNew] = m_ways.try_emplace({from.lon, from.lat, to.lon, to.lat});
        if (isNew && !from.offRoad && !to.offRoad)
            known->second = find(snapped(from), snapped(to));
        return known->second;
    }

private:
    [[nodiscard]] Snapped snapped(const trips::Place& place) const
    {
        return m_access.network.snap(m_toMetres.forward({place.lon, place.lat}));
    }

    [[nodiscard]] std::vector<Point> find(const Snapped& from, const Snapped& to) const
    {
        if (!from.onNetwork() || !to.onNetwork())
            return {};
        const access::Route route =
            access::quickestRoute(m_access.network.graph(), from.place, to.place);
        const auto legs = access::legsOf(m_access.network, route, from.place, to.place);
        std::vector<Point> line = access::lineOf(m_access.network, legs);
        for (Point& point : line)
            point = m_toLonLat.forward(point);
        return line;
    }

    RoadAccess m_access;
    Transform m_toLonLat, m_toMetres;
    std::map<std::array<double, 4>, std::vector<Point>> m_ways{};
};

} // namespace

struct TripWayFinder::Finders {
    std::map<std::tuple<std::string, bool, std::vector<std::string>>, WayFinder> byRoads{};
};

TripWayFinder::TripWayFinder(std::shared_ptr<const WorkspaceView> view)
    : m_view(std::move(view)), m_finders(std::make_unique<Finders>())
{
}

TripWayFinder::~TripWayFinder() = default;

TripWays TripWayFinder::ways(const trips::Trip& trip)
{
    const trips::Problem& problem = trip.problem;
    TripWays ways;
    for (const trips::DayPlan& day : trip.plan.days) {
        const trips::Roads& roads = problem.roads[problem.teams[day.team].days[day.teamDay].roads];
        auto& lines = ways.emplace_back();
        if (day.visits.empty() && day.departure == day.back)
            continue;
        WayFinder& finder =
            m_finders->byRoads.try_emplace({roads.means, roads.rain, roads.closed}, *m_view, roads)
                .first->second;
        std::size_t place = problem.bases[day.from].place;
        const auto driveTo = [&](std::size_t next) {
            lines.push_back(next == place
                                ? std::vector<Point>{}
                                : finder.way(problem.places[place], problem.places[next]));
            place = next;
        };
        for (const trips::Visit& visit : day.visits)
            driveTo(problem.stops[visit.stop].place);
        driveTo(problem.bases[day.to].place);
    }
    return ways;
}

TripWays tripWays(const WorkspaceView& view, const trips::Trip& trip)
{
    // The finder lives no longer than this call.
    return TripWayFinder({std::shared_ptr<const WorkspaceView>(), &view}).ways(trip);
}

} // namespace guatu::session
