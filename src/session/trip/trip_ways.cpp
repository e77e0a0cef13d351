// SPDX-License-Identifier: MIT
#include "session/trip/trip_ways.h"

#include "access/route.h"
#include "core/crs.h"
#include "session/road_access.h"

#include <algorithm>
#include <cmath>
#include <map>

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

class WayFinder
{
public:
    WayFinder(const WorkspaceView& view, const trips::Problem& problem, const trips::Roads& roads)
        : m_access(roadAccess(view.snapshot,
                              {.means = roads.means.empty() ? "car" : roads.means,
                               .season = roads.rain ? access::Season::Rain : access::Season::Dry,
                               .closed = roads.closed})),
          m_toLonLat(view.snapshot.crs, std::string(storeCrs))
    {
        const Transform toMetres(std::string(storeCrs), view.snapshot.crs);
        for (const trips::Place& place : problem.places)
            m_places.push_back(
                place.offRoad ? Snapped{}
                              : m_access.network.snap(toMetres.forward({place.lon, place.lat})));
    }

    [[nodiscard]] std::vector<Point> way(std::size_t from, std::size_t to) const
    {
        if (from == to || !m_places[from].onNetwork() || !m_places[to].onNetwork())
            return {};
        const access::Graph& graph = m_access.network.graph();
        const access::Place& start = m_places[from].place;
        const access::Place& end = m_places[to].place;
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

private:
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
    Transform m_toLonLat;
    std::vector<Snapped> m_places;
};

} // namespace

TripWays tripWays(const WorkspaceView& view, const trips::Trip& trip)
{
    const trips::Problem& problem = trip.problem;
    std::map<std::size_t, WayFinder> finders;
    TripWays ways;
    for (const trips::DayPlan& day : trip.plan.days) {
        const std::size_t roads = problem.teams[day.team].days[day.teamDay].roads;
        auto& lines = ways.emplace_back();
        if (day.visits.empty() && day.departure == day.back)
            continue;
        auto found = finders.find(roads);
        if (found == finders.end())
            found = finders.try_emplace(roads, view, problem, problem.roads[roads]).first;
        std::size_t place = problem.bases[day.from].place;
        const auto driveTo = [&](std::size_t next) {
            lines.push_back(found->second.way(place, next));
            place = next;
        };
        for (const trips::Visit& visit : day.visits)
            driveTo(problem.stops[visit.stop].place);
        driveTo(problem.bases[day.to].place);
    }
    return ways;
}

} // namespace guatu::session
