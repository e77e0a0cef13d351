// SPDX-License-Identifier: MIT
#include "session/tables/reach_tables.h"

#include "access/isochrone.h"
#include "core/crs.h"
#include "core/error.h"
#include "core/polygon.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using access::never;

constexpr double squareMetresPerSquareKilometre = 1e6;

std::vector<access::Time> limitsOf(const ReachQuestion& question)
{
    std::vector<access::Time> limits;
    for (const double each : question.minutes)
        limits.push_back(millisecondsOf(each));
    return limits;
}

/// Households in scope and their persons whose time keeps a limit, by their own position.
struct Within {
    std::int64_t households = 0, persons = 0;
};

std::vector<Within> countWithin(const WorkspaceView& view, const ReachGround& ground,
                                const std::vector<access::Time>& limits)
{
    const HouseholdColumns& households = view.snapshot.households;
    const auto found = ground.of(households.location);
    std::vector<Within> counts(limits.size());
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.inScope[row] == Flag::No)
            continue;
        for (std::size_t i = 0; i < limits.size(); ++i)
            if (found[row].time <= limits[i]) {
                ++counts[i].households;
                counts[i].persons += std::max<std::int64_t>(0, households.persons[row]);
            }
    }
    return counts;
}

GeometryColumn inDegrees(GeometryColumn geometry, const std::string& crs)
{
    transformAll(crs, std::string(storeCrs), geometry.vertices());
    return geometry;
}

/// Villages and hamlets with their points.
struct Settled {
    std::vector<RowIndex> units;
    std::vector<Point> points;
};

Settled settledOf(const Snapshot& snapshot)
{
    const Places places(snapshot);
    Settled settled;
    for (RowIndex unit = 0; unit < static_cast<RowIndex>(snapshot.units.size()); ++unit)
        if (snapshot.units.level[static_cast<std::size_t>(unit)] >= Level::Village) {
            settled.units.push_back(unit);
            settled.points.push_back(places.unitPoint(unit));
        }
    return settled;
}

/// The means, and places that nobody gets away from or to.
void addNotes(Table& table, const ReachGround& ground)
{
    table.addNote(ground.title());
    for (const std::string& name : ground.stuck())
        table.addNote(localText(Message{"table.reach_stuck", {{"place", name}}}));
}

const RoadAccess& roadsOf(const ReachGround& ground)
{
    if (ground.roads() == nullptr)
        throw inputError({"access.friction_no_network"});
    return *ground.roads();
}

} // namespace

Table reachTable(const WorkspaceView& view, const ReachQuestion& question)
{
    const Snapshot& snapshot = view.snapshot;
    const ReachGround ground(snapshot, question);
    const RoadAccess* roads = ground.roads();
    const Settled settled = settledOf(snapshot);
    const auto found = ground.of(settled.points);
    std::vector<TableColumn> columns{
        column("column.unit_code"),
        column("column.unit"),
        column("column.nearest"),
        column("column.minutes", ColumnKind::Decimal, 1),
        column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded),
        column("column.cost_ms", ColumnKind::Integer)};
    if (roads != nullptr)
        columns.insert(columns.end() - 1, column("column.off_road_metres", ColumnKind::Decimal, 0));
    Table table("reach", localText("table.reach"), std::move(columns));
    std::vector<Point> points;
    std::size_t farther = 0, cutOff = 0, off = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto [place, time] = found[i];
        if (time == never && (roads == nullptr ||
                              roads->network.placeNear(settled.points[i]).link == access::noLink)) {
            ++off;
            continue;
        }
        if (time == never || time > millisecondsOf(question.minutes.back())) {
            ++(time == never ? cutOff : farther);
            continue;
        }
        Table::Row row{unitCode(snapshot.units, settled.units[i]),
                       unitName(snapshot.units, settled.units[i]),
                       ground.names()[place],
                       minutesCell(time),
                       bandOf(time, question.minutes),
                       millisecondsCell(time)};
        if (roads != nullptr)
            row.insert(row.end() - 1, roads->network.snap(settled.points[i]).distance);
        table.addRow(std::move(row));
        points.push_back(settled.points[i]);
    }
    addNotes(table, ground);
    table.addNote(localText(Message{roads != nullptr ? "table.reach_others" : "table.reach_ground",
                                    {{"farther", std::to_string(farther)},
                                     {"cut_off", std::to_string(cutOff)},
                                     {"off", std::to_string(off)}}}));
    addHead(table, view, 0);
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

Table offNetworkTable(const WorkspaceView& view, const ReachQuestion& question)
{
    const Snapshot& snapshot = view.snapshot;
    const ReachGround ground(snapshot, question);
    const access::RoadNetwork& network = roadsOf(ground).network;
    Table table("off_network", localText("table.off_network"),
                {column("column.unit_code"), column("column.unit"),
                 column("column.off_road_metres", ColumnKind::Decimal, 0)});
    const Settled settled = settledOf(snapshot);
    const auto snapped = network.snapAll(settled.points);
    std::vector<Point> points;
    for (std::size_t i = 0; i < snapped.size(); ++i) {
        if (snapped[i].onNetwork())
            continue;
        table.addRow(
            {unitCode(snapshot.units, settled.units[i]), unitName(snapshot.units, settled.units[i]),
             settled.points[i].valid() ? TableCell{snapped[i].distance} : TableCell{Unknown{}}});
        points.push_back(settled.points[i]);
    }
    table.addNote(localText(
        Message{"table.off_network_limit",
                {{"metres", std::to_string(static_cast<long>(network.offRoadLimit()))}}}));
    addHead(table, view, 0);
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

Table isochroneTable(const WorkspaceView& view, const ReachQuestion& question, double cell)
{
    const ReachGround ground(view.snapshot, question);
    const auto limits = limitsOf(question);
    const auto counts = countWithin(view, ground, limits);
    GeometryColumn areas = ground.areas(limits, cell);
    Table table("isochrones", localText("table.isochrones"),
                {column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.area_km2", ColumnKind::Decimal, 1),
                 column("column.households_within", ColumnKind::Integer),
                 column("column.persons_within", ColumnKind::Integer)});
    for (std::size_t i = 0; i < limits.size(); ++i)
        table.addRow({question.minutes[i],
                      areas.hasGeometry(i) ? area(areas, i) / squareMetresPerSquareKilometre : 0.0,
                      counts[i].households, counts[i].persons});
    addHead(table, view, 0);
    addNotes(table, ground);
    table.setGeometry(inDegrees(std::move(areas), view.snapshot.crs));
    return table;
}

Table colouredNetworkTable(const WorkspaceView& view, const ReachQuestion& question)
{
    const RoadColumns& columns = view.snapshot.roads;
    const ReachGround ground(view.snapshot, question);
    const RoadAccess& roads = roadsOf(ground);
    access::ColouredNetwork made =
        access::colouredNetwork(roads.network, ground.byRoad(), limitsOf(question));
    Table table("coloured_network", localText("table.coloured_network"),
                {column("column.road_code"), column("column.road"),
                 column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.minutes", ColumnKind::Decimal, 1)});
    for (std::size_t i = 0; i < made.link.size(); ++i) {
        const std::uint32_t road = roads.network.links().road[made.link[i]];
        table.addRow({columns.code[road], textCell(columns.name[road]),
                      made.band[i] < question.minutes.size()
                          ? TableCell{question.minutes[made.band[i]]}
                          : TableCell{Blank{}},
                      minutesCell(made.time[i])});
    }
    addHead(table, view, 0);
    addNotes(table, ground);
    table.setGeometry(inDegrees(std::move(made.line), view.snapshot.crs));
    return table;
}

} // namespace guatu::session
