// SPDX-License-Identifier: MIT
#include "access/standard.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"

namespace guatu
{

template <>
access::Quality readAs(const JsonNode& node)
{
    access::Quality quality;
    take(node, "grades", quality.grades);
    take(node, "min_staff", quality.staff);
    take(node, "min_capacity", quality.capacity);
    take(node, "min_area_m2", quality.areaM2);
    return quality;
}

template <>
access::Exemption readAs(const JsonNode& node)
{
    access::Exemption exemption;
    take(node, "criterion", exemption.criterion);
    take(node, "town_seat", exemption.townSeat);
    take(node, "households_below", exemption.householdsBelow);
    return exemption;
}

template <>
access::Standard readAs(const JsonNode& node)
{
    access::Standard standard{.id = node["id"].text(),
                              .service = node["service"].text(),
                              .title = readAs<LocalText>(node["title"])};
    take(node, "facilities", standard.facilities);
    take(node, "means", standard.means);
    take(node, "max_minutes", standard.maxMinutes);
    take(node, "max_road_metres", standard.maxRoadMetres);
    take(node, "max_metres", standard.maxMetres);
    take(node, "max_climb_metres", standard.maxClimb);
    take(node, "hardened_surfaces", standard.hardenedSurfaces);
    take(node, "quality", standard.quality);
    take(node, "exempt", standard.exempt);
    take(node, "recorded", standard.recorded);
    take(node, "piped_water_meets", standard.pipedWaterMeets);
    take(node, "rule", standard.rule);
    take(node, "source", standard.source);
    const int limits = (standard.maxMinutes ? 1 : 0) + (standard.maxRoadMetres ? 1 : 0) +
                       (standard.maxMetres ? 1 : 0);
    const bool byMetres = standard.maxMetres.has_value();
    if (limits > 1 || (limits == 0 && standard.recorded.empty()) ||
        standard.maxMinutes.has_value() == standard.means.empty() ||
        (standard.maxClimb && !byMetres) || (!standard.hardenedSurfaces.empty() && !byMetres) ||
        (limits == 1 && standard.hardenedSurfaces.empty() && standard.facilities.empty()))
        throw node.error("access.standard_limit");
    return standard;
}

} // namespace guatu

namespace guatu::access
{
namespace
{

std::vector<Standard> readStandards(const JsonNode& root)
{
    checkAgainstSchema(root, "standards.schema.json");
    requireUniqueIds(root["standards"]);
    std::vector<Standard> standards;
    take(root, "standards", standards);
    return standards;
}

} // namespace

Measure Standard::measure() const
{
    if (maxMinutes)
        return Measure::Minutes;
    if (maxRoadMetres)
        return Measure::RoadMetres;
    if (!maxMetres)
        return Measure::None;
    return hardenedSurfaces.empty() ? Measure::Metres : Measure::Hardened;
}

double Standard::limit() const
{
    return maxMinutes ? *maxMinutes : maxRoadMetres ? *maxRoadMetres : maxMetres.value_or(0);
}

std::vector<Standard> loadStandards(const std::filesystem::path& file)
{
    return readStandards(JsonDocument::read(file).root());
}

std::vector<Standard> parseStandards(std::string_view json, const std::string& name)
{
    return readStandards(JsonDocument(json, name).root());
}

} // namespace guatu::access
