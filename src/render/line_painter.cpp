// SPDX-License-Identifier: MIT
#include "render/line_painter.h"

#include "render/pattern.h"

namespace guatu::render
{
namespace
{

QPainterPath joined(const std::vector<LineRun>& runs)
{
    QPainterPath path;
    for (const LineRun& run : runs)
        path.addPolygon(run.points);
    return path;
}

void paintCasing(QPainter& painter, const Canvas& canvas, const std::vector<LineRun>& runs,
                 const Stroke& stroke)
{
    if (stroke.casing) {
        painter.strokePath(joined(runs), QPen(qcolor(*stroke.casing), canvas.mm(stroke.casingWidth),
                                              Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void paintCore(QPainter& painter, const Canvas& canvas, const std::vector<LineRun>& runs,
               const Stroke& stroke)
{
    QPen pen(qcolor(stroke.colour), canvas.mm(stroke.width), Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    if (stroke.dash.empty()) {
        painter.strokePath(joined(runs), pen);
        return;
    }
    pen.setCapStyle(Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    for (const LineRun& run : runs) {
        setDashes(pen, canvas, stroke, run.start);
        painter.setPen(pen);
        painter.drawPolyline(run.points);
    }
}

/// Draws the runs of each class: strokes from the bottom up, casings of all classes before lines.
void paintClasses(QPainter& painter, const Canvas& canvas, const Style& style,
                  const std::vector<std::vector<LineRun>>& runs, std::stop_token stop)
{
    for (const bool casing : {true, false}) {
        for (std::size_t i = runs.size(); i-- > 0 && !stop.stop_requested();) {
            for (const Stroke& stroke : style.classes[i].symbol.strokes) {
                if (stroke.inside || runs[i].empty())
                    continue;
                if (casing)
                    paintCasing(painter, canvas, runs[i], stroke);
                else
                    paintCore(painter, canvas, runs[i], stroke);
            }
        }
    }
}

} // namespace

void setDashes(QPen& pen, const Canvas& canvas, const Stroke& stroke, double start)
{
    if (stroke.dash.empty())
        return;
    // Qt counts dashes in widths of the pen.
    const double width = pen.widthF();
    QList<qreal> pattern;
    for (const double millimetres : stroke.dash)
        pattern.append(canvas.mm(millimetres) / width);
    pen.setDashPattern(pattern);
    pen.setDashOffset(start / width);
}

void paintStroke(QPainter& painter, const Canvas& canvas, const std::vector<LineRun>& runs,
                 const Stroke& stroke)
{
    paintCasing(painter, canvas, runs, stroke);
    paintCore(painter, canvas, runs, stroke);
}

void paintLines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                std::stop_token stop)
{
    const double margin = canvas.mm(3);
    const GeometryColumn& column = layer.table->geometry;
    std::vector<std::vector<LineRun>> runs(layer.style->classes.size());
    for (const std::uint32_t row : layer.prepared->index().search(canvas.extent(margin))) {
        if (!layer.drawnClass(row))
            continue;
        for (std::size_t part = 0; part < column.partCount(row); ++part) {
            for (LineRun& run : visibleRuns(canvas, column.part(row, part), margin))
                runs[(*layer.classes)[row]].push_back(std::move(run));
        }
    }
    paintClasses(painter, canvas, *layer.style, runs, stop);
}

void paintOutlines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                   const std::vector<std::shared_ptr<const FeatureTable>>& above, SceneCache& cache,
                   std::stop_token stop)
{
    const double margin = canvas.mm(3);
    const auto outlines = cache.outlines(layer.table, layer.classes, above);
    std::vector<std::vector<LineRun>> runs(layer.style->classes.size());
    for (const std::uint32_t line : outlines->index.search(canvas.extent(margin))) {
        const std::uint8_t styleClass = outlines->classes[line];
        if (!layer.drawnClasses[styleClass])
            continue;
        for (LineRun& run : visibleRuns(canvas, outlines->lines.part(line, 0), margin))
            runs[styleClass].push_back(std::move(run));
    }
    paintClasses(painter, canvas, *layer.style, runs, stop);
}

} // namespace guatu::render
