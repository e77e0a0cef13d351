// SPDX-License-Identifier: MIT
#include "session/trip/trip_ways.h"

#include "access/route.h"
#include "core/crs.h"
#include "session/road_access.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace guatu::session
{
namespace
{

using access::Snapped;

/// The part of a line between two shares of its length.
std::vector<Point> partOf(std::span<const Point> line, double begin, double end)
{
    std::vector<double> along{0};
    for (std::size_t i = 1; i < line.size(); ++i)
        along.push_back(along.back() +
                        std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    const auto at = [&](double metres) {
        std::size_t i = 1;
        while (i + 1 < line.size() && along[i] < metres)
            ++i;
        const double length = along[i] - along[i - 1];
        const double share =
            length > 0 ? std::clamp((metres - along[i - 1]) / length, 0.0, 1.0) : 0.0;
        return Point{line[i - 1].x + share * (line[i].x - line[i - 1].x),
                     line[i - 1].y + share * (line[i].y - line[i - 1].y)};
    };
    const double from = begin * along.back(), to = end * along.back();
    std::vector<Point> part{at(from)};
    for (std::size_t i = 0; i < line.size(); ++i)
        if (along[i] > from && along[i] < to)
            part.push_back(line[i]);
    part.push_back(at(to));
    return part;
}

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
        const access::Graph& graph = m_access.network.graph();
        const access::Place& start = from.place;
        const access::Place& end = to.place;
        const access::Route route = access::quickestRoute(graph, start, end);
        std::vector<Point> line;
        for (std::size_t i = 0; i < route.links.size(); ++i) {
            const std::uint32_t link = route.links[i] / 2;
            const bool isAgainst = route.links[i] % 2 == 1;
            double first = 0, last = 1; // along the way
            if (i == 0 && link == start.link)
                first = share(start, isAgainst);
            if (i + 1 == route.links.size() && link == end.link)
                last = share(end, isAgainst);
            std::vector<Point> part = isAgainst ? partOf(lineOf(link), 1 - last, 1 - first)
                                                : partOf(lineOf(link), first, last);
            if (isAgainst)
                std::ranges::reverse(part);
            line.insert(line.end(), part.begin() + (line.empty() ? 0 : 1), part.end());
        }
        for (Point& point : line)
            point = m_toLonLat.forward(point);
        return line;
    }

    [[nodiscard]] std::span<const Point> lineOf(std::uint32_t link) const
    {
        return m_access.network.links().line.part(link, 0);
    }

    /// How far along the link, in the direction of travel, a place is.
    [[nodiscard]] double share(const access::Place& place, bool isAgainst) const
    {
        const access::Graph& graph = m_access.network.graph();
        const access::Time whole =
            isAgainst ? graph.backward(place.link) : graph.forward(place.link);
        const access::Time part = isAgainst ? place.behind : place.ahead;
        return whole == 0 || whole == access::never
                   ? 0
                   : static_cast<double>(part) / static_cast<double>(whole);
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
