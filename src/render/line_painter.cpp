// SPDX-License-Identifier: MIT
#include "render/line_painter.h"

#include "render/pattern.h"
#include "render/pixel_grid.h"

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

/// The lines of one layer.
struct Lines {
    const PackedTable& packed;
    const ClassIndex& classes;
    const std::vector<bool>& drawn;
    const std::vector<float>* starts; ///< null when nothing is dashed
};

std::vector<std::vector<LineRun>> runsOf(const Canvas& canvas, const Lines& lines)
{
    const double margin = canvas.mm(3);
    const int level = detailLevel(canvas.metresPerPixel());
    std::vector<std::vector<LineRun>> runs(lines.drawn.size());
    for (const std::uint32_t item : lines.packed.itemsIn(canvas.extent(margin))) {
        const std::uint8_t index = lines.classes[lines.packed.rows[item]];
        if (index == noClass || !lines.drawn[index])
            continue;
        visitParts(lines.packed, item, level, [&](std::span<const Point> line) {
            for (LineRun& run : visibleRuns(canvas, line, margin))
                runs[index].push_back(std::move(run));
        });
    }
    return runs;
}

std::vector<std::vector<std::uint32_t>> packedRunsOf(const Canvas& canvas, const Lines& lines)
{
    const PackedBox reach = lines.packed.cover(canvas.extent(canvas.mm(3)));
    std::vector<std::vector<std::uint32_t>> runs(lines.drawn.size());
    for (std::size_t item = 0; lines.starts && item < lines.packed.size(); ++item) {
        const std::uint8_t index = lines.classes[lines.packed.rows[item]];
        if (index == noClass || !lines.drawn[index])
            continue;
        for (std::uint32_t run = lines.packed.itemRuns[item]; run < lines.packed.itemRuns[item + 1];
             ++run) {
            if (lines.packed.runBoxes[run].intersects(reach))
                runs[index].push_back(run);
        }
    }
    return runs;
}

/// Draws each class: strokes from the bottom up, casings of all classes before lines.
void paintClasses(QPainter& painter, const Canvas& canvas, const Style& style, const Lines& lines,
                  std::stop_token stop)
{
    const auto runs = runsOf(canvas, lines);
    const auto packedRuns = packedRunsOf(canvas, lines);
    for (const bool casing : {true, false}) {
        for (std::size_t i = runs.size(); i-- > 0 && !stop.stop_requested();) {
            for (const Stroke& stroke : style.classes[i].symbol.strokes) {
                if (stroke.inside || runs[i].empty())
                    continue;
                if (casing)
                    paintCasing(painter, canvas, runs[i], stroke);
                else if (stroke.dash.empty())
                    paintCore(painter, canvas, runs[i], stroke);
                else
                    painter.strokePath(
                        dashPath(canvas, lines.packed, packedRuns[i], *lines.starts, stroke),
                        dashPen(stroke.colour, canvas.mm(stroke.width)));
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

QPainterPath dashPath(const Canvas& canvas, const PackedTable& table,
                      std::span<const std::uint32_t> runs, const std::vector<float>& starts,
                      const Stroke& stroke)
{
    std::vector<double> pattern;
    for (const double millimetres : stroke.dash)
        pattern.push_back(canvas.mm(millimetres));
    const PixelGrid grid(table, canvas.metresPerPixel(), canvas.turn(), canvas.left(),
                         canvas.top());
    const int level = detailLevel(canvas.metresPerPixel());
    QPainterPath path;
    for (const std::uint32_t run : runs) {
        bool open = false;
        visitDashes(table, run, level, grid, pattern, starts[run] / canvas.metresPerPixel(),
                    [&](double x0, double y0, double x1, double y1, bool begins, bool) {
                        if (begins || !open)
                            path.moveTo(x0, y0);
                        path.lineTo(x1, y1);
                        open = true;
                    });
    }
    return path;
}

QPen dashPen(const Colour& colour, double pixels)
{
    return {qcolor(colour), pixels, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
}

void paintLines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer, SceneCache& cache,
                std::stop_token stop)
{
    const auto& packed = layer.prepared->packed();
    const auto starts = hasDashes(*layer.style)
                            ? cache.starts(packed, detailLevel(canvas.metresPerPixel()))
                            : nullptr;
    paintClasses(painter, canvas, *layer.style,
                 {*packed, *layer.classes, layer.drawnClasses, starts.get()}, stop);
}

void paintOutlines(QPainter& painter, const Canvas& canvas, const DrawnLayer& layer,
                   const std::vector<std::shared_ptr<const FeatureTable>>& above, SceneCache& cache,
                   std::stop_token stop)
{
    const auto outlines = cache.outlines(layer.table, layer.classes, above);
    const auto starts = hasDashes(*layer.style)
                            ? cache.starts(outlines->packed, detailLevel(canvas.metresPerPixel()))
                            : nullptr;
    paintClasses(painter, canvas, *layer.style,
                 {*outlines->packed, *outlines->classes, layer.drawnClasses, starts.get()}, stop);
}

} // namespace guatu::render
