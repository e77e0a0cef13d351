// SPDX-License-Identifier: MIT
#pragma once

#include "render/scene_cache.h"

namespace guatu::render
{

/// A layer of the scene with its table, ready to be drawn or counted.
struct DrawnLayer {
    const Layer* layer;
    const Style* style;
    std::shared_ptr<const FeatureTable> table;
    std::shared_ptr<const PreparedTable> prepared;
    std::shared_ptr<const ClassIndex> classes;
    std::vector<bool> drawnClasses; ///< those within their scale range

    /// The class a row is drawn in, or null when it is not drawn.
    [[nodiscard]] const StyleClass* drawnClass(std::size_t row) const
    {
        const std::uint8_t index = (*classes)[row];
        return index != noClass && drawnClasses[index] ? &style->classes[index] : nullptr;
    }
    [[nodiscard]] GeometryType type() const { return table->geometry.type(); }
};

/// Whether the layer is shown at this scale.
[[nodiscard]] bool isDrawn(const MapScene& scene, const Layer& layer, double scaleDenominator);

/// The layer's table, or null when the scene has none of that source.
[[nodiscard]] std::shared_ptr<const FeatureTable> tableOf(const MapScene& scene,
                                                          const Layer& layer);

/// The layer as it is drawn at a scale.
[[nodiscard]] DrawnLayer drawnLayer(const MapScene& scene, const Layer& layer,
                                    std::shared_ptr<const FeatureTable> table, const Style& style,
                                    double scaleDenominator);

/// The layers shown at this scale, bottom to top, without those that draw figures.
[[nodiscard]] std::vector<DrawnLayer> drawnLayers(const MapScene& scene, double scaleDenominator);

/// The layers shown at this scale that draw figures at features: discs, charts, badges, flows.
[[nodiscard]] std::vector<DrawnLayer> figureLayers(const MapScene& scene, double scaleDenominator);

/// The layers shown at this scale that shade the ground by how densely their points lie.
[[nodiscard]] std::vector<DrawnLayer> heatLayers(const MapScene& scene, double scaleDenominator);

/// Draws layers by their order, bottom to top: ground(i) for layers[i], each heat layer before the
/// first that lies above it.
template <class Ground, class Heat>
void inOrder(const std::vector<DrawnLayer>& layers, const std::vector<DrawnLayer>& heats,
             const Ground& ground, const Heat& heat)
{
    auto next = heats.begin();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (; next != heats.end() && next->layer->order < layers[i].layer->order; ++next)
            heat(*next);
        ground(i);
    }
    for (; next != heats.end(); ++next)
        heat(*next);
}

/// Whether some class of the style fills areas, or outlines them inside their edge.
[[nodiscard]] bool marksAreas(const Style& style);
[[nodiscard]] bool fillsAreas(const Style& style);
/// Layers, from the bottom, up to the last that fills areas: a relief darkens these.
[[nodiscard]] std::size_t shadedLayers(const std::vector<DrawnLayer>& layers);
/// Whether some class draws the outline on its edge.
[[nodiscard]] bool hasOutlines(const Style& style);

/// Whether some class has a dashed line.
[[nodiscard]] bool hasDashes(const Style& style);

/// The tables of areas above layer `index` whose outlines cover its.
[[nodiscard]] std::vector<std::shared_ptr<const FeatureTable>>
outlinedAbove(const std::vector<DrawnLayer>& layers, std::size_t index);

/// Whether a layer of points has so many of them that its symbols are stamped in a mass: they lie
/// below all other symbols, and names may cover them. Layers that gather their points into rings
/// never do.
[[nodiscard]] bool isMassed(const DrawnLayer& layer);

} // namespace guatu::render
