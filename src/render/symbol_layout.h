// SPDX-License-Identifier: MIT
#pragma once

#include "render/figure_layout.h"

namespace guatu::render
{

/// The layers drawn in one view and where their symbols stand: what is drawn is what is hit.
struct SymbolLayout {
    MapView view;
    std::shared_ptr<const MapDefinition> definition;
    FeatureTables tables;
    std::set<std::string> hiddenLayers;
    GeometryColumn focusArea{GeometryType::Polygon};

    Focus focus;
    std::vector<DrawnLayer> layers;   ///< bottom to top
    std::vector<PointLayout> symbols; ///< bottom to top

    std::vector<DrawnLayer> figureLayers;
    std::vector<FigureLayout> figures; ///< bottom to top
};

/// Lays out the scene; the last one is kept in the scene's cache, so that pointing at a picture
/// just drawn costs nothing. A stopped layout is not complete, and not kept.
[[nodiscard]] std::shared_ptr<const SymbolLayout>
symbolLayout(const MapScene& scene, const MapView& view, std::stop_token stop = {});

} // namespace guatu::render
