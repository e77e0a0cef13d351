// SPDX-License-Identifier: MIT
#include "render/symbol_layout.h"

namespace guatu::render
{
namespace
{

bool isOf(const SymbolLayout& layout, const MapScene& scene, const MapView& view)
{
    return layout.view == view && layout.definition == scene.definition &&
           layout.tables == scene.tables && layout.hiddenLayers == scene.hiddenLayers &&
           layout.focusArea == scene.focus;
}

} // namespace

std::shared_ptr<const SymbolLayout> symbolLayout(const MapScene& scene, const MapView& view,
                                                 std::stop_token stop)
{
    for (const auto& last : scene.cache->lastLayouts()) {
        if (isOf(*last, scene, view))
            return last;
    }
    const Canvas canvas(view);
    const auto layout =
        std::make_shared<SymbolLayout>(SymbolLayout{view,
                                                    scene.definition,
                                                    scene.tables,
                                                    scene.hiddenLayers,
                                                    scene.focus,
                                                    Focus(scene.focus, canvas),
                                                    drawnLayers(scene, view.scaleDenominator()),
                                                    {},
                                                    figureLayers(scene, view.scaleDenominator()),
                                                    {}});
    layout->symbols = layoutPoints(canvas, layout->layers, layout->focus, stop);
    layout->figures =
        layoutFigures(canvas, layout->figureLayers, layout->symbols, layout->focus, stop);
    if (!stop.stop_requested())
        scene.cache->keepLayout(layout);
    return layout;
}

} // namespace guatu::render
