// SPDX-License-Identifier: MIT
#include "core/map_theme.h"

#include "core/definition_reader.h"
#include "core/json_object.h"
#include "core/json_schema.h"
#include "core/json_text.h"

namespace guatu
{

MapTheme parseMapTheme(std::string_view json, const std::string& name)
{
    const JsonDocument document(json, name);
    const JsonNode node = document.root();
    checkAgainstSchema(node, "map_theme.schema.json");
    MapTheme theme;
    take(node, "name", theme.name);
    for (const JsonNode& layer : node["shown"].items())
        theme.shown.insert(layer.text());
    if (const auto measure = node.find("measure"))
        theme.measure = measure->text() == "persons" ? Measure::Persons : Measure::Households;
    if (const auto colours = node.find("colours"))
        theme.colours = *colourVariantFrom(colours->text());
    take(node, "graticule", theme.graticule);
    take(node, "kilometre_grid", theme.kilometreGrid);
    take(node, "locator", theme.locator);
    return theme;
}

std::string mapThemeJson(const MapTheme& theme)
{
    JsonObject object;
    object.add("name", {theme.name});
    JsonValue::Array shown;
    for (const std::string& layer : theme.shown)
        shown.push_back({layer});
    object.add("shown", {std::move(shown)});
    if (theme.measure == Measure::Persons)
        object.add("measure", {std::string("persons")});
    if (theme.colours != ColourVariant::Standard)
        object.add("colours", {std::string(toString(theme.colours))});
    object.addUnless("graticule", theme.graticule, false);
    object.addUnless("kilometre_grid", theme.kilometreGrid, false);
    object.addUnless("locator", theme.locator, false);
    return jsonText(std::move(object).value()) + "\n";
}

std::set<std::string> shownBut(const std::set<std::string>& hidden, const MapDefinition& definition)
{
    std::set<std::string> others;
    for (const Layer& layer : definition.layers)
        if (!hidden.contains(layer.id))
            others.insert(layer.id);
    return others;
}

std::set<std::string> hiddenBy(const MapTheme& theme, const MapDefinition& definition)
{
    return shownBut(theme.shown, definition);
}

} // namespace guatu
