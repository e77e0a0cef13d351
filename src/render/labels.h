// SPDX-License-Identifier: MIT
#pragma once

#include "render/symbol_layout.h"

#include <QPainter>

namespace guatu::render
{

/// A name that wants a place.
struct LabelCandidate {
    QString text;
    const LabelStyle* style;
    const DrawnLayer* layer;
    std::uint32_t row;
    int priority;                  ///< the style's, more when selected
    QPointF anchor;                ///< device pixels
    std::vector<QRectF> positions; ///< in order of preference, device pixels
    bool pale = false;             ///< outside the focus
    double symbol = 0;             ///< device pixels across what stands at the anchor
    /// Of an area whose anchor is out of the picture: in the picture, as `positions`.
    std::vector<QRectF> beside{};
};

/// The names of everything drawn whose anchor lies within `margin` of the canvas, and of areas that
/// have room in it though their middle is out of sight; most important first, equal ones by layer
/// and id, never by place, so that panning does not reorder them.
[[nodiscard]] std::vector<LabelCandidate>
labelCandidates(const Canvas& canvas, const MapScene& scene, const std::vector<DrawnLayer>& layers,
                const std::vector<PointLayout>& symbols, const std::vector<FigureLayout>& figures,
                const Focus& focus, double margin);

/// A name with its place.
struct LabelAtPlace {
    LabelCandidate label;
    QRectF box; ///< device pixels
};
struct LabelPlacement {
    std::vector<LabelAtPlace> placed; ///< the most important first
    std::size_t unplaced = 0;         ///< names of things in the picture that found no place
};

/// Gives the names of everything drawn places clear of symbols, charts, badges and each other.
/// Names keep their places while panning but for those that the edge would cut. Stopped, it places
/// no more.
[[nodiscard]] LabelPlacement placeLabels(const Canvas& canvas, const MapScene& scene,
                                         const SymbolLayout& layout, std::stop_token stop);

/// How things that have a quick way are drawn.
enum class Method {
    Plain, ///< with the painter alone
    Quick  ///< names from sprites; masses of symbols lie on the ground already
};

/// Places and draws names, clear of the symbols, charts and badges; fills `labels` and
/// `unplacedLabels`.
void paintLabels(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                 const SymbolLayout& layout, MapPicture& picture, Method method,
                 std::stop_token stop);

} // namespace guatu::render
