// SPDX-License-Identifier: MIT
#include "session/trip/trip_ways.h"

#include "access/route_line.h"
#include "core/crs.h"
#include "session/road_access.h"
#include "session/trip/trip_directions.h"

#include <array>
#include <map>
#include <tuple>

namespace guatu::session
{
namespace
{

using access::Snapped;

struct Way {
    std::vector<Point> line{}; ///< lon/lat
    std::vector<DriveStep> steps{};
};

/// The roads of one kind of vehicle, season and set of closures.
class WayFinder
{
public:
    WayFinder(const WorkspaceView& view, const trips::Roads& roads)
        : m_roads(view.snapshot.roads),
          m_access(roadAccess(view.snapshot,
                              {.means = roads.means.empty() ? "car" : roads.means,
                               .season = roads.rain ? access::Season::Rain : access::Season::Dry,
                               .closed = roads.closed})),
          m_toLonLat(view.snapshot.crs, std::string(storeCrs)),
          m_toMetres(std::string(storeCrs), view.snapshot.crs),
          m_linksAt(m_access.network.links().nodes.size(), 0)
    {
        const access::RoadLinks& links = m_access.network.links();
        for (std::size_t link = 0; link < links.size(); ++link) {
            ++m_linksAt[links.from[link]];
            ++m_linksAt[links.to[link]];
        }
    }

    const Way& way(const trips::Place& from, const trips::Place& to)
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

    [[nodiscard]] Way find(const Snapped& from, const Snapped& to) const
    {
        Way way;
        if (!from.onNetwork() || !to.onNetwork())
            return way;
        const std::vector<WayPiece> pieces = piecesOf(from.place, to.place);
        for (const WayPiece& piece : pieces)
            way.line.insert(way.line.end(), piece.line.begin() + (way.line.empty() ? 0 : 1),
                            piece.line.end());
        for (Point& point : way.line)
            point = m_toLonLat.forward(point);
        way.steps = stepsOf(pieces, m_roads);
        return way;
    }

    [[nodiscard]] std::vector<WayPiece> piecesOf(const access::Place& start,
                                                 const access::Place& end) const
    {
        constexpr std::uint16_t noFork = 2;
        const access::RoadNetwork& network = m_access.network;
        const access::RoadLinks& links = network.links();
        const access::Route route = access::quickestRoute(network.graph(), start, end);
        std::vector<WayPiece> pieces;
        for (const access::Leg& leg : access::legsOf(network, route, start, end)) {
            const bool isAgainst = leg.directed % 2 == 1;
            const std::uint32_t node = isAgainst ? links.to[leg.link()] : links.from[leg.link()];
            WayPiece piece{.road = links.road[leg.link()],
                           .isFork = !pieces.empty() && m_linksAt[node] > noFork};
            piece.line = access::lineOf(network, {&leg, 1});
            if (piece.line.size() > 1)
                pieces.push_back(std::move(piece));
        }
        return pieces;
    }

    const RoadColumns& m_roads;
    RoadAccess m_access;
    Transform m_toLonLat, m_toMetres;
    std::vector<std::uint16_t> m_linksAt; ///< of each node, how many links end there
    std::map<std::array<double, 4>, Way> m_ways{};
};

} // namespace

struct TripWayFinder::Finders {
    std::map<std::tuple<std::string, bool, std::vector<std::string>>, WayFinder> byRoads{};

    template <typename Part, typename Take>
    std::vector<std::vector<std::vector<Part>>> collect(const WorkspaceView& view,
                                                        const trips::Trip& trip, Take take);
};

TripWayFinder::TripWayFinder(std::shared_ptr<const WorkspaceView> view)
    : m_view(std::move(view)), m_finders(std::make_unique<Finders>())
{
}

TripWayFinder::~TripWayFinder() = default;

/// What `take` makes of each way of a plan, day by day; of a drive within a place, of an empty one.
template <typename Part, typename Take>
std::vector<std::vector<std::vector<Part>>>
TripWayFinder::Finders::collect(const WorkspaceView& view, const trips::Trip& trip, Take take)
{
    const trips::Problem& problem = trip.problem;
    std::vector<std::vector<std::vector<Part>>> all;
    for (const trips::DayPlan& day : trip.plan.days) {
        const trips::Roads& roads = problem.roads[problem.teams[day.team].days[day.teamDay].roads];
        auto& drives = all.emplace_back();
        if (day.visits.empty() && day.departure == day.back)
            continue;
        WayFinder& finder =
            byRoads.try_emplace({roads.means, roads.rain, roads.closed}, view, roads).first->second;
        std::size_t place = problem.bases[day.from].place;
        const auto driveTo = [&](std::size_t next) {
            drives.push_back(next == place
                                 ? std::vector<Part>{}
                                 : take(finder.way(problem.places[place], problem.places[next])));
            place = next;
        };
        for (const trips::Visit& visit : day.visits)
            driveTo(problem.stops[visit.stop].place);
        driveTo(problem.bases[day.to].place);
    }
    return all;
}

TripWays TripWayFinder::ways(const trips::Trip& trip)
{
    return m_finders->collect<Point>(*m_view, trip, [](const Way& way) { return way.line; });
}

TripDirections TripWayFinder::directions(const trips::Trip& trip)
{
    return m_finders->collect<DriveStep>(*m_view, trip, [](const Way& way) { return way.steps; });
}

TripWays tripWays(const WorkspaceView& view, const trips::Trip& trip)
{
    // The finder lives no longer than this call.
    return TripWayFinder({std::shared_ptr<const WorkspaceView>(), &view}).ways(trip);
}

} // namespace guatu::session
