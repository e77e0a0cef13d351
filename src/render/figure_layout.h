// SPDX-License-Identifier: MIT
#pragma once

#include "render/flow_layout.h"
#include "render/point_layout.h"

namespace guatu::render
{

/// A disc, chart or badge where it stands, in device pixels.
struct PlacedFigure {
    QPointF at;
    double radius; ///< half its width
    std::uint32_t row;
    double value; ///< what its size follows; NaN: not known
};

/// The discs, charts, badges or flows of one layer.
struct FigureLayout {
    const DrawnLayer* layer;
    std::vector<PlacedFigure> placed; ///< in the order of painting
    std::vector<PlacedFlow> flows;    ///< likewise
    std::size_t unplaced =
        0; ///< on the canvas, but without a free place; flows too short or too many
};

/// Places the figures of the layers, bottom to top. Discs stand exactly, the largest lowest. Charts
/// and badges are moved up to 17 CSS pixels so that none covers another, and symbols where that can
/// be helped; one without a free place is left out, the one of the smaller value. The badge of a
/// feature that has a chart sits on the chart's rim. Figures outside the focus are not drawn, nor
/// flows with both ends there.
[[nodiscard]] std::vector<FigureLayout> layoutFigures(const Canvas& canvas,
                                                      const std::vector<DrawnLayer>& layers,
                                                      const std::vector<PointLayout>& symbols,
                                                      const Focus& focus, std::stop_token stop);

} // namespace guatu::render
