// SPDX-License-Identifier: MIT
#include "render/drawn_layer.h"

#include <algorithm>

namespace guatu::render
{

bool isDrawn(const MapScene& scene, const Layer& layer, double scaleDenominator)
{
    return !scene.hiddenLayers.contains(layer.id) && scaleDenominator >= layer.minScale &&
           scaleDenominator <= layer.maxScale;
}

std::shared_ptr<const FeatureTable> tableOf(const MapScene& scene, const Layer& layer)
{
    const auto table =
        std::find_if(scene.tables.begin(), scene.tables.end(),
                     [&](const auto& candidate) { return candidate->source == layer.source; });
    return table == scene.tables.end() ? nullptr : *table;
}

std::vector<DrawnLayer> drawnLayers(const MapScene& scene, double scaleDenominator)
{
    std::vector<DrawnLayer> result;
    if (!scene.definition)
        return result;
    for (const Layer& layer : scene.definition->layers) {
        auto table = tableOf(scene, layer);
        if (!table || !isDrawn(scene, layer, scaleDenominator))
            continue;
        const Style& style = scene.definition->styleOf(layer);
        std::vector<bool> drawn;
        for (const StyleClass& styleClass : style.classes) {
            drawn.push_back(scaleDenominator >= styleClass.minScale &&
                            scaleDenominator <= styleClass.maxScale);
        }
        result.push_back({&layer, &style, table, scene.cache->prepared(table),
                          scene.cache->classes(table, scene.definition, layer), std::move(drawn)});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.layer->order < b.layer->order; });
    return result;
}

bool fillsAreas(const Style& style)
{
    return std::any_of(style.classes.begin(), style.classes.end(),
                       [](const StyleClass& c) { return c.symbol.fill.has_value(); });
}

bool marksAreas(const Style& style)
{
    return std::any_of(style.classes.begin(), style.classes.end(), [](const StyleClass& c) {
        const auto& strokes = c.symbol.strokes;
        return c.symbol.fill || std::any_of(strokes.begin(), strokes.end(),
                                            [](const Stroke& stroke) { return stroke.inside; });
    });
}

std::set<std::string> initiallyHidden(const MapDefinition& definition)
{
    std::set<std::string> hidden;
    for (const Layer& layer : definition.layers) {
        if (!layer.visible)
            hidden.insert(layer.id);
    }
    return hidden;
}

} // namespace guatu::render
