// SPDX-License-Identifier: MIT
#include "render/selection_painter.h"

#include "render/line_painter.h"

#include <algorithm>

namespace guatu::render
{
namespace
{

const Stroke selectionStroke{{0x11, 0x18, 0x20, 255}, 0.75, {}, Colour{255, 255, 255, 255}, 1.7};

const Selection* selectionOf(const MapScene& scene, const std::string& source)
{
    const auto found = std::find_if(scene.selections.begin(), scene.selections.end(),
                                    [&](const Selection& s) { return s.source == source; });
    return found == scene.selections.end() ? nullptr : &*found;
}

/// Whether flows are drawn of a source.
bool isFlow(const MapScene& scene, const std::string& source)
{
    return scene.definition &&
           std::ranges::any_of(scene.definition->layers, [&](const Layer& layer) {
               return layer.source == source &&
                      std::holds_alternative<FlowFigure>(scene.definition->styleOf(layer).figure);
           });
}

void circle(QPainter& painter, const Canvas& canvas, QPointF at, double radius)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, canvas.mm(selectionStroke.casingWidth)));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(QColor(0x11, 0x18, 0x20), canvas.mm(selectionStroke.width)));
    painter.drawEllipse(at, radius, radius);
}

} // namespace

GeometryColumn selectedShapes(const MapScene& scene)
{
    GeometryColumn shapes(GeometryType::Line);
    for (const auto& table : scene.tables) {
        const Selection* selection = selectionOf(scene, table->source);
        const GeometryColumn& column = table->geometry;
        if (isFlow(scene, table->source))
            continue; // its arrow shows it
        if (!selection || selection->ids.empty() || column.type() == GeometryType::Point)
            continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!selection->ids.contains(table->ids[row]))
                continue;
            for (std::size_t part = 0; part < column.partCount(row); ++part)
                shapes.addPart(column.part(row, part));
            shapes.endFeature();
        }
    }
    return shapes;
}

Style selectionStyle()
{
    StyleClass only;
    only.symbol.strokes = {selectionStroke};
    Style style;
    style.classes = {only};
    return style;
}

void paintSelectedAreas(QPainter& painter, const Canvas& canvas, const MapScene& scene)
{
    const GeometryColumn shapes = selectedShapes(scene);
    std::vector<LineRun> runs;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        for (std::size_t part = 0; part < shapes.partCount(row); ++part) {
            for (LineRun& run : visibleRuns(canvas, shapes.part(row, part), canvas.mm(3)))
                runs.push_back(std::move(run));
        }
    }
    paintStroke(painter, canvas, runs, selectionStroke);
}

void paintSelectedPoints(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                         const std::vector<PointLayout>& symbols)
{
    for (const PointLayout& layout : symbols) {
        const FeatureTable& table = *layout.layer->table;
        const Selection* selection = selectionOf(scene, table.source);
        if (!selection)
            continue;
        const auto isSelected = [&](std::uint32_t row) {
            return selection->ids.contains(table.ids[row]);
        };
        const auto mark = [&](const SinglePoint& single) {
            const QRectF box = symbolBox(canvas, *layout.layer, single);
            circle(painter, canvas, box.center(), box.width() / 2 + canvas.css(2.5));
        };
        for (const SinglePoint& single : layout.singles) {
            if (isSelected(single.row))
                mark(single);
        }
        for (std::uint32_t row = 0; layout.massed && row < table.size(); ++row) {
            if (hasMark(*layout.layer, row) && isSelected(row))
                mark({canvas.toDevice(table.geometry.firstPoint(row)), row});
        }
        for (const ClusterRing& ring : layout.rings) {
            if (std::any_of(ring.rows.begin(), ring.rows.end(), isSelected))
                circle(painter, canvas, ring.at, ring.radius + canvas.css(2));
        }
    }
}

} // namespace guatu::render
