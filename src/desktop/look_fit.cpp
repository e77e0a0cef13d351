// SPDX-License-Identifier: MIT
#include "desktop/look_fit.h"

#include "core/find_table.h"
#include "desktop/map_words.h"
#include "desktop/texts.h"

#include <algorithm>

namespace guatu::desktop
{
namespace
{

const Layer* find(const MapDefinition& definition, const std::string& layer)
{
    const auto found = std::ranges::find(definition.layers, layer, &Layer::id);
    return found == definition.layers.end() ? nullptr : &*found;
}

/// None where the workspace has no such table.
GeometryType geometryOf(const Layer& layer, const FeatureTables& tables)
{
    const auto table = findTable(tables, layer.source);
    return table ? table->geometry.type() : GeometryType::None;
}

std::string_view titleOf(GeometryType type)
{
    if (type == GeometryType::Polygon)
        return "desktop.style.areas";
    return type == GeometryType::Line ? "desktop.style.lines" : "desktop.style.points";
}

} // namespace

std::variant<LayerLook, Message> fittedLook(const LayerLook& look, const std::string& layer,
                                            const MapDefinition& definition,
                                            const FeatureTables& tables, const Texts& texts)
{
    const Layer* to = find(definition, layer);
    if (!to)
        return Message{"desktop.style.no_layer", {{"layer", layer}}};
    const GeometryType type = geometryOf(*to, tables);
    if (type == GeometryType::None)
        return Message{"desktop.style.no_table", {{"layer", to->title.in(texts.language())}}};
    if (const Layer* from = find(definition, look.layer)) {
        const GeometryType other = geometryOf(*from, tables);
        if (other != GeometryType::None && other != type)
            return Message{"desktop.style.other_geometry",
                           {{"layer", to->title.in(texts.language())},
                            {"geometry", text(titleOf(type), texts.language())},
                            {"other", text(titleOf(other), texts.language())}}};
    }
    LayerLook fitted = look;
    fitted.layer = layer;
    if (const auto why = whyNotDrawn(fitted, definition, tables))
        return inTitles(*why, definition, texts);
    return fitted;
}

Message inTitles(const Message& why, const MapDefinition& definition, const Texts& texts)
{
    const auto parameter = [&](std::string_view name) {
        const auto found = std::ranges::find_if(
            why.parameters, [&](const auto& each) { return each.first == name; });
        return found == why.parameters.end() ? std::string() : found->second;
    };
    const std::string layer = parameter("layer");
    if (why.id == "look.no_layer")
        return {"desktop.style.no_layer", {{"layer", layer}}};
    if (why.id != "look.no_field")
        return why;
    const Layer* known = find(definition, layer);
    return {"desktop.style.no_field",
            {{"layer", known ? known->title.in(texts.language()) : layer},
             {"field", mapFieldTitle(parameter("field"), texts).toStdString()}}};
}

} // namespace guatu::desktop
