// SPDX-License-Identifier: MIT
#include "session/service_ground.h"

#include "access/reach.h"
#include "core/error.h"
#include "core/ground_distance.h"
#include "core/point_grid.h"
#include "session/tables/table_parts.h"
#include "store/workspace.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace guatu::session
{
namespace
{

using access::never;
using access::Time;

constexpr double millimetres = 1000, milliseconds = 60000;

access::Standard withFacilities(const GapQuestion& question)
{
    access::Standard standard = standardOf(question);
    if (standard.facilities.empty())
        throw inputError({"access.no_facilities_asked", {{"service", question.service}}});
    return standard;
}

/// Members of each household who are of the ages.
std::vector<std::int64_t> membersOf(const WorkspaceView& view, std::pair<int, int> ages,
                                    std::int64_t& unknown)
{
    const store::Workspace workspace =
        store::Workspace::open(view.file, store::Workspace::Mode::Read);
    const PersonColumns persons = workspace.persons(view.snapshot);
    const int year = std::stoi(view.snapshot.asOf.iso().substr(0, 4));
    std::vector<std::int64_t> members(view.snapshot.households.size());
    for (std::size_t row = 0; row < persons.size(); ++row) {
        if (persons.household[row] == noRow)
            continue;
        if (persons.birthYear[row] == 0) {
            ++unknown;
            continue;
        }
        // Only the year of birth is known: the age is the one reached in that year.
        const int age = year - persons.birthYear[row];
        if (age >= ages.first && age <= ages.second)
            ++members[static_cast<std::size_t>(persons.household[row])];
    }
    return members;
}

} // namespace

std::int64_t Settlements::persons() const
{
    std::int64_t sum = 0;
    for (const Settlement& settlement : all)
        sum += settlement.persons;
    return sum;
}

Settlements settlementsOf(const WorkspaceView& view, RowIndex unit,
                          const std::optional<std::pair<int, int>>& ages)
{
    const Snapshot& snapshot = view.snapshot;
    const HouseholdColumns& households = snapshot.households;
    const Places places(snapshot);
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    Settlements made;
    std::vector<std::int64_t> members;
    if (ages)
        members = membersOf(view, *ages, made.unknownAge);
    std::map<RowIndex, Settlement> byUnit;
    for (std::size_t row = 0; row < households.size(); ++row) {
        const RowIndex home = view.closure.home[row];
        if (home < unit || home >= end || households.inScope[row] == Flag::No)
            continue;
        // The hamlet where it lives, when it is known and still its home.
        const RowIndex group = households.group[row];
        const bool atHome =
            group != noRow && group >= home && group < subtreeEnd(snapshot.units, home);
        Settlement& settlement = byUnit[atHome ? group : home];
        ++settlement.households;
        if (ages)
            settlement.persons += members[row];
        else if (households.persons[row] >= 0)
            settlement.persons += households.persons[row];
        else
            ++made.unknownSize;
    }
    for (auto& [home, settlement] : byUnit) {
        settlement.unit = home;
        settlement.at = places.unitPoint(home);
        if (settlement.at.valid())
            made.all.push_back(settlement);
        else
            made.unplaced += settlement.persons;
    }
    return made;
}

ServiceGround::ServiceGround(const WorkspaceView& view, const GapQuestion& question)
    : m_view(view),
      m_standard(withFacilities(question)),
      m_facilities(access::chooseFacilities(view.snapshot.facilities, m_standard)),
      m_data(view.snapshot, m_standard, question)
{
}

Time ServiceGround::timeOf(double figure) const
{
    const double time = std::round(figure * (byMinutes() ? milliseconds : millimetres));
    return time < static_cast<double>(never - 1) ? static_cast<Time>(time) : never - 1;
}

double ServiceGround::figureOf(double time) const
{
    return time / (byMinutes() ? milliseconds : millimetres);
}

std::vector<Point> ServiceGround::pointsOf(const std::vector<RowIndex>& facilities) const
{
    std::vector<Point> points;
    for (const RowIndex row : facilities)
        points.push_back(
            m_view.snapshot.facilities.location.firstPoint(static_cast<std::size_t>(row)));
    return points;
}

LocalText ServiceGround::meansTitle() const
{
    if (m_data.onlyApproximate())
        return localText("table.gap_no_roads");
    return m_data.roads() != nullptr ? m_data.roads()->title() : localText("access.straight_line");
}

std::vector<access::Place> ServiceGround::placesOf(const std::vector<Point>& points) const
{
    std::vector<access::Place> places;
    for (access::Snapped& snapped : m_data.roads()->network.snapAll(points))
        places.push_back(std::move(snapped.place));
    return places;
}

access::TimeMatrix ServiceGround::times(const std::vector<Point>& to,
                                        const std::vector<Point>& from, Time within) const
{
    if (m_data.roads() != nullptr)
        return access::timesTo(m_data.roads()->network.graph(), placesOf(to), placesOf(from),
                               within);
    access::TimeMatrix matrix{.columns = from.size(),
                              .times = std::vector<Time>(to.size() * from.size(), never)};
    Box box;
    for (const Point p : from)
        box.add(p);
    if (box.empty())
        return matrix;
    const GroundDistance ground(m_view.snapshot.crs, box);
    for (std::size_t row = 0; row < to.size(); ++row)
        for (std::size_t column = 0; column < from.size(); ++column)
            if (to[row].valid() && from[column].valid())
                if (const Time time = lineTime(ground.between(from[column], to[row]));
                    time <= within)
                    matrix.times[row * from.size() + column] = time;
    return matrix;
}

std::vector<Time> ServiceGround::nearest(const std::vector<Point>& to,
                                         const std::vector<Point>& from) const
{
    std::vector<Time> times(from.size(), never);
    if (to.empty())
        return times;
    if (m_data.roads() != nullptr) {
        const access::Nearest nearest(m_data.roads()->network.graph(), placesOf(to));
        const auto places = placesOf(from);
        std::ranges::transform(places, times.begin(),
                               [&](const access::Place& place) { return nearest.of(place).time; });
        return times;
    }
    const access::TimeMatrix all = this->times(to, from);
    for (std::size_t row = 0; row < to.size(); ++row)
        for (std::size_t column = 0; column < from.size(); ++column)
            times[column] = std::min(times[column], all.at(row, column));
    return times;
}

} // namespace guatu::session
