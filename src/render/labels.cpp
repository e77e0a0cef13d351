// SPDX-License-Identifier: MIT
#include "render/labels.h"

#include "render/label_placer.h"
#include "render/label_sprites.h"
#include "render/map_text.h"
#include "render/pattern.h"
#include "render/point_painter.h"

#include <cmath>

namespace guatu::render
{
namespace
{

/// Names stand on whole pixels, so that they are the same wherever they stand.
void paintLabel(QPainter& painter, const Canvas& canvas, const LabelCandidate& label,
                const QRectF& box, SceneCache& cache, Method method)
{
    const LabelStyle& style = *label.style;
    const LabelLook look{canvas.css(style.size), style.bold, style.colour, style.halo,
                         canvas.css(style.haloWidth)};
    const double middle = std::floor(box.center().y() + 0.5);
    double left = std::floor(box.left() + 0.5);
    painter.setOpacity(label.pale ? paleOpacity : 1);
    if (style.badge) {
        const int size = static_cast<int>(std::lround(canvas.mm(style.badge->size)));
        painter.drawImage(QPointF(left, std::floor(middle - size / 2.0 + 0.5)),
                          cache.sprite(style.badge->symbol, size));
        left += std::floor(size + canvas.css(2.5) + 0.5);
    }
    if (method == Method::Quick) {
        const QImage sprite = labelSprite(label.text, look);
        painter.drawImage(QPointF(left - labelRim, middle - sprite.height() / 2), sprite);
    } else {
        const QFont font = mapFont(look.size, look.bold);
        paintText(painter, labelBaseline({left + look.haloWidth, middle}, font), label.text, font,
                  qcolor(look.colour), qcolor(look.halo), look.haloWidth);
    }
    painter.setOpacity(1);
}

void blockSymbols(LabelPlacer& placer, const Canvas& canvas,
                  const std::vector<PointLayout>& symbols)
{
    for (const PointLayout& layout : symbols) {
        for (const SinglePoint& single : layout.singles) {
            // Marks leave some of their box free.
            const QRectF box = symbolBox(canvas, *layout.layer, single);
            const double rim = box.width() * 0.12;
            placer.block(box.adjusted(rim, rim, -rim, -rim));
        }
        for (const ClusterRing& ring : layout.rings) {
            placer.block({ring.at.x() - ring.radius, ring.at.y() - ring.radius, 2 * ring.radius,
                          2 * ring.radius});
        }
    }
}

} // namespace

LabelPlacement placeLabels(const Canvas& canvas, const MapScene& scene,
                           const std::vector<DrawnLayer>& layers,
                           const std::vector<PointLayout>& symbols, const Focus& focus,
                           std::stop_token stop)
{
    LabelPlacer placer;
    blockSymbols(placer, canvas, symbols);
    std::vector<LabelCandidate> candidates =
        labelCandidates(canvas, scene, layers, symbols, focus, canvas.css(160));
    const QRectF bounds = canvas.bounds();
    LabelPlacement result;
    // First as if the map had no edge: then a name keeps its place while panning.
    std::vector<LabelCandidate*> cut;
    for (LabelCandidate& label : candidates) {
        if (stop.stop_requested())
            return result;
        const auto position = placer.place(label.positions, {});
        if (!bounds.contains(label.anchor))
            continue; // it stood in the way of others only so that these keep their places
        if (position && bounds.contains(label.positions[*position])) {
            const QRectF box = label.positions[*position];
            result.placed.push_back({std::move(label), box});
        } else {
            cut.push_back(&label);
        }
    }
    // Then those that the edge would cut look for a place within.
    for (LabelCandidate* label : cut) {
        if (const auto position = placer.place(label->positions, bounds)) {
            const QRectF box = label->positions[*position];
            result.placed.push_back({std::move(*label), box});
        } else {
            ++result.unplaced;
        }
    }
    return result;
}

void paintLabels(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                 const std::vector<DrawnLayer>& layers, const std::vector<PointLayout>& symbols,
                 const Focus& focus, MapPicture& picture, Method method, std::stop_token stop)
{
    const LabelPlacement names = placeLabels(canvas, scene, layers, symbols, focus, stop);
    picture.unplacedLabels = names.unplaced;
    // The most important is painted last: its halo lies over the others'.
    for (std::size_t i = names.placed.size(); i-- > 0 && !stop.stop_requested();) {
        const auto& [label, box] = names.placed[i];
        paintLabel(painter, canvas, label, box, *scene.cache, method);
    }
    for (const auto& [label, box] : names.placed) {
        picture.labels.push_back({label.text.toStdString(), canvas.toLogical(box),
                                  label.layer->table->source, label.layer->table->ids[label.row]});
    }
}

} // namespace guatu::render
