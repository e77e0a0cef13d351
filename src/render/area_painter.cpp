// SPDX-License-Identifier: MIT
#include "render/area_painter.h"

#include "render/line_painter.h"
#include "render/pattern.h"

#include <algorithm>
#include <numeric>
#include <span>

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

/// The rings of an item as fine as the picture shows them.
void addItem(QPainterPath& path, const Canvas& canvas, const PackedTable& table, std::size_t item)
{
    visitParts(table, item, detailLevel(canvas.metresPerPixel()),
               [&](std::span<const Point> ring) { addRing(path, canvas, ring, canvas.mm(6)); });
}

/// One feature's inside stroke. Dashes follow the ring as it is packed.
void paintInside(QPainter& painter, const Canvas& canvas,
                 const std::shared_ptr<const PackedTable>& packed, std::size_t item,
                 const Stroke& stroke, SceneCache& cache)
{
    QPainterPath area;
    area.setFillRule(Qt::WindingFill);
    addItem(area, canvas, *packed, item);
    if (stroke.dash.empty()) {
        paintInside(painter, canvas, area, stroke);
        return;
    }
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
    const auto& packed = layer.prepared->packed();
    auto shown = packed->itemsIn(canvas.extent(canvas.mm(6)));
    std::ranges::sort(shown, {}, [&](std::uint32_t item) { return packed->rows[item]; });

    painter.save();
    if (focus.exists())
        painter.setClipPath(focus.path());
    // One path a class: areas that touch leave no seam between them.
    std::vector<QPainterPath> paths(layer.style->classes.size());
    for (const std::uint32_t item : shown) {
        const std::uint32_t row = packed->rows[item];
        const StyleClass* styleClass = layer.drawnClass(row);
        if (styleClass && styleClass->symbol.fill)
            addItem(paths[(*layer.classes)[row]], canvas, *packed, item);
    }
    painter.setOpacity(tint);
    for (std::size_t i = paths.size(); i-- > 0 && !stop.stop_requested();) {
        if (paths[i].isEmpty())
            continue;
        paths[i].setFillRule(Qt::WindingFill);
        painter.fillPath(paths[i], areaBrush(*layer.style->classes[i].symbol.fill, canvas));
    }
    painter.setOpacity(1);
    for (const std::uint32_t item : shown) {
        const StyleClass* styleClass = layer.drawnClass(packed->rows[item]);
        if (!styleClass || stop.stop_requested())
            continue;
        for (const Stroke& stroke : styleClass->symbol.strokes) {
            if (stroke.inside)
                paintInside(painter, canvas, packed, item, stroke, cache);
        }
    }
    painter.restore();
}

} // namespace guatu::render
