// SPDX-License-Identifier: MIT
#include "session/road_access.h"

#include "core/crs.h"
#include "core/error.h"
#include "core/text.h"
#include "exchange/height_grid.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace guatu::session
{
namespace
{

void closeRoads(access::RoadNetwork& network, const RoadColumns& roads,
                const std::vector<std::string>& closed)
{
    for (const std::uint32_t road : roadRows(roads, closed))
        for (std::uint32_t link = 0; link < network.links().size(); ++link)
            if (network.links().road[link] == road)
                network.graph().setOpen(link, false);
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

std::vector<std::uint32_t> roadRows(const RoadColumns& roads, const std::vector<std::string>& codes)
{
    std::vector<std::uint32_t> rows;
    for (const std::string& code : codes) {
        const auto found = std::ranges::find(roads.code, code);
        if (found == roads.code.end())
            throw inputError({"access.unknown_road", {{"road", code}}});
        rows.push_back(static_cast<std::uint32_t>(found - roads.code.begin()));
    }
    return rows;
}

access::Snapped onNetwork(const access::RoadNetwork& network, const NamedPlace& place)
{
    access::Snapped snapped = network.snap(place.at);
    if (!snapped.onNetwork())
        throw inputError(
            {"access.off_network",
             {{"place", place.name}, {"metres", withThousands(std::llround(snapped.distance))}}});
    return snapped;
}

} // namespace guatu::session
