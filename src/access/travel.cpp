// SPDX-License-Identifier: MIT
#include "access/travel.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"

#include <algorithm>
#include <cmath>

namespace guatu
{

template <>
access::RoadSpeed readAs(const JsonNode& node)
{
    access::RoadSpeed speed{.kmh = node["kmh"].number()};
    take(node, "class", speed.roadClass);
    take(node, "surface", speed.surface);
    return speed;
}

template <>
access::Means readAs(const JsonNode& node)
{
    access::Means means{.id = node["id"].text(), .title = readAs<LocalText>(node["title"])};
    take(node, "one_ways", means.oneWays);
    if (const auto slope = node.find("slope"); slope && slope->text() == "tobler")
        means.slope = access::SlopeRule::Tobler;
    take(node, "speeds", means.speeds);
    take(node, "rain_closes", means.rainCloses);
    return means;
}

} // namespace guatu

namespace guatu::access
{
namespace
{

Travel readTravel(const JsonNode& root)
{
    checkAgainstSchema(root, "travel.schema.json");
    requireUniqueIds(root["means"]);
    Travel travel;
    take(root, "means", travel.means);
    take(root, "closed_states", travel.closedStates);
    take(root, "off_road_kmh", travel.offRoadKmh);
    take(root, "off_road_limit_m", travel.offRoadLimit);
    take(root, "detour", travel.detour);
    return travel;
}

} // namespace

const Means* Travel::find(std::string_view id) const
{
    const auto found = std::ranges::find(means, id, &Means::id);
    return found == means.end() ? nullptr : &*found;
}

Travel loadTravel(const std::filesystem::path& file)
{
    return readTravel(JsonDocument::read(file).root());
}

Travel parseTravel(std::string_view json, const std::string& name)
{
    return readTravel(JsonDocument(json, name).root());
}

double speedOn(const Means& means, Season season, std::string_view roadClass,
               std::string_view surface)
{
    if (season == Season::Rain &&
        std::ranges::find(means.rainCloses, surface) != means.rainCloses.end())
        return 0;
    for (const RoadSpeed& speed : means.speeds)
        if ((speed.roadClass.empty() || speed.roadClass == roadClass) &&
            (speed.surface.empty() || speed.surface == surface))
            return speed.kmh;
    return 0;
}

double slopeFactor(SlopeRule rule, double slope)
{
    constexpr double steepness = 3.5, easiest = 0.05;
    return rule == SlopeRule::Tobler ? std::exp(-steepness * (std::abs(slope + easiest) - easiest))
                                     : 1;
}

Time timeFor(double metres, double kmh)
{
    const double time =
        kmh > 0 ? std::round(metres * 3600 / kmh) : std::numeric_limits<double>::infinity();
    return time < static_cast<double>(never) ? static_cast<Time>(time) : never;
}

} // namespace guatu::access
