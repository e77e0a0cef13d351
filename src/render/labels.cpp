// SPDX-License-Identifier: MIT
#include "render/labels.h"

#include "render/label_placer.h"
#include "render/label_sprites.h"
#include "render/map_text.h"
#include "render/name_lines.h"
#include "render/pattern.h"
#include "render/point_painter.h"
#include "render/route_badges.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

/// A name that stands farther than 12 CSS pixels from its point's symbol is tied to it by a line.
void paintLeader(QPainter& painter, const Canvas& canvas, const LabelCandidate& label,
                 const QRectF& box)
{
    if (label.layer->type() != GeometryType::Point)
        return;
    const QPointF end(std::clamp(label.anchor.x(), box.left(), box.right()),
                      std::clamp(label.anchor.y(), box.top(), box.bottom()));
    const double symbol = label.symbol / 2;
    const QPointF way = end - label.anchor;
    const double length = std::hypot(way.x(), way.y());
    if (length <= symbol + canvas.css(12))
        return;
    const QPointF begin = label.anchor + way * (symbol / length);
    painter.setPen(QPen(qcolor(label.style->halo), canvas.css(2.5)));
    painter.drawLine(begin, end);
    painter.setPen(QPen(qcolor(label.style->colour), canvas.css(0.8)));
    painter.drawLine(begin, end);
}

/// Names stand on whole pixels, so that they are the same wherever they stand.
void paintLabel(QPainter& painter, const Canvas& canvas, const LabelCandidate& label,
                const QRectF& box, SceneCache& cache, Method method)
{
    const LabelStyle& style = *label.style;
    const LabelLook look{canvas.css(style.size), style.bold, style.colour, style.halo,
                         canvas.css(style.haloWidth)};
    const double middle = std::floor(box.center().y() + 0.5);
    double left = std::floor(box.left() + 0.5);
    const QString name = nameLines(label.text, style.wrap);
    painter.setOpacity(label.pale ? paleOpacity : 1);
    paintLeader(painter, canvas, label, box);
    if (style.mask) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(qcolor(style.halo));
        painter.drawRoundedRect(QRectF(left, middle - box.height() / 2, box.width(), box.height()),
                                canvas.css(2), canvas.css(2));
    }
    if (style.badge) {
        const int size = static_cast<int>(std::lround(canvas.mm(style.badge->size)));
        painter.drawImage(QPointF(left, std::floor(middle - size / 2.0 + 0.5)),
                          cache.sprite(style.badge->symbol, size));
        left += std::floor(size + canvas.css(2.5) + 0.5);
    }
    if (method == Method::Quick) {
        const QImage sprite = labelSprite(name, look);
        painter.drawImage(QPointF(left - labelRim, middle - sprite.height() / 2), sprite);
    } else {
        const QFont font = mapFont(look.size, look.bold);
        paintName(painter, {left + look.haloWidth, middle}, name, font, qcolor(look.colour),
                  qcolor(look.halo), look.haloWidth);
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

/// Keeps equal names along lines apart: a road is many features.
class RepeatedNames
{
public:
    explicit RepeatedNames(const Canvas& canvas) : m_canvas(canvas) {}

    [[nodiscard]] bool isFree(const LabelCandidate& label) const
    {
        const double least = m_canvas.mm(label.style->repeat);
        const auto known = m_places.find(label.text);
        return least <= 0 || known == m_places.end() ||
               std::none_of(known->begin(), known->end(), [&](const QPointF& place) {
                   const QPointF way = place - label.anchor;
                   return std::hypot(way.x(), way.y()) < least * 0.75;
               });
    }
    [[nodiscard]] bool has(const QString& name) const { return m_places.contains(name); }
    void take(const LabelCandidate& label)
    {
        if (label.style->repeat > 0)
            m_places[label.text].push_back(label.anchor);
    }

private:
    const Canvas& m_canvas;
    QHash<QString, std::vector<QPointF>> m_places;
};

/// Names may lie on discs, which are large and seen through, but not on charts and badges.
void blockFigures(LabelPlacer& placer, const std::vector<FigureLayout>& layouts)
{
    for (const FigureLayout& layout : layouts) {
        if (std::holds_alternative<DiscFigure>(layout.layer->style->figure))
            continue;
        for (const PlacedFigure& figure : layout.placed) {
            const double r = figure.radius;
            placer.block({figure.at.x() - r, figure.at.y() - r, 2 * r, 2 * r});
        }
    }
}

/// Badges of routes come before names; what a badge names is not named again.
void blockRoutes(LabelPlacer& placer, QSet<QString>& named, const Canvas& canvas,
                 const RouteMap& map)
{
    const RouteBadges routes = layoutBadges(canvas, map);
    for (const PlacedBadge& badge : routes.badges) {
        const double r = badge.radius;
        placer.block({badge.at.x() - r, badge.at.y() - r, 2 * r, 2 * r});
    }
    for (const PlacedRouteName& name : routes.names) {
        placer.block(name.box);
        named.insert(name.text);
    }
}

} // namespace

LabelPlacement placeLabels(const Canvas& canvas, const MapScene& scene, const SymbolLayout& layout,
                           std::stop_token stop)
{
    LabelPlacer placer;
    blockSymbols(placer, canvas, layout.symbols);
    blockFigures(placer, layout.figures);
    QSet<QString> named;
    if (scene.routes)
        blockRoutes(placer, named, canvas, *scene.routes);
    std::vector<LabelCandidate> candidates =
        labelCandidates(canvas, scene, layout.layers, layout.symbols, layout.figures, layout.focus,
                        canvas.css(160));
    const QRectF bounds = canvas.bounds();
    LabelPlacement result;
    RepeatedNames repeats(canvas);
    // First as if the map had no edge: then a name keeps its place while panning.
    std::vector<LabelCandidate*> cut, beyond;
    for (LabelCandidate& label : candidates) {
        if (stop.stop_requested())
            return result;
        if (!repeats.isFree(label) || named.contains(label.text))
            continue;
        const auto position = placer.place(label.positions, {});
        if (position)
            repeats.take(label);
        if (!bounds.contains(label.anchor)) {
            // It stood in the way of others only so that these keep their places.
            if (!label.beside.empty())
                beyond.push_back(&label);
            continue;
        }
        if (position && bounds.contains(label.positions[*position])) {
            const QRectF box = label.positions[*position];
            result.placed.push_back({std::move(label), box});
        } else {
            cut.push_back(&label);
        }
    }
    // Then those that the edge would cut look for a place within.
    QSet<QString> missing;
    for (LabelCandidate* label : cut) {
        if (!repeats.isFree(*label))
            continue;
        if (const auto position = placer.place(label->positions, bounds)) {
            const QRectF box = label->positions[*position];
            repeats.take(*label);
            result.placed.push_back({std::move(*label), box});
        } else if (label->style->repeat > 0) {
            missing.insert(label->text);
        } else {
            ++result.unplaced;
        }
    }
    // Last, so that nothing gives way to them, areas of which only a part is seen.
    for (LabelCandidate* label : beyond) {
        if (const auto position = placer.place(label->beside, bounds)) {
            const QRectF box = label->beside[*position];
            result.placed.push_back({std::move(*label), box});
        }
    }
    // A road counts once, and only when none of its places was free.
    for (const QString& name : missing)
        result.unplaced += repeats.has(name) ? 0 : 1;
    return result;
}

void paintLabels(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                 const SymbolLayout& layout, MapPicture& picture, Method method,
                 std::stop_token stop)
{
    const LabelPlacement names = placeLabels(canvas, scene, layout, stop);
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
