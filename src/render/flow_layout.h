// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/focus.h"

#include <QPainterPath>
#include <QPolygonF>

namespace guatu::render
{

/// A flow as it is drawn: a curved arrow, in device pixels.
struct PlacedFlow {
    QPolygonF axis; ///< from its beginning to the arrow's tip
    double width;   ///< where the head begins; it tapers towards the beginning
    std::uint32_t row;
    double value; ///< what its width follows; NaN: not known
};

/// How wide a flow of `value` is, of which the widest is `most`, in mm; the least where the value
/// is not known.
[[nodiscard]] double flowWidth(const FlowFigure& figure, double value, double largest);

/// The arrow between two places: a slight arc to the left of its direction, so that two opposite
/// ones lie apart, which ends `before` and `behind` pixels (or less, of short ones) from the
/// places. Empty where they are too close for an arrow.
[[nodiscard]] QPolygonF flowAxis(QPointF from, QPointF to, double before, double behind);

/// The arrow's outline: a shaft that grows towards the tip, and a head.
[[nodiscard]] QPainterPath flowShape(const QPolygonF& axis, double width, double leastHead);

/// The least width of an arrow's head.
[[nodiscard]] double leastFlowHead(const Canvas& canvas);

/// Whether a place lies on the arrow or within `tolerance` pixels of its axis.
[[nodiscard]] bool touchesFlow(const PlacedFlow& flow, QPointF at, double tolerance);

struct FlowPlacement {
    std::vector<PlacedFlow> flows; ///< in the order of painting: the widest lowest
    std::size_t notDrawn = 0;      ///< in view, but too short, or too many
};

/// At most so many flows are drawn in a picture: more could not be followed.
inline constexpr std::size_t mostFlows = 100;

/// The flows in view that begin or end in the focus, the widest where there are too many.
[[nodiscard]] FlowPlacement placeFlows(const Canvas& canvas, const DrawnLayer& layer,
                                       const Focus& focus);

} // namespace guatu::render
