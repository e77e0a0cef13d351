// SPDX-License-Identifier: MIT
#include "render/drawn_layer.h"

#include "core/find_table.h"

#include <algorithm>

namespace guatu::render
{
namespace
{

template <class Test>
bool hasStroke(const Style& style, const Test& test)
{
    return std::any_of(style.classes.begin(), style.classes.end(), [&](const StyleClass& c) {
        return std::any_of(c.symbol.strokes.begin(), c.symbol.strokes.end(), test);
    });
}

bool isHeat(const Figure& figure)
{
    return std::holds_alternative<HeatFigure>(figure);
}

/// Those whose figure passes.
template <class Test>
std::vector<DrawnLayer> layersShown(const MapScene& scene, double scaleDenominator,
                                    const Test& passes)
{
    std::vector<DrawnLayer> result;
    if (!scene.definition)
        return result;
    for (const Layer& layer : scene.definition->layers) {
        const Style& style = scene.definition->styleOf(layer);
        if (!passes(style.figure) || !isDrawn(scene, layer, scaleDenominator))
            continue;
        if (const auto table = tableOf(scene, layer))
            result.push_back(drawnLayer(scene, layer, table, style, scaleDenominator));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.layer->order < b.layer->order; });
    return result;
}

} // namespace

bool isDrawn(const MapScene& scene, const Layer& layer, double scaleDenominator)
{
    return !scene.hiddenLayers.contains(layer.id) && scaleDenominator >= layer.minScale &&
           scaleDenominator <= layer.maxScale;
}

std::shared_ptr<const FeatureTable> tableOf(const MapScene& scene, const Layer& layer)
{
    return findTable(scene.tables, layer.source);
}

DrawnLayer drawnLayer(const MapScene& scene, const Layer& layer,
                      std::shared_ptr<const FeatureTable> table, const Style& style,
                      double scaleDenominator)
{
    std::vector<bool> drawn;
    for (const StyleClass& styleClass : style.classes) {
        drawn.push_back(scaleDenominator >= styleClass.minScale &&
                        scaleDenominator <= styleClass.maxScale);
    }
    return {&layer,
            &style,
            table,
            scene.cache->prepared(table),
            scene.cache->classes(table, scene.definition, layer),
            std::move(drawn)};
}

std::vector<DrawnLayer> drawnLayers(const MapScene& scene, double scaleDenominator)
{
    return layersShown(scene, scaleDenominator, [](const Figure& f) { return !isFigure(f); });
}

std::vector<DrawnLayer> figureLayers(const MapScene& scene, double scaleDenominator)
{
    return layersShown(scene, scaleDenominator,
                       [](const Figure& f) { return isFigure(f) && !isHeat(f); });
}

std::vector<DrawnLayer> heatLayers(const MapScene& scene, double scaleDenominator)
{
    return layersShown(scene, scaleDenominator, isHeat);
}

bool fillsAreas(const Style& style)
{
    return std::any_of(style.classes.begin(), style.classes.end(),
                       [](const StyleClass& c) { return c.symbol.fill.has_value(); });
}

bool marksAreas(const Style& style)
{
    return fillsAreas(style) ||
           hasStroke(style, [](const Stroke& stroke) { return stroke.inside; });
}

std::size_t shadedLayers(const std::vector<DrawnLayer>& layers)
{
    const auto last = std::find_if(layers.rbegin(), layers.rend(), [](const DrawnLayer& layer) {
        return layer.type() == GeometryType::Polygon && fillsAreas(*layer.style);
    });
    return static_cast<std::size_t>(layers.rend() - last);
}

bool hasOutlines(const Style& style)
{
    return hasStroke(style, [](const Stroke& stroke) { return !stroke.inside; });
}

bool hasDashes(const Style& style)
{
    return hasStroke(style, [](const Stroke& stroke) { return !stroke.dash.empty(); });
}

std::vector<std::shared_ptr<const FeatureTable>>
outlinedAbove(const std::vector<DrawnLayer>& layers, std::size_t index)
{
    std::vector<std::shared_ptr<const FeatureTable>> above;
    for (std::size_t i = index + 1; i < layers.size(); ++i) {
        if (layers[i].type() == GeometryType::Polygon && hasOutlines(*layers[i].style))
            above.push_back(layers[i].table);
    }
    return above;
}

bool isMassed(const DrawnLayer& layer)
{
    constexpr std::size_t mass = 20000;
    return layer.type() == GeometryType::Point && !layer.layer->clustering &&
           layer.table->size() >= mass;
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
