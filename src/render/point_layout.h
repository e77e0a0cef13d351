// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/focus.h"

namespace guatu::render
{

/// A point that stands alone, in device pixels.
struct SinglePoint {
    QPointF at;
    std::uint32_t row;
};

/// Points drawn as one ring with their number.
struct ClusterRing {
    QPointF at;
    double radius; ///< with its white edge
    std::vector<std::uint32_t> rows;
    std::vector<std::size_t> classCounts; ///< by class of the style
};

/// Where the symbols of one point layer stand; of a massed layer (isMassed) they are not listed:
/// each stands where it belongs.
struct PointLayout {
    const DrawnLayer* layer;
    std::vector<SinglePoint> singles;
    std::vector<ClusterRing> rings;
    bool massed = false;
};

/// Whether a row has a place and a symbol at this scale.
[[nodiscard]] bool hasMark(const DrawnLayer& layer, std::uint32_t row);

/// Places the symbols of every point layer, bottom to top; masses are the lowest. Symbols of layers
/// without clustering stand exactly where they belong. Rings never touch each other or a single of
/// their layer, and step aside from exact symbols where they can. At scales without rings, symbols
/// of layers with clustering are moved up to 17 CSS pixels so that none hides another.
[[nodiscard]] std::vector<PointLayout> layoutPoints(const Canvas& canvas,
                                                    const std::vector<DrawnLayer>& layers,
                                                    const Focus& focus, std::stop_token stop);

/// Device pixels across a class's marker; whole.
[[nodiscard]] int markerSize(const Canvas& canvas, const StyleClass& styleClass);

/// Half the width of the mark within a symbol's box: marks fill most of it.
[[nodiscard]] double symbolRadius(double size);

/// The box a single's symbol covers.
[[nodiscard]] QRectF symbolBox(const Canvas& canvas, const DrawnLayer& layer,
                               const SinglePoint& point);

/// Millimetres across a ring of so many points.
[[nodiscard]] double ringSize(std::size_t count);

} // namespace guatu::render
