// SPDX-License-Identifier: MIT
#include "session/tables/isochrone_tables.h"

#include "access/isochrone.h"
#include "core/crs.h"
#include "core/error.h"
#include "core/polygon.h"
#include "core/text.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"

#include <cmath>

namespace guatu::session
{
namespace
{

constexpr double squareMetresPerSquareKilometre = 1e6;

std::vector<access::Time> limitsOf(const IsochroneQuestion& question)
{
    std::vector<access::Time> limits;
    for (const double each : question.minutes)
        limits.push_back(millisecondsOf(each));
    return limits;
}

access::Nearest nearestOf(const WorkspaceView& view, const RoadAccess& roads,
                          const IsochroneQuestion& question)
{
    std::vector<access::Place> places;
    for (const std::string& text : question.from)
        places.push_back(placeOnNetwork(roads.network, namedPlace(view.snapshot, text)));
    return {roads.network.graph(), std::move(places),
            question.towards ? access::Sense::To : access::Sense::From};
}

/// Households in scope and their persons whose time keeps a limit, by their own position.
struct Within {
    std::int64_t households = 0, persons = 0;
};

std::vector<Within> countWithin(const WorkspaceView& view, const RoadAccess& roads,
                                const access::Nearest& nearest,
                                const std::vector<access::Time>& limits)
{
    const HouseholdColumns& households = view.snapshot.households;
    const auto found = access::nearestByRoad(roads.network, nearest, households.location);
    std::vector<Within> counts(limits.size());
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.inScope[row] == Flag::No)
            continue;
        const access::Time time = found[row].time;
        for (std::size_t i = 0; i < limits.size(); ++i)
            if (time <= limits[i]) {
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

} // namespace

Table isochroneTable(const WorkspaceView& view, const IsochroneQuestion& question)
{
    const RoadAccess roads = roadAccess(view.snapshot, question.travel);
    const access::Nearest nearest = nearestOf(view, roads, question);
    const auto limits = limitsOf(question);
    const auto counts = countWithin(view, roads, nearest, limits);
    GeometryColumn areas = access::isochroneAreas(roads.network, nearest, limits, question.cell);
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
    table.addNote(roads.title());
    table.setGeometry(inDegrees(std::move(areas), view.snapshot.crs));
    return table;
}

Table colouredNetworkTable(const WorkspaceView& view, const IsochroneQuestion& question)
{
    const RoadColumns& columns = view.snapshot.roads;
    const RoadAccess roads = roadAccess(view.snapshot, question.travel);
    access::ColouredNetwork made = access::colouredNetwork(
        roads.network, nearestOf(view, roads, question), limitsOf(question));
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
    table.addNote(roads.title());
    table.setGeometry(inDegrees(std::move(made.line), view.snapshot.crs));
    return table;
}

} // namespace guatu::session
