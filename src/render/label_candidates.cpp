// SPDX-License-Identifier: MIT
#include "render/labels.h"

#include "render/line_labels.h"
#include "render/map_text.h"
#include "render/name_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace guatu::render
{
namespace
{

constexpr int selectedBonus = 1000;

const LabelStyle* labelStyleOf(const DrawnLayer& layer, std::uint32_t row, double scale)
{
    const auto read = [&](std::string_view field) { return layer.table->value(field, row); };
    for (const LabelStyle& style : layer.style->labels) {
        if (scale >= style.minScale && scale <= style.maxScale &&
            (!style.when || style.when->evaluate(read) == CriterionResult::Met))
            return &style;
    }
    return nullptr;
}

QString labelText(const FieldValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number, 'g', 10);
    return {};
}

/// The room a name takes: its letters, halo, and its badge before them.
QSizeF labelSize(const Canvas& canvas, const LabelStyle& style, const QString& text)
{
    const double size = canvas.css(style.size);
    const double halo = canvas.css(style.haloWidth);
    const QSizeF name = nameSize(nameLines(text, style.wrap), mapFont(size, style.bold));
    double width = name.width() + 2 * halo;
    double height = name.height() + 2 * halo;
    if (style.badge) {
        width += canvas.mm(style.badge->size) + canvas.css(2.5);
        height = std::max(height, canvas.mm(style.badge->size));
    }
    return {width, height};
}

/// Right, left, above, below, then the corners, then the same again a little farther out; never
/// more than 12 CSS pixels from the symbol.
std::vector<QRectF> aroundPoint(const Canvas& canvas, QPointF at, double symbol, QSizeF size)
{
    std::vector<QRectF> positions;
    for (const double gap : {1.5, 6.0}) {
        const double off = symbol / 2 + canvas.css(gap);
        const double w = size.width();
        const double h = size.height();
        const double near = off * 0.7;
        const std::array<QPointF, 8> corners{{{off, -h / 2},
                                              {-off - w, -h / 2},
                                              {-w / 2, -off - h},
                                              {-w / 2, off},
                                              {near, -near - h},
                                              {near, near},
                                              {-near - w, -near - h},
                                              {-near - w, near}}};
        for (const QPointF& corner : corners)
            positions.emplace_back(at + corner, size);
    }
    return positions;
}

/// The areas of a layer as they are drawn, to ask what lies in them. Even-odd rule.
class DrawnAreas
{
public:
    DrawnAreas(const DrawnLayer& layer, double metresPerPixel)
        : m_packed(*layer.prepared->packed()),
          m_level(detailLevel(metresPerPixel)),
          m_items(layer.table->size())
    {
        for (std::uint32_t item = 0; item < m_packed.size(); ++item)
            m_items[m_packed.rows[item]] = item;
    }

    [[nodiscard]] bool contains(std::uint32_t row, Point place) const
    {
        const PackedBox at = m_packed.cover({place.x, place.y, place.x, place.y});
        const double x = (place.x - m_packed.origin.x) / m_packed.unit;
        const double y = (place.y - m_packed.origin.y) / m_packed.unit;
        const std::uint32_t item = m_items[row];
        bool inside = false;
        for (std::uint32_t run = m_packed.itemRuns[item]; run < m_packed.itemRuns[item + 1];
             ++run) {
            const PackedBox& box = m_packed.runBoxes[run];
            if (box.maxY < at.minY || box.minY > at.maxY || box.maxX < at.minX)
                continue;
            PackedPoint a = m_packed.vertices[m_packed.runs[run]];
            visitRun(m_packed, run, m_level, [&](PackedPoint b) {
                if ((a.y > y) != (b.y > y) &&
                    x < (b.x - 1.0 * a.x) * (y - a.y) / (b.y - 1.0 * a.y) + a.x)
                    inside = !inside;
                a = b;
            });
        }
        return inside;
    }
    [[nodiscard]] double width(std::uint32_t row) const
    {
        const PackedBox& box = m_packed.boxes[m_items[row]];
        return (1.0 * box.maxX - box.minX) * m_packed.unit;
    }

private:
    const PackedTable& m_packed;
    int m_level;
    std::vector<std::uint32_t> m_items; ///< by row
};

/// The middle of the area, then steps away from it whose middle still lies in the area.
std::vector<QRectF> withinArea(const Canvas& canvas, const DrawnAreas& areas, std::uint32_t row,
                               QPointF at, QSizeF size)
{
    std::vector<QRectF> positions;
    if (areas.width(row) / canvas.metresPerPixel() * 1.3 < size.width())
        return positions;
    const double dx = size.width() / 2;
    const double dy = size.height();
    const std::array<QPointF, 9> steps{
        {{0, 0}, {0, -dy}, {0, dy}, {dx, 0}, {-dx, 0}, {dx, -dy}, {-dx, -dy}, {dx, dy}, {-dx, dy}}};
    for (const QPointF& step : steps) {
        if (step.isNull() || areas.contains(row, canvas.toMap(at + step)))
            positions.emplace_back(at + step - QPointF(dx, dy / 2), size);
    }
    return positions;
}

/// Where the name of an area stands whose middle is out of sight: on a lattice that is fixed on the
/// ground, nearest to the middle first, wherever the whole name lies in the area and the picture.
std::vector<QRectF> besideMiddle(const Canvas& canvas, const DrawnAreas& areas,
                                 const LabelCandidate& c, QSizeF size)
{
    constexpr int steps = 12;
    constexpr std::size_t enough = 3;
    const QPointF half(size.width() / 2, size.height() / 2);
    const QRectF room = canvas.bounds().adjusted(half.x(), half.y(), -half.x(), -half.y());
    const Box box = c.layer->table->geometry.box(c.row);
    std::vector<std::pair<double, QPointF>> spots;
    for (int i = 0; i < steps * steps; ++i) {
        const QPointF at = canvas.toDevice({box.minX + (i % steps + 0.5) / steps * box.width(),
                                            box.minY + (i / steps + 0.5) / steps * box.height()});
        if (room.contains(at))
            spots.emplace_back(std::hypot(at.x() - c.anchor.x(), at.y() - c.anchor.y()), at);
    }
    std::ranges::stable_sort(spots, {}, &std::pair<double, QPointF>::first);
    std::vector<QRectF> positions;
    for (const auto& [distance, at] : spots) {
        const QRectF name(at - half, size);
        const std::array corners{at, name.topLeft(), name.topRight(), name.bottomLeft(),
                                 name.bottomRight()};
        if (std::ranges::all_of(corners, [&, row = c.row](const QPointF& corner) {
                return areas.contains(row, canvas.toMap(corner));
            }))
            positions.push_back(name);
        if (positions.size() == enough)
            break;
    }
    return positions;
}

using AreasOfLayers = std::map<const DrawnLayer*, DrawnAreas>;

/// Of the names of a feature that several layers draw only the most important stays.
void keepOneEach(std::vector<LabelCandidate>& candidates)
{
    std::map<std::pair<const FeatureTable*, std::uint32_t>, int> best;
    for (const LabelCandidate& c : candidates) {
        const auto [known, isNew] = best.try_emplace({c.layer->table.get(), c.row}, c.priority);
        known->second = std::max(known->second, c.priority);
    }
    std::erase_if(candidates, [&best](const LabelCandidate& c) {
        const auto known = best.find({c.layer->table.get(), c.row});
        if (known == best.end() || known->second != c.priority)
            return true;
        best.erase(known);
        return false;
    });
}

/// A line's name over the line.
std::vector<QRectF> overLine(QPointF at, QSizeF size)
{
    const QPointF half(size.width() / 2, size.height() / 2);
    return {QRectF(at - half, size)};
}

/// Names along lines that repeat them: one candidate for each place, in the order of the line.
void spreadAlongLines(const Canvas& canvas, double margin, std::vector<LabelCandidate>& candidates)
{
    std::vector<LabelCandidate> spread;
    for (LabelCandidate& c : candidates) {
        if (c.layer->type() != GeometryType::Line || c.style->repeat <= 0) {
            spread.push_back(std::move(c));
            continue;
        }
        const double width = labelSize(canvas, *c.style, c.text).width();
        const GeometryColumn& lines = c.layer->table->geometry;
        for (std::size_t part = 0; part < lines.partCount(c.row); ++part) {
            for (const QPointF& place : placesAlong(canvas, lines.part(c.row, part),
                                                    canvas.mm(c.style->repeat), width, margin)) {
                spread.push_back(c);
                spread.back().anchor = place;
            }
        }
    }
    candidates = std::move(spread);
}

/// An area's name that a visible point inside bears already, as a village's its seat, is no second
/// name: the point's takes positions in the area as its last resort.
void joinSeats(const Canvas& canvas, const AreasOfLayers& areas,
               std::vector<LabelCandidate>& candidates)
{
    std::unordered_multimap<std::string, LabelCandidate*> points;
    for (LabelCandidate& c : candidates) {
        if (c.layer->type() == GeometryType::Point && canvas.bounds().contains(c.anchor))
            points.emplace(c.text.toStdString(), &c);
    }
    std::set<const LabelCandidate*> joined;
    for (const LabelCandidate& c : candidates) {
        if (c.layer->type() != GeometryType::Polygon)
            continue;
        const auto [from, to] = points.equal_range(c.text.toStdString());
        for (auto entry = from; entry != to; ++entry) {
            LabelCandidate& seat = *entry->second;
            if (!c.layer->table->geometry.box(c.row).contains(
                    seat.layer->prepared->anchor(seat.row)))
                continue;
            const QSizeF size = labelSize(canvas, *seat.style, seat.text);
            const auto inArea = canvas.bounds().contains(c.anchor)
                                    ? withinArea(canvas, areas.at(c.layer), c.row, c.anchor, size)
                                    : besideMiddle(canvas, areas.at(c.layer), c, size);
            seat.positions.insert(seat.positions.end(), inArea.begin(), inArea.end());
            joined.insert(&c);
            break;
        }
    }
    std::vector<LabelCandidate> single;
    for (LabelCandidate& c : candidates) {
        if (!joined.contains(&c))
            single.push_back(std::move(c));
    }
    candidates = std::move(single);
}

/// Where the symbols of named points stand: some are moved off others.
std::map<std::pair<const DrawnLayer*, std::uint32_t>, QPointF>
symbolPlaces(const std::vector<PointLayout>& symbols)
{
    std::map<std::pair<const DrawnLayer*, std::uint32_t>, QPointF> places;
    for (const PointLayout& layout : symbols) {
        if (layout.layer->style->labels.empty())
            continue;
        for (const SinglePoint& single : layout.singles)
            places.emplace(std::pair(layout.layer, single.row), single.at);
    }
    return places;
}

/// The chart or badge that covers a place, or null.
const PlacedFigure* figureAt(const std::vector<FigureLayout>& layouts, QPointF at)
{
    for (const FigureLayout& layout : layouts) {
        if (std::holds_alternative<DiscFigure>(layout.layer->style->figure))
            continue;
        for (const PlacedFigure& figure : layout.placed) {
            if (std::hypot(figure.at.x() - at.x(), figure.at.y() - at.y()) < figure.radius)
                return &figure;
        }
    }
    return nullptr;
}

bool isSelected(const MapScene& scene, const FeatureTable& table, std::uint32_t row)
{
    return std::any_of(scene.selections.begin(), scene.selections.end(), [&](const Selection& s) {
        return s.source == table.source && s.ids.contains(table.ids[row]);
    });
}

} // namespace

std::vector<LabelCandidate> labelCandidates(const Canvas& canvas, const MapScene& scene,
                                            const std::vector<DrawnLayer>& layers,
                                            const std::vector<PointLayout>& symbols,
                                            const std::vector<FigureLayout>& figures,
                                            const Focus& focus, double margin)
{
    std::vector<LabelCandidate> candidates;
    AreasOfLayers areas;
    const QRectF reach = canvas.bounds().adjusted(-margin, -margin, margin, margin);
    for (const DrawnLayer& layer : layers) {
        if (layer.style->labels.empty())
            continue;
        if (layer.type() == GeometryType::Polygon)
            areas.try_emplace(&layer, layer, canvas.metresPerPixel());
        for (const std::uint32_t row : layer.prepared->packed()->rowsIn(canvas.extent(margin))) {
            const StyleClass* styleClass = layer.drawnClass(row);
            const LabelStyle* style =
                styleClass ? labelStyleOf(layer, row, canvas.scaleDenominator()) : nullptr;
            if (!style)
                continue;
            const Point anchor = layer.prepared->anchor(row);
            const QPointF at = canvas.toDevice(anchor);
            QString text = labelText(layer.table->value(style->field, row));
            const bool alongLine = layer.type() == GeometryType::Line && style->repeat > 0;
            const bool isArea = layer.type() == GeometryType::Polygon;
            if ((!alongLine && !isArea && !reach.contains(at)) || text.isEmpty())
                continue;
            const bool outside = !focus.contains(anchor);
            if (outside && layer.layer->clustering)
                continue; // its symbol is not drawn there either
            const bool chosen = isSelected(scene, *layer.table, row);
            candidates.push_back({std::move(text),
                                  style,
                                  &layer,
                                  row,
                                  style->priority + (chosen ? selectedBonus : 0),
                                  at,
                                  {},
                                  outside});
        }
    }
    keepOneEach(candidates);
    spreadAlongLines(canvas, margin, candidates);
    const auto places = symbolPlaces(symbols);
    for (LabelCandidate& c : candidates) {
        const auto place = places.find({c.layer, c.row});
        if (place != places.end())
            c.anchor = place->second;
        const QSizeF size = labelSize(canvas, *c.style, c.text);
        const StyleClass* styleClass = c.layer->drawnClass(c.row);
        c.symbol = styleClass->symbol.marker ? markerSize(canvas, *styleClass) : canvas.css(2);
        if (const PlacedFigure* figure = figureAt(figures, c.anchor)) {
            c.anchor = figure->at;
            c.symbol = 2 * figure->radius;
        }
        const bool isArea = c.layer->type() == GeometryType::Polygon;
        if (isArea && !canvas.bounds().contains(c.anchor))
            c.beside = besideMiddle(canvas, areas.at(c.layer), c, size);
        if (isArea && reach.contains(c.anchor))
            c.positions = withinArea(canvas, areas.at(c.layer), c.row, c.anchor, size);
        else if (isArea)
            continue;
        else if (c.layer->type() == GeometryType::Line && c.style->repeat > 0)
            c.positions = overLine(c.anchor, size);
        else
            c.positions = aroundPoint(canvas, c.anchor, c.symbol, size);
    }
    std::erase_if(candidates, [&](const LabelCandidate& c) {
        return c.positions.empty() && c.beside.empty() && !reach.contains(c.anchor);
    });
    joinSeats(canvas, areas, candidates);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const LabelCandidate& a, const LabelCandidate& b) {
                         return std::tuple(-a.priority, -a.layer->layer->order, a.layer->layer->id,
                                           a.layer->table->ids[a.row]) <
                                std::tuple(-b.priority, -b.layer->layer->order, b.layer->layer->id,
                                           b.layer->table->ids[b.row]);
                     });
    return candidates;
}

} // namespace guatu::render
