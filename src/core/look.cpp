// SPDX-License-Identifier: MIT
#include "core/look.h"

#include "core/definition_reader.h"
#include "core/find_table.h"
#include "core/json_object.h"
#include "core/json_schema.h"
#include "core/json_text.h"
#include "core/style_writer.h"

#include <algorithm>
#include <set>

namespace guatu
{
namespace
{

void addFields(const Condition& condition, std::set<std::string>& fields)
{
    if (condition.kind == Condition::Kind::Compare)
        fields.insert(condition.field);
    for (const Condition& child : condition.children)
        addFields(child, fields);
}

struct FigureFields {
    std::set<std::string>& fields;

    void operator()(std::monostate) const {}
    void operator()(const ChartFigure& chart) const
    {
        for (const ChartPart& part : chart.parts)
            fields.insert(part.field);
    }
    void operator()(const HeatFigure& heat) const
    {
        if (!heat.field.empty())
            fields.insert(heat.field);
    }
    template <typename OfOneField>
    void operator()(const OfOneField& figure) const
    {
        fields.insert(figure.field);
    }
};

std::set<std::string> fieldsOf(const Style& style)
{
    std::set<std::string> fields;
    for (const StyleClass& each : style.classes)
        addFields(each.when, fields);
    if (style.classification)
        fields.insert(style.classification->field);
    std::visit(FigureFields{fields}, style.figure);
    for (const LabelStyle& label : style.labels) {
        fields.insert(label.field);
        if (label.when)
            addFields(*label.when, fields);
    }
    return fields;
}

bool hasField(const FeatureTable& table, const std::string& field)
{
    return std::ranges::any_of(table.columns,
                               [&](const auto& column) { return column.first == field; });
}

const Layer* findLayer(const MapDefinition& definition, const std::string& id)
{
    const auto known = std::ranges::find(definition.layers, id, &Layer::id);
    return known == definition.layers.end() ? nullptr : &*known;
}

/// Throws Error(Input).
const Layer& layerOf(const MapDefinition& definition, const std::string& id)
{
    if (const Layer* layer = findLayer(definition, id))
        return *layer;
    throw inputError({"look.unknown_layer", {{"layer", id}}});
}

} // namespace

namespace
{

LayerLook lookAt(const JsonNode& node)
{
    checkAgainstSchema(node, "look.schema.json");
    LayerLook look;
    take(node, "layer", look.layer);
    take(node, "style", look.style);
    takeScales(node, look.minScale, look.maxScale);
    requireSymbols(dataRoot(), node["style"]);
    return look;
}

} // namespace

LayerLook parseLook(std::string_view json, const std::string& name)
{
    return lookAt(JsonDocument(json, name).root());
}

LayerLook loadLook(const std::filesystem::path& file)
{
    return lookAt(JsonDocument::read(file).root());
}

std::string lookJson(const LayerLook& look)
{
    JsonObject object;
    object.add("layer", {look.layer});
    object.add("style", styleValue(look.style));
    object.addUnless("min_scale", look.minScale, 0.0);
    object.addUnless("max_scale", look.maxScale, 1e12);
    return jsonText(std::move(object).value()) + "\n";
}

LayerLook lookOf(const MapDefinition& definition, const std::string& layer)
{
    const Layer& known = layerOf(definition, layer);
    return {known.id, definition.styleOf(known), known.minScale, known.maxScale};
}

MapDefinition withLooks(MapDefinition definition, std::span<const LayerLook> looks)
{
    for (const LayerLook& look : looks) {
        const auto layer = std::ranges::find(definition.layers, look.layer, &Layer::id);
        if (layer == definition.layers.end())
            continue;
        layer->style = "look-" + look.layer;
        layer->minScale = look.minScale;
        layer->maxScale = look.maxScale;
        definition.styles[layer->style] = look.style;
    }
    return definition;
}

std::optional<Message> whyNotDrawn(const LayerLook& look, const MapDefinition& definition,
                                   const FeatureTables& tables)
{
    const Layer* layer = findLayer(definition, look.layer);
    if (layer == nullptr)
        return Message{"look.no_layer", {{"layer", look.layer}}};
    const auto table = findTable(tables, layer->source);
    if (table == nullptr)
        return {};
    const std::set<std::string> usual = fieldsOf(definition.styleOf(*layer));
    for (const std::string& field : fieldsOf(look.style))
        if (!usual.contains(field) && !hasField(*table, field))
            return Message{"look.no_field", {{"layer", layer->id}, {"field", field}}};
    return {};
}

LayerLook copiedLook(const MapDefinition& definition, const FeatureTables& tables,
                     const std::string& from, const std::string& to)
{
    const Layer& source = layerOf(definition, from);
    const Layer& target = layerOf(definition, to);
    const auto given = findTable(tables, source.source);
    const auto taking = findTable(tables, target.source);
    if (given != nullptr && taking != nullptr && given->geometry.type() != taking->geometry.type())
        throw inputError({"look.other_kind", {{"from", from}, {"to", to}}});
    LayerLook look{to, definition.styleOf(source), target.minScale, target.maxScale};
    if (auto why = whyNotDrawn(look, definition, tables))
        throw inputError(std::move(*why));
    return look;
}

} // namespace guatu
