// SPDX-License-Identifier: MIT
#include "session/road_access.h"

#include "access/facility_distance.h"
#include "access/reach.h"
#include "access/route.h"
#include "core/crs.h"
#include "core/error.h"
#include "core/text.h"
#include "exchange/height_grid.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace guatu::session
{
namespace
{

using access::never;
using access::Snapped;
using access::Time;

void closeRoads(access::RoadNetwork& network, const RoadColumns& roads,
                const std::vector<std::string>& closed)
{
    for (const std::string& code : closed) {
        const auto found = std::ranges::find(roads.code, code);
        if (found == roads.code.end())
            throw inputError({"access.unknown_road", {{"road", code}}});
        const auto road = static_cast<std::uint32_t>(found - roads.code.begin());
        for (std::uint32_t link = 0; link < network.links().size(); ++link)
            if (network.links().road[link] == road)
                network.graph().setOpen(link, false);
    }
}

std::optional<double> number(std::string_view text)
{
    text = trim(text);
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

std::optional<NamedPlace> placeByPosition(const Snapshot& snapshot, const std::string& text)
{
    const auto parts = split(text, ',');
    if (parts.size() != 2)
        return {};
    const auto lon = number(parts[0]), lat = number(parts[1]);
    if (!lon || !lat)
        return {};
    return NamedPlace{text, Transform(std::string(storeCrs), snapshot.crs).forward({*lon, *lat})};
}

/// Everything of that code or name.
std::vector<NamedPlace> placesOf(const Snapshot& snapshot, const std::string& text)
{
    std::vector<NamedPlace> found;
    const Places places(snapshot);
    const auto code = UnitCode::parse(text);
    for (std::size_t row = 0; row < snapshot.units.size(); ++row)
        if ((code && snapshot.units.code[row] == *code) || snapshot.units.name[row] == text)
            found.push_back(
                {snapshot.units.name[row], places.unitPoint(static_cast<RowIndex>(row))});
    for (std::size_t row = 0; row < snapshot.facilities.size(); ++row)
        if (snapshot.facilities.code[row] == text || snapshot.facilities.name[row] == text)
            found.push_back(
                {snapshot.facilities.name[row], snapshot.facilities.location.firstPoint(row)});
    for (std::size_t row = 0; row < snapshot.households.size() && found.empty(); ++row)
        if (snapshot.households.code[row] == text)
            found.push_back({text, snapshot.households.location[row]});
    return found;
}

/// A place on the network, or an error that says how far off it is.
Snapped onNetwork(const access::RoadNetwork& network, const NamedPlace& place)
{
    Snapped snapped = network.snap(place.at);
    if (!snapped.onNetwork())
        throw inputError(
            {"access.off_network",
             {{"place", place.name}, {"metres", withThousands(std::llround(snapped.distance))}}});
    return snapped;
}

/// Metres that a route takes on each of its links; the first and the last in part.
std::vector<double> metresOf(const access::RoadNetwork& network, const access::Route& route,
                             const Snapped& from, const Snapped& to)
{
    const access::Graph& graph = network.graph();
    std::vector<double> metres;
    for (std::size_t i = 0; i < route.links.size(); ++i) {
        const std::uint32_t d = route.links[i];
        const auto whole =
            static_cast<double>(d % 2 == 0 ? graph.forward(d / 2) : graph.backward(d / 2));
        double begin = 0, end = whole;
        if (i == 0 && from.place.link == d / 2)
            begin = d % 2 == 0 ? from.place.ahead : from.place.behind;
        if (i + 1 == route.links.size() && to.place.link == d / 2)
            end = d % 2 == 0 ? to.place.ahead : to.place.behind;
        const double share = whole > 0 ? std::max(0.0, end - begin) / whole : 1;
        metres.push_back(network.links().metres[d / 2] * share);
    }
    return metres;
}

Table summary(const NamedPlace& from, const NamedPlace& to, const access::Route& route,
              const std::vector<double>& metres, double offRoad)
{
    Table table("route", localText("table.route"),
                {column("column.from_place"), column("column.to_place"),
                 column("column.minutes", ColumnKind::Decimal, 1),
                 column("column.road_metres", ColumnKind::Decimal, 0),
                 column("column.off_road_metres", ColumnKind::Decimal, 0),
                 column("column.cost_ms", ColumnKind::Integer)});
    double total = 0;
    for (const double each : metres)
        total += each;
    const bool found = route.found();
    table.addRow({from.name, to.name, minutesCell(route.time),
                  found ? TableCell{total} : TableCell{Blank{}},
                  found ? TableCell{offRoad} : TableCell{Blank{}}, millisecondsCell(route.time)});
    if (!found)
        table.addNote(localText("table.no_route"));
    return table;
}

/// Directions: the stretches of the same road together.
Table directions(const WorkspaceView& view, const access::RoadNetwork& network,
                 const access::Route& route, const std::vector<double>& metres)
{
    Table table("steps", localText("table.route_steps"),
                {column("column.road"), column("column.road_class", ColumnKind::Word),
                 column("column.surface", ColumnKind::Word),
                 column("column.road_metres", ColumnKind::Decimal, 0)});
    const RoadColumns& roads = view.snapshot.roads;
    for (std::size_t i = 0; i < route.links.size();) {
        const std::uint32_t road = network.links().road[route.links[i] / 2];
        double total = 0;
        for (; i < route.links.size(); ++i) {
            const std::uint32_t other = network.links().road[route.links[i] / 2];
            if (roads.name[other] != roads.name[road] ||
                roads.surface[other] != roads.surface[road])
                break;
            total += metres[i];
        }
        table.addRow({textCell(roads.name[road]),
                      wordCell(view.profile, "road_class", roads.roadClass[road]),
                      wordCell(view.profile, "surface", roads.surface[road]), total});
    }
    return table;
}

access::Travel travelFor(const TravelOptions& options)
{
    const access::Travel travel = access::loadTravel(dataRoot() / "data/access/travel.json");
    return options.means == access::metresMeans ? access::metresTravel(travel) : travel;
}

const access::Means& meansOf(const access::Travel& travel, const TravelOptions& options)
{
    const access::Means* means = travel.find(options.means);
    if (means != nullptr)
        return *means;
    std::string known;
    for (const access::Means& each : travel.means)
        known += " " + each.id;
    throw inputError({"access.unknown_means", {{"means", options.means}, {"known", known}}});
}

} // namespace

access::Approximation approximationOf(const Snapshot& snapshot, const TravelOptions& options)
{
    const access::Travel travel = travelFor(options);
    const access::Means& means = meansOf(travel, options);
    const bool walks = means.slope != access::SlopeRule::None || means.id == access::metresMeans;
    if (!walks && snapshot.roads.size() > 0)
        return {};
    return {travel.detour, access::speedOn(means, options.season, {}, {})};
}

RoadAccess roadAccess(const Snapshot& snapshot, const TravelOptions& options)
{
    const access::Travel travel = travelFor(options);
    const access::Means* means = &meansOf(travel, options);
    if (snapshot.roads.size() == 0)
        throw inputError({"access.no_roads"});
    const bool slopes = !options.heights.empty() && means->slope != access::SlopeRule::None;
    exchange::HeightGrid heights;
    if (slopes)
        heights = exchange::readHeights(options.heights, snapshot.crs,
                                        snapshot.roads.line.box().grown(100));
    const access::HeightAt height = [&](Point at) { return heights.at(at); };
    RoadAccess access{
        *means,
        {snapshot.roads, travel, *means, options.season, 1, slopes ? height : access::HeightAt{}},
        slopes};
    closeRoads(access.network, snapshot.roads, options.closed);
    return access;
}

LocalText RoadAccess::title() const
{
    if (!slopes)
        return means.title;
    const LocalText slope = localText("access.by_slope");
    return {means.title.zh + "，" + slope.zh, means.title.en + ", " + slope.en};
}

NamedPlace namedPlace(const Snapshot& snapshot, const std::string& text)
{
    NamedPlace place;
    if (auto position = placeByPosition(snapshot, text)) {
        place = *std::move(position);
    } else {
        auto found = placesOf(snapshot, text);
        if (found.size() != 1)
            throw inputError({found.empty() ? "access.unknown_place" : "access.many_places",
                              {{"place", text}, {"count", std::to_string(found.size())}}});
        place = std::move(found.front());
    }
    if (!place.at.valid())
        throw inputError({"access.no_position", {{"place", text}}});
    return place;
}

access::Place placeOnNetwork(const access::RoadNetwork& network, const NamedPlace& place)
{
    return onNetwork(network, place).place;
}

Table routeTable(const WorkspaceView& view, const TravelOptions& options, const std::string& from,
                 const std::string& to, bool steps)
{
    const RoadAccess access = roadAccess(view.snapshot, options);
    const NamedPlace a = namedPlace(view.snapshot, from), b = namedPlace(view.snapshot, to);
    const Snapped start = onNetwork(access.network, a), end = onNetwork(access.network, b);
    const access::Route route =
        access::quickestRoute(access.network.graph(), start.place, end.place);
    const auto metres = metresOf(access.network, route, start, end);
    Table table = steps ? directions(view, access.network, route, metres)
                        : summary(a, b, route, metres, start.distance + end.distance);
    table.addNote(access.title());
    addHead(table, view, 0);
    return table;
}

Table reachTable(const WorkspaceView& view, const TravelOptions& options,
                 const std::vector<std::string>& from, const std::vector<double>& minutes,
                 bool towards)
{
    const Snapshot& snapshot = view.snapshot;
    const RoadAccess access = roadAccess(snapshot, options);
    const access::Graph& graph = access.network.graph();
    std::vector<access::Place> places;
    std::vector<std::string> names;
    for (const std::string& text : from) {
        const NamedPlace place = namedPlace(snapshot, text);
        places.push_back(onNetwork(access.network, place).place);
        names.push_back(place.name);
    }
    const access::Nearest nearest(graph, places, towards ? access::Sense::To : access::Sense::From);
    Table table("reach", localText("table.reach"),
                {column("column.unit_code"), column("column.unit"), column("column.nearest"),
                 column("column.minutes", ColumnKind::Decimal, 1),
                 column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.off_road_metres", ColumnKind::Decimal, 0),
                 column("column.cost_ms", ColumnKind::Integer)});
    const Places shown(snapshot);
    std::vector<Point> points;
    std::size_t farther = 0, cutOff = 0, offNetwork = 0;
    for (RowIndex unit = 0; unit < static_cast<RowIndex>(snapshot.units.size()); ++unit) {
        if (snapshot.units.level[static_cast<std::size_t>(unit)] < Level::Village)
            continue;
        const Point at = shown.unitPoint(unit);
        const Snapped snapped = access.network.snap(at);
        const access::Found found = nearest.of(snapped.place);
        if (found.time == never || found.time > millisecondsOf(minutes.back())) {
            ++(found.time != never ? farther : snapped.onNetwork() ? cutOff : offNetwork);
            continue;
        }
        table.addRow({unitCode(snapshot.units, unit), unitName(snapshot.units, unit),
                      names[found.place], minutesCell(found.time), bandOf(found.time, minutes),
                      snapped.distance, millisecondsCell(found.time)});
        points.push_back(at);
    }
    table.addNote(access.title());
    table.addNote(localText(Message{"table.reach_others",
                                    {{"farther", std::to_string(farther)},
                                     {"cut_off", std::to_string(cutOff)},
                                     {"off_network", std::to_string(offNetwork)}}}));
    addHead(table, view, 0);
    table.setGeometry(shown.points(std::move(points)));
    return table;
}

} // namespace guatu::session
