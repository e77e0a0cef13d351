// SPDX-License-Identifier: MIT
#include "session/tables/route_table.h"

#include "access/route_line.h"
#include "core/crs.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"

#include <span>

namespace guatu::session
{
namespace
{

using access::Leg;
using access::Snapped;

double metresOf(std::span<const Leg> legs)
{
    double metres = 0;
    for (const Leg& leg : legs)
        metres += leg.metres;
    return metres;
}

/// Adds the line of some legs; no geometry without any.
void addLine(const access::RoadNetwork& network, std::span<const Leg> legs, GeometryColumn& lines)
{
    if (!legs.empty())
        lines.addPart(access::lineOf(network, legs));
    lines.endFeature();
}

Table summary(const std::string& from, const std::string& to, const access::Route& route,
              double metres, double offRoad)
{
    Table table("route", localText("table.route"),
                {column("column.from_place"), column("column.to_place"),
                 column("column.minutes", ColumnKind::Decimal, 1),
                 column("column.road_metres", ColumnKind::Decimal, 0),
                 column("column.off_road_metres", ColumnKind::Decimal, 0),
                 column("column.cost_ms", ColumnKind::Integer)});
    const bool found = route.found();
    table.addRow({from, to, minutesCell(route.time), found ? TableCell{metres} : TableCell{Blank{}},
                  found ? TableCell{offRoad} : TableCell{Blank{}}, millisecondsCell(route.time)});
    if (!found)
        table.addNote(localText("table.no_route"));
    return table;
}

/// Directions: the stretches of the same road together.
Table directions(const WorkspaceView& view, const access::RoadNetwork& network,
                 std::span<const Leg> legs, GeometryColumn& lines)
{
    Table table("steps", localText("table.route_steps"),
                {column("column.road"), column("column.road_class", ColumnKind::Word),
                 column("column.surface", ColumnKind::Word),
                 column("column.road_metres", ColumnKind::Decimal, 0)});
    const RoadColumns& roads = view.snapshot.roads;
    for (std::size_t i = 0; i < legs.size();) {
        const std::uint32_t road = network.links().road[legs[i].link()];
        const std::size_t first = i;
        for (; i < legs.size(); ++i) {
            const std::uint32_t other = network.links().road[legs[i].link()];
            if (roads.name[other] != roads.name[road] ||
                roads.surface[other] != roads.surface[road])
                break;
        }
        const auto stretch = legs.subspan(first, i - first);
        table.addRow({textCell(roads.name[road]),
                      wordCell(view.profile, "road_class", roads.roadClass[road]),
                      wordCell(view.profile, "surface", roads.surface[road]), metresOf(stretch)});
        addLine(network, stretch, lines);
    }
    return table;
}

} // namespace

Table routeTable(const WorkspaceView& view, const TravelOptions& options, const std::string& from,
                 const std::string& to, bool steps)
{
    const RoadAccess access = roadAccess(view.snapshot, options);
    const access::RoadNetwork& network = access.network;
    const NamedPlace a = namedPlace(view.snapshot, from), b = namedPlace(view.snapshot, to);
    const Snapped start = onNetwork(network, a), end = onNetwork(network, b);
    const access::Route route = access::quickestRoute(network.graph(), start.place, end.place);
    const auto legs = access::legsOf(network, route, start.place, end.place);
    GeometryColumn lines(GeometryType::Line);
    Table table =
        steps ? directions(view, network, legs, lines)
              : summary(a.name, b.name, route, metresOf(legs), start.distance + end.distance);
    if (!steps)
        addLine(network, legs, lines);
    table.addNote(access.title());
    addHead(table, view, 0);
    transformAll(view.snapshot.crs, std::string(storeCrs), lines.vertices());
    table.setGeometry(std::move(lines));
    return table;
}

} // namespace guatu::session
