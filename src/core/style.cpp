// SPDX-License-Identifier: MIT
#include "core/style.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"
#include "core/pattern_words.h"

#include <algorithm>
#include <array>

namespace guatu
{

template <>
Pattern readAs(const JsonNode& node)
{
    return static_cast<Pattern>(std::ranges::find(patternWords, node.text()) -
                                patternWords.begin());
}

template <>
Fill readAs(const JsonNode& node)
{
    Fill fill;
    take(node, "colour", fill.colour);
    take(node, "pattern", fill.pattern);
    take(node, "pattern_colour", fill.patternColour);
    return fill;
}

template <>
Stroke readAs(const JsonNode& node)
{
    Stroke stroke;
    take(node, "colour", stroke.colour);
    take(node, "width_mm", stroke.width);
    take(node, "dash_mm", stroke.dash);
    take(node, "casing", stroke.casing);
    take(node, "casing_mm", stroke.casingWidth);
    take(node, "inside", stroke.inside);
    take(node, "second_gap_mm", stroke.secondGap);
    if (stroke.dash.size() % 2 != 0)
        throw node["dash_mm"].error("definition.odd_dash");
    return stroke;
}

template <>
Marker readAs(const JsonNode& node)
{
    Marker marker;
    take(node, "symbol", marker.symbol);
    take(node, "size_mm", marker.size);
    return marker;
}

template <>
Symbol readAs(const JsonNode& node)
{
    Symbol symbol;
    take(node, "fill", symbol.fill);
    take(node, "strokes", symbol.strokes);
    take(node, "marker", symbol.marker);
    return symbol;
}

template <>
StyleClass readAs(const JsonNode& node)
{
    StyleClass styleClass;
    take(node, "id", styleClass.id);
    take(node, "title", styleClass.title);
    take(node, "when", styleClass.when);
    take(node, "symbol", styleClass.symbol);
    take(node, "in_legend", styleClass.inLegend);
    takeScales(node, styleClass.minScale, styleClass.maxScale);
    if (const auto variants = node.find("variants")) {
        take(*variants, "colour_blind", styleClass.colourBlind);
        take(*variants, "grey", styleClass.grey);
    }
    return styleClass;
}

template <>
LabelStyle readAs(const JsonNode& node)
{
    LabelStyle label;
    take(node, "field", label.field);
    take(node, "size_px", label.size);
    take(node, "bold", label.bold);
    take(node, "colour", label.colour);
    take(node, "halo", label.halo);
    take(node, "halo_px", label.haloWidth);
    take(node, "priority", label.priority);
    takeScales(node, label.minScale, label.maxScale);
    take(node, "when", label.when);
    take(node, "badge", label.badge);
    if (const auto variants = node.find("badge_variants")) {
        take(*variants, "colour_blind", label.colourBlindBadge);
        take(*variants, "grey", label.greyBadge);
    }
    take(node, "wrap_em", label.wrap);
    take(node, "repeat_mm", label.repeat);
    take(node, "mask", label.mask);
    return label;
}

namespace
{

/// The ids that classes of a classification take.
void requireFreeIds(const JsonNode& classes)
{
    for (const JsonNode& each : classes.items()) {
        const std::string& id = each["id"].text();
        const bool isNumbered =
            id.size() > 1 && id[0] == 'c' && id.find_first_not_of("0123456789", 1) == id.npos;
        if (isNumbered || id == "zero" || id == "unknown")
            throw each["id"].error("definition.repeated");
    }
}

} // namespace

template <>
Style readAs(const JsonNode& node)
{
    checkAgainstSchema(node, "style.schema.json");
    requireUniqueIds(node["classes"]);
    Style style;
    take(node, "id", style.id);
    take(node, "classes", style.classes);
    take(node, "classification", style.classification);
    if (style.classes.empty() && !style.classification)
        throw node["classes"].error("definition.too_few", {{"least", "1"}});
    if (style.classification)
        requireFreeIds(node["classes"]);
    take(node, "labels", style.labels);
    style.figure = readFigure(node);
    requireParts(node);
    return style;
}

namespace
{
constexpr std::array<std::string_view, 3> variantWords{"standard", "colour-blind", "grey"};
} // namespace

std::string_view toString(ColourVariant variant)
{
    return variantWords[static_cast<std::size_t>(variant)];
}

std::optional<ColourVariant> colourVariantFrom(std::string_view word)
{
    const auto* known = std::ranges::find(variantWords, word);
    if (known == variantWords.end())
        return {};
    return static_cast<ColourVariant>(known - variantWords.begin());
}

Style loadStyle(const std::filesystem::path& file)
{
    return readAs<Style>(JsonDocument::read(file).root());
}

Style parseStyle(std::string_view json, const std::string& name)
{
    return readAs<Style>(JsonDocument(json, name).root());
}

} // namespace guatu
