// SPDX-License-Identifier: MIT
#include "render/area_painter.h"

#include "render/line_painter.h"
#include "render/pattern.h"

#include <numeric>

namespace guatu::render
{
namespace
{

QPen insidePen(const Colour& colour, double pixels)
{
    // Half of the line lies outside the clip.
    return QPen(qcolor(colour), 2 * pixels, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
}

/// Outer line, gap and inner line as bands from the edge inwards. The gap takes the casing's
/// colour, white without one.
void paintDouble(QPainter& painter, const Canvas& canvas, const QPainterPath& area,
                 const Stroke& stroke)
{
    const double width = canvas.mm(stroke.width);
    const double gap = canvas.mm(*stroke.secondGap);
    painter.strokePath(area, insidePen(stroke.colour, 2 * width + gap));
    painter.strokePath(area,
                       insidePen(stroke.casing.value_or(Colour{255, 255, 255, 255}), width + gap));
    painter.strokePath(area, insidePen(stroke.colour, width));
}

} // namespace

void paintInside(QPainter& painter, const Canvas& canvas, const QPainterPath& area,
                 const Stroke& stroke)
{
    painter.save();
    painter.setClipPath(area, Qt::IntersectClip);
    if (stroke.casing && !stroke.secondGap)
        painter.strokePath(area, insidePen(*stroke.casing, canvas.mm(stroke.casingWidth)));
    if (stroke.secondGap) {
        paintDouble(painter, canvas, area, stroke);
    } else {
        QPen pen = insidePen(stroke.colour, canvas.mm(stroke.width));
        setDashes(pen, canvas, stroke, 0);
        painter.strokePath(area, pen);
    }
    painter.restore();
}

namespace
{

/// One feature's inside stroke. Dashes follow the ring as it is packed.
void paintInside(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                 std::uint32_t row, const Stroke& stroke, SceneCache& cache)
{
    QPainterPath area;
    area.setFillRule(Qt::WindingFill);
    addArea(area, canvas, layer.table->geometry, row, canvas.mm(6));
    if (stroke.dash.empty()) {
        paintInside(painter, canvas, area, stroke);
        return;
    }
    const auto& packed = layer.prepared->packed();
    const auto item = static_cast<std::size_t>(
        std::find(packed->rows.begin(), packed->rows.end(), row) - packed->rows.begin());
    std::vector<std::uint32_t> runs(packed->itemRuns[item + 1] - packed->itemRuns[item]);
    std::iota(runs.begin(), runs.end(), packed->itemRuns[item]);
    const auto starts = cache.starts(packed, detailLevel(canvas.metresPerPixel()));
    painter.save();
    painter.setClipPath(area, Qt::IntersectClip);
    if (stroke.casing)
        painter.strokePath(area, insidePen(*stroke.casing, canvas.mm(stroke.casingWidth)));
    painter.strokePath(dashPath(canvas, *packed, runs, *starts, stroke),
                       dashPen(stroke.colour, 2 * canvas.mm(stroke.width)));
    painter.restore();
}

} // namespace

void paintAreas(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                const Focus& focus, SceneCache& cache, double tint, std::stop_token stop)
{
    const double margin = canvas.mm(6);
    const auto rows = layer.prepared->index().search(canvas.extent(margin));
    const GeometryColumn& column = layer.table->geometry;

    painter.save();
    if (focus.exists())
        painter.setClipPath(focus.path());
    // One path a class: areas that touch leave no seam between them.
    std::vector<QPainterPath> paths(layer.style->classes.size());
    for (const std::uint32_t row : rows) {
        const StyleClass* styleClass = layer.drawnClass(row);
        if (styleClass && styleClass->symbol.fill)
            addArea(paths[(*layer.classes)[row]], canvas, column, row, margin);
    }
    painter.setOpacity(tint);
    for (std::size_t i = paths.size(); i-- > 0 && !stop.stop_requested();) {
        if (paths[i].isEmpty())
            continue;
        paths[i].setFillRule(Qt::WindingFill);
        painter.fillPath(paths[i], areaBrush(*layer.style->classes[i].symbol.fill, canvas));
    }
    painter.setOpacity(1);
    for (const std::uint32_t row : rows) {
        const StyleClass* styleClass = layer.drawnClass(row);
        if (!styleClass || stop.stop_requested())
            continue;
        for (const Stroke& stroke : styleClass->symbol.strokes) {
            if (stroke.inside)
                paintInside(painter, canvas, layer, row, stroke, cache);
        }
    }
    painter.restore();
}

} // namespace guatu::render
