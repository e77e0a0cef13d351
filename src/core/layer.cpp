// SPDX-License-Identifier: MIT
#include "core/layer.h"

#include "core/colour_ramp.h"
#include "core/definition_reader.h"
#include "core/json_schema.h"
#include "core/plain_mark.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace guatu
{

template <>
Clustering readAs(const JsonNode& node)
{
    Clustering clustering;
    take(node, "below_scale", clustering.belowScale);
    take(node, "cell_mm", clustering.cell);
    take(node, "singles", clustering.singles);
    return clustering;
}

template <>
PersonCount readAs(const JsonNode& node)
{
    PersonCount count;
    take(node, "field", count.field);
    take(node, "unit_word", count.unitWord);
    return count;
}

template <>
Layer readAs(const JsonNode& node)
{
    checkAgainstSchema(node, "layer.schema.json");
    Layer layer;
    take(node, "id", layer.id);
    take(node, "title", layer.title);
    take(node, "group", layer.group);
    take(node, "folder", layer.folder);
    take(node, "source", layer.source);
    take(node, "style", layer.style);
    take(node, "order", layer.order);
    take(node, "visible", layer.visible);
    take(node, "filter", layer.filter);
    takeScales(node, layer.minScale, layer.maxScale);
    take(node, "unit_word", layer.unitWord);
    take(node, "exclusive", layer.exclusive);
    take(node, "approximate", layer.approximate);
    take(node, "clustering", layer.clustering);
    take(node, "persons", layer.persons);
    std::string measure;
    take(node, "measure", measure);
    if (!measure.empty())
        layer.measure = measure == "persons" ? Measure::Persons : Measure::Households;
    return layer;
}

Layer parseLayer(std::string_view json, const std::string& name)
{
    return readAs<Layer>(JsonDocument(json, name).root());
}

namespace
{

namespace fs = std::filesystem;

/// The definition files of a folder, in the order of their names.
std::vector<JsonDocument> readDefinitions(const fs::path& folder)
{
    std::error_code failure;
    const std::vector<fs::path> files = definitionFiles(folder, failure);
    if (failure)
        throw inputError({"definition.unreadable", {{"file", folder.string()}}});
    std::vector<JsonDocument> documents;
    for (const fs::path& file : files)
        documents.push_back(JsonDocument::read(file));
    return documents;
}

void requireSymbol(const fs::path& symbols, const JsonNode& holder, std::string_view key)
{
    const auto marker = holder.find(key);
    if (marker && !plainMarkOf((*marker)["symbol"].text()) &&
        !fs::exists(symbols / ((*marker)["symbol"].text() + ".svg")))
        throw(*marker)["symbol"].error("definition.no_symbol", {{"folder", symbols.string()}});
}

} // namespace

void requireSymbols(const fs::path& root, const JsonNode& style)
{
    const fs::path symbols = root / "styles" / "symbols";
    for (const JsonNode& each : style["classes"].items()) {
        requireSymbol(symbols, each["symbol"], "marker");
        if (const auto variants = each.find("variants"))
            for (const std::string_view variant : {"colour_blind", "grey"})
                if (const auto symbol = variants->find(variant))
                    requireSymbol(symbols, *symbol, "marker");
    }
    if (const auto classification = style.find("classification"))
        if (const auto symbol = classification->find("symbol"))
            requireSymbol(symbols, *symbol, "marker");
    if (const auto labels = style.find("labels"))
        for (const JsonNode& label : labels->items()) {
            requireSymbol(symbols, label, "badge");
            if (const auto variants = label.find("badge_variants"))
                for (const std::string_view variant : {"colour_blind", "grey"})
                    requireSymbol(symbols, *variants, variant);
        }
}

namespace
{

/// As light as the colour, without its hue (luminance of Rec. 709, in linear light).
Colour greyOf(const Colour& colour)
{
    const auto linear = [](std::uint8_t part) { return std::pow(part / 255.0, 2.2); };
    const double light =
        0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    const auto grey = static_cast<std::uint8_t>(std::lround(255 * std::pow(light, 1 / 2.2)));
    return {grey, grey, grey, colour.a};
}

/// The stops of a ramp, or the colours given instead of it, in grey.
std::vector<Colour> greyStops(const std::string& ramp, const std::vector<Colour>& given)
{
    std::vector<Colour> stops = given.empty() ? colourStops(ramp) : given;
    std::ranges::transform(stops, stops.begin(), greyOf);
    return stops;
}

void takeVariant(LabelStyle& label, ColourVariant variant)
{
    if (variant == ColourVariant::ColourBlind && label.colourBlindBadge)
        label.badge = label.colourBlindBadge;
    if (variant == ColourVariant::Grey && label.greyBadge)
        label.badge = label.greyBadge;
}

/// Ramps run from light to dark: colour-blind eyes tell their steps apart as they are.
void takeGreyRamps(Style& style)
{
    if (auto& classification = style.classification)
        classification->colours = greyStops(classification->ramp, classification->colours);
    if (auto* heat = std::get_if<HeatFigure>(&style.figure))
        heat->colours = greyStops(heat->ramp, heat->colours);
}

} // namespace

MapDefinition coloured(MapDefinition definition, ColourVariant variant)
{
    for (auto& [id, style] : definition.styles) {
        for (StyleClass& styleClass : style.classes) {
            if (variant == ColourVariant::ColourBlind && styleClass.colourBlind)
                styleClass.symbol = *styleClass.colourBlind;
            if (variant == ColourVariant::Grey && styleClass.grey)
                styleClass.symbol = *styleClass.grey;
        }
        for (LabelStyle& label : style.labels)
            takeVariant(label, variant);
        if (variant == ColourVariant::Grey)
            takeGreyRamps(style);
    }
    return definition;
}

MapDefinition loadMapDefinition(const fs::path& root)
{
    MapDefinition definition;
    for (const JsonDocument& document : readDefinitions(root / "styles")) {
        const JsonNode node = document.root();
        Style style = readAs<Style>(node);
        requireSymbols(root, node);
        if (definition.styles.contains(style.id))
            throw node["id"].error("definition.repeated");
        definition.styles.emplace(style.id, std::move(style));
    }
    std::set<std::string> ids;
    for (const JsonDocument& document : readDefinitions(root / "layers")) {
        const JsonNode node = document.root();
        Layer layer = readAs<Layer>(node);
        if (!definition.styles.contains(layer.style))
            throw node["style"].error("definition.no_style");
        if (!ids.insert(layer.id).second)
            throw node["id"].error("definition.repeated");
        definition.layers.push_back(std::move(layer));
    }
    std::ranges::stable_sort(definition.layers, {}, &Layer::order);
    return definition;
}

} // namespace guatu
