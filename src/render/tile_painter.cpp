// SPDX-License-Identifier: MIT
#include "render/tile_painter.h"

#include "render/focus.h"
#include "render/pattern.h"
#include "render/raster_painter.h"
#include "render/relief_painter.h"

#include <QPainter>

namespace guatu::render
{
namespace
{

const QColor paper(247, 246, 242);

Pixel pixelOf(const QColor& colour)
{
    return qPremultiply(colour.rgba());
}

/// A row of one colour, in proportion to the cover.
void blendSpan(Pixel* to, int length, Pixel colour, std::uint32_t alpha)
{
    const Pixel above = alpha == 255 ? colour : scaled(colour, alpha);
    if (above >> 24U == 255) {
        std::fill(to, to + length, above);
        return;
    }
    for (int x = 0; x < length; ++x)
        to[x] = over(above, to[x]);
}

void blendPattern(Pixel* to, int length, const Pixel* pattern, int width, int from,
                  std::uint32_t alpha)
{
    for (int x = 0; x < length; ++x) {
        const Pixel above = pattern[from];
        from = from + 1 == width ? 0 : from + 1;
        to[x] = alpha == 255 && above >> 24U == 255 ? above : over(scaled(above, alpha), to[x]);
    }
}

void blendMask(Pixel* to, int length, Pixel colour, const std::uint8_t* alphas)
{
    for (int x = 0; x < length; ++x) {
        if (alphas[x] != 0)
            to[x] = over(scaled(colour, alphas[x]), to[x]);
    }
}

int remainder(std::int64_t a, int b)
{
    const auto r = static_cast<int>(a % b);
    return r < 0 ? r + b : r;
}

/// In pixels.
std::vector<double> dashOf(const Stroke& stroke, const Canvas& canvas)
{
    std::vector<double> dash;
    for (const double millimetres : stroke.dash)
        dash.push_back(canvas.mm(millimetres));
    return dash;
}

double widest(const Style& style, const Canvas& canvas)
{
    double most = 0;
    for (const StyleClass& styleClass : style.classes) {
        for (const Stroke& stroke : styleClass.symbol.strokes)
            most = std::max({most, stroke.width, stroke.casing ? stroke.casingWidth : 0});
    }
    return canvas.mm(most);
}

} // namespace

void TileMask::take(Coverage& coverage)
{
    coverage.sweep([this](int y, int x, int length, std::uint32_t alpha) {
        std::uint8_t* to = &m_alpha[static_cast<std::size_t>(y * tileSide + x)];
        std::fill(to, to + length, static_cast<std::uint8_t>(alpha));
        m_top = std::min(m_top, y);
        m_bottom = std::max(m_bottom, y + 1);
    });
}

void TileMask::clear()
{
    if (m_top < m_bottom) {
        std::fill(m_alpha.begin() + m_top * tileSide, m_alpha.begin() + m_bottom * tileSide,
                  std::uint8_t{0});
    }
    m_top = tileSide;
    m_bottom = 0;
}

void TilePainter::paint(const GroundPlan& plan, int column, int row, const Pixels& tile)
{
    m_plan = &plan;
    m_tile = tile;
    m_left = std::int64_t{column} * tileSide;
    m_top = std::int64_t{row} * tileSide;
    for (int y = 0; y < tile.height; ++y)
        std::fill_n(tile.row(y), tile.width, pixelOf(paper));
    paintBackground();
    findFocus();
    paintGround(0, plan.shaded);
    shadeTile(tile, static_cast<double>(m_left), static_cast<double>(m_top), plan.canvas,
              plan.relief, plan.reliefExtent);
    paintGround(plan.shaded, plan.ground.size());
    veil();
    if (plan.selected.table)
        paintLines(plan.selected);
    for (const PlannedPoints& points : plan.symbols)
        m_stamper.paint(plan, points, m_left, m_top, tile);
}

void TilePainter::paintGround(std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (const auto* areas = std::get_if<PlannedAreas>(&m_plan->ground[i]))
            paintAreas(*areas);
        else if (const auto* planned = std::get_if<PlannedHeat>(&m_plan->ground[i]))
            paintHeat(planned->heat);
        else
            paintLines(std::get<PlannedLines>(m_plan->ground[i]));
    }
}

void TilePainter::paintBackground()
{
    const double metres = m_plan->canvas.metresPerPixel();
    const Box seen =
        m_plan->canvas.turn()
            .boxOf({static_cast<double>(m_left) * metres, static_cast<double>(m_top) * metres,
                    tileSide * metres, tileSide * metres})
            .grown(metres);
    std::vector<const RasterPiece*> pieces;
    for (const RasterPiece& piece : m_plan->background)
        if (!piece.isEmpty() && piece.extent.intersects(seen))
            pieces.push_back(&piece);
    if (pieces.empty())
        return;
    QImage image(reinterpret_cast<uchar*>(m_tile.bits), m_tile.width, m_tile.height,
                 m_tile.stride * static_cast<qsizetype>(sizeof(Pixel)),
                 QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF corner(static_cast<double>(m_left), static_cast<double>(m_top));
    for (const RasterPiece* piece : pieces)
        paintRaster(painter, m_plan->canvas, piece->image, piece->extent,
                    m_plan->canvas.toGrid({piece->extent.minX, piece->extent.maxY}) - corner);
}

TilePainter::Sight TilePainter::sight(const PackedTable& table, double margin) const
{
    const double metres = m_plan->canvas.metresPerPixel();
    const Turn& turn = m_plan->canvas.turn();
    return {PixelGrid(table, metres, turn, static_cast<double>(m_left), static_cast<double>(m_top)),
            table.cover(tileBox(m_left, m_top, margin, metres, turn))};
}

/// Adds the edges of an area; runs left of the tile, or of a turned one beside it, count as a line
/// between their ends.
void TilePainter::addRing(const PackedTable& table, const Sight& sight, std::size_t item, int level)
{
    const PackedBox& all = table.boxes[item];
    const double speck = m_plan->canvas.metresPerPixel() / (15 * table.unit); // of a pixel
    if (1.0 * all.maxX - all.minX < speck && 1.0 * all.maxY - all.minY < speck)
        return; // covers less of a pixel than a colour has steps
    const auto& [grid, box] = sight;
    const bool isTurned = !m_plan->canvas.turn().isNone();
    const auto edge = [this](Thirds a, Thirds b) {
        m_coverage.addEdge(a.px(), a.py(), b.px(), b.py());
    };
    for (std::uint32_t run = table.itemRuns[item]; run < table.itemRuns[item + 1]; ++run) {
        const PackedBox& own = table.runBoxes[run];
        if (!isTurned && (own.minY > box.maxY || own.maxY < box.minY || own.minX > box.maxX))
            continue;
        if (isTurned ? !own.intersects(box) : own.maxX < box.minX) {
            edge(grid.at(table.vertices[table.runs[run]]),
                 grid.at(table.vertices[table.runs[run + 1] - 1]));
        } else {
            visitSegments(table, run, level, grid,
                          [&](Thirds from, Thirds to, bool) { edge(from, to); });
        }
    }
}

void TilePainter::findFocus()
{
    m_within = Within::All;
    if (!m_plan->focus)
        return;
    m_focus.clear();
    const PackedTable& focus = *m_plan->focus;
    const int level = detailLevel(m_plan->canvas.metresPerPixel());
    const Sight seen = sight(focus, 1);
    for (std::size_t item = 0; item < focus.size(); ++item)
        addRing(focus, seen, item, level);
    m_focus.take(m_coverage);
    bool all = true;
    bool none = true;
    for (int y = 0; y < tileSide; ++y) {
        const std::uint8_t* row = m_focus.row(y);
        all = all && std::all_of(row, row + tileSide, [](std::uint8_t a) { return a == 255; });
        none = none && std::all_of(row, row + tileSide, [](std::uint8_t a) { return a == 0; });
    }
    m_within = all ? Within::All : none ? Within::None : Within::Some;
}

void TilePainter::veil()
{
    if (m_within == Within::All)
        return;
    QColor colour = paper;
    colour.setAlpha(qRound(255 * (1 - paleOpacity)));
    const Pixel pixel = pixelOf(colour);
    for (int y = 0; y < m_tile.height; ++y) {
        Pixel* to = m_tile.row(y);
        const std::uint8_t* within = m_focus.row(y);
        for (int x = 0; x < m_tile.width; ++x)
            to[x] = over(scaled(pixel, 255U - within[x]), to[x]);
    }
}

void TilePainter::collectItems(const PlannedItems& items, double margin)
{
    const PackedTable& table = *items.table;
    const PackedBox box = sight(table, margin).box;
    m_found.resize(std::max(m_found.size(), items.drawn.size()));
    for (auto& found : m_found)
        found.clear();
    table.visitBlocks(box, [&](std::size_t first, std::size_t last) {
        for (std::size_t item = first; item < last; ++item) {
            if (table.boxes[item].intersects(box) && items.isDrawn(item))
                m_found[(*items.classes)[item]].push_back(static_cast<std::uint32_t>(item));
        }
    });
}

void TilePainter::paintAreas(const PlannedAreas& areas)
{
    if (m_within == Within::None)
        return; // outside the focus nothing has a status
    collectItems(areas, 1);
    std::vector<std::uint32_t> outlined;
    for (std::size_t i = areas.drawn.size(); i-- > 0;) {
        if (m_found[i].empty())
            continue;
        if (!areas.fills[i].isNull())
            fillClass(areas, static_cast<std::uint8_t>(i));
        const auto& strokes = areas.style->classes[i].symbol.strokes;
        if (std::any_of(strokes.begin(), strokes.end(), [](const Stroke& s) { return s.inside; }))
            outlined.insert(outlined.end(), m_found[i].begin(), m_found[i].end());
    }
    // In the order of rows, as the features come.
    std::sort(outlined.begin(), outlined.end(), [&](std::uint32_t a, std::uint32_t b) {
        return areas.table->rows[a] < areas.table->rows[b];
    });
    for (const std::uint32_t item : outlined)
        paintInside(areas, item);
}

void TilePainter::fillClass(const PlannedAreas& areas, std::uint8_t index)
{
    // All areas of a class at once: those that touch leave no seam between them.
    const Sight seen = sight(*areas.table, 1);
    for (const std::uint32_t item : m_found[index])
        addRing(*areas.table, seen, item, areas.level);
    const QImage& fill = areas.fills[index];
    const int width = fill.width();
    const int shiftX = remainder(m_left, width);
    const int shiftY = remainder(m_top, fill.height());
    const bool isPlain = areas.style->classes[index].symbol.fill->pattern == Pattern::None;
    const Pixel plain = *reinterpret_cast<const Pixel*>(fill.constScanLine(0));
    const auto span = [&](int y, int x, int length, std::uint32_t alpha) {
        Pixel* to = m_tile.row(y) + x;
        if (isPlain) {
            blendSpan(to, length, plain, alpha);
            return;
        }
        const auto* pattern =
            reinterpret_cast<const Pixel*>(fill.constScanLine((y + shiftY) % fill.height()));
        blendPattern(to, length, pattern, width, (x + shiftX) % width, alpha);
    };
    m_coverage.sweep([&](int y, int x, int length, std::uint32_t alpha) {
        if (m_within == Within::All) {
            span(y, x, length, alpha);
            return;
        }
        const std::uint8_t* within = m_focus.row(y);
        for (int i = x; i < x + length; ++i) {
            if (within[i] != 0)
                span(y, i, 1, product(alpha, within[i]));
        }
    });
}

void TilePainter::paintHeat(const Heat& heat)
{
    if (m_within == Within::None)
        return;
    std::function<const std::uint8_t*(int)> within;
    if (m_within == Within::Some)
        within = [this](int y) { return m_focus.row(y); };
    shadeHeat(m_tile, static_cast<double>(m_left), static_cast<double>(m_top), m_plan->canvas, heat,
              within);
}

void TilePainter::addStroke(const PlannedItems& items, const PixelGrid& grid, std::size_t run,
                            const Pen& pen)
{
    const PackedTable& table = *items.table;
    if (pen.dash.empty()) {
        visitSegments(table, run, items.level, grid, [&](Thirds from, Thirds to, bool) {
            m_stroke.addSegment(from.px(), from.py(), to.px(), to.py(), pen.half);
        });
        return;
    }
    const double start = (*items.starts)[run] / m_plan->canvas.metresPerPixel();
    visitDashes(table, run, items.level, grid, pen.dash, start,
                [&](double x0, double y0, double x1, double y1, bool begins, bool ends) {
                    m_stroke.addSegment(static_cast<float>(x0), static_cast<float>(y0),
                                        static_cast<float>(x1), static_cast<float>(y1), pen.half,
                                        begins, ends);
                });
}

void TilePainter::blendStroke(Pixel colour)
{
    m_stroke.sweep([&](int y, int x, int length, const std::uint8_t* alphas) {
        blendMask(m_tile.row(y) + x, length, colour, alphas);
    });
}

void TilePainter::blendInside(Pixel colour)
{
    m_stroke.sweep([&](int y, int x, int length, std::uint8_t* alphas) {
        const std::uint8_t* inside = m_inside.row(y) + x;
        const std::uint8_t* within = m_focus.row(y) + x;
        for (int i = 0; i < length; ++i) {
            std::uint32_t alpha = product(alphas[i], inside[i]);
            if (m_within == Within::Some)
                alpha = product(alpha, within[i]);
            alphas[i] = static_cast<std::uint8_t>(alpha);
        }
        blendMask(m_tile.row(y) + x, length, colour, alphas);
    });
}

void TilePainter::paintInside(const PlannedAreas& areas, std::size_t item)
{
    const PackedTable& table = *areas.table;
    const Canvas& canvas = m_plan->canvas;
    addRing(table, sight(table, 1), item, areas.level);
    m_inside.take(m_coverage);
    const auto band = [&](const Colour& colour, double width, const std::vector<double>& dash) {
        const auto [grid, box] = sight(table, width + 1); // half of the pen lies outside
        const Pen pen{static_cast<float>(width), dash};
        for (std::uint32_t run = table.itemRuns[item]; run < table.itemRuns[item + 1]; ++run) {
            if (table.runBoxes[run].intersects(box))
                addStroke(areas, grid, run, pen);
        }
        blendInside(pixelOf(qcolor(colour)));
    };
    for (const Stroke& stroke : areas.style->classes[(*areas.classes)[item]].symbol.strokes) {
        if (!stroke.inside)
            continue;
        const double width = canvas.mm(stroke.width);
        if (stroke.secondGap) { // outer line, gap and inner line, from the edge inwards
            const double gap = canvas.mm(*stroke.secondGap);
            band(stroke.colour, 2 * width + gap, {});
            band(stroke.casing.value_or(Colour{255, 255, 255, 255}), width + gap, {});
            band(stroke.colour, width, {});
            continue;
        }
        if (stroke.casing)
            band(*stroke.casing, canvas.mm(stroke.casingWidth), {});
        band(stroke.colour, width, dashOf(stroke, canvas));
    }
    m_inside.clear();
}

void TilePainter::paintLines(const PlannedLines& lines)
{
    const Canvas& canvas = m_plan->canvas;
    const PackedTable& table = *lines.table;
    const double margin = widest(*lines.style, canvas) / 2 + 1;
    collectItems(lines, margin);
    const auto [grid, box] = sight(table, margin);
    for (auto& found : m_found) { // items become runs
        std::vector<std::uint32_t> runs;
        for (const std::uint32_t item : found) {
            for (std::uint32_t run = table.itemRuns[item]; run < table.itemRuns[item + 1]; ++run) {
                if (table.runBoxes[run].intersects(box))
                    runs.push_back(run);
            }
        }
        found.swap(runs);
    }
    // Casings of all classes before lines, so that junctions stay open.
    for (const bool casing : {true, false}) {
        for (std::size_t i = lines.drawn.size(); i-- > 0;) {
            for (const Stroke& stroke : lines.style->classes[i].symbol.strokes) {
                if (stroke.inside || m_found[i].empty() || (casing && !stroke.casing))
                    continue;
                const double width = canvas.mm(casing ? stroke.casingWidth : stroke.width);
                const Pen pen{static_cast<float>(width / 2),
                              casing ? std::vector<double>() : dashOf(stroke, canvas)};
                for (const std::uint32_t run : m_found[i])
                    addStroke(lines, grid, run, pen);
                blendStroke(pixelOf(qcolor(casing ? *stroke.casing : stroke.colour)));
            }
        }
    }
}

} // namespace guatu::render
