// SPDX-License-Identifier: MIT
#include "session/reach_ground.h"

#include "access/isochrone.h"
#include "access/nearest_by_road.h"
#include "core/error.h"
#include "core/table.h"
#include "session/walk_ground.h"

namespace guatu::session
{

ReachGround::ReachGround(const Snapshot& snapshot, const ReachQuestion& question)
{
    std::vector<NamedPlace> places;
    for (const std::string& text : question.from)
        places.push_back(namedPlace(snapshot, text));
    if (question.friction.empty())
        takeRoads(snapshot, question, places);
    else
        takeGround(snapshot, question, places);
    for (NamedPlace& place : places)
        m_names.push_back(std::move(place.name));
}

void ReachGround::takeRoads(const Snapshot& snapshot, const ReachQuestion& question,
                            std::span<const NamedPlace> places)
{
    m_roads.emplace(roadAccess(snapshot, question.travel));
    std::vector<access::Place> snapped;
    for (const NamedPlace& place : places) {
        snapped.push_back(onNetwork(m_roads->network, place).place);
        if (!snapped.back().reachable())
            m_stuck.push_back(place.name);
    }
    m_byRoad.emplace(m_roads->network.graph(), std::move(snapped),
                     question.towards ? access::Sense::To : access::Sense::From);
}

void ReachGround::takeGround(const Snapshot& snapshot, const ReachQuestion& question,
                             std::span<const NamedPlace> places)
{
    m_surface = walkSurface(snapshot, question.travel.means,
                            {question.friction, question.barriers, question.travel.closed});
    std::vector<Point> points;
    for (const NamedPlace& place : places) {
        if (!m_surface->holds(place.at))
            throw inputError({"access.off_ground",
                              {{"place", place.name}, {"file", question.friction.string()}}});
        points.push_back(place.at);
    }
    m_overGround.emplace(*m_surface, std::move(points),
                         question.towards ? access::Sense::To : access::Sense::From);
}

std::vector<access::Found> ReachGround::of(std::span<const Point> points) const
{
    return m_roads ? access::nearestByRoad(m_roads->network, *m_byRoad, points)
                   : m_overGround->of(points);
}

GeometryColumn ReachGround::areas(std::span<const access::Time> limits, double cell) const
{
    if (m_roads)
        return access::isochroneAreas(m_roads->network, *m_byRoad, limits, cell);
    GeometryColumn areas(GeometryType::Polygon);
    const access::Lattice times = m_overGround->times();
    for (const access::Time limit : limits)
        access::addAreaWithin(times, limit, areas);
    return areas;
}

LocalText ReachGround::title() const
{
    return m_roads ? m_roads->title() : localText("table.gap_ground");
}

} // namespace guatu::session
