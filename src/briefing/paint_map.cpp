// SPDX-License-Identifier: MIT
#include "briefing/map_frame.h"
#include "briefing/sheet_painter.h"
#include "core/error.h"
#include "core/text.h"
#include "render/map_grid.h"
#include "render/vector_map.h"

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

const QColor ink(27, 36, 48), panelEdge(0xC9, 0xCF, 0xD6);
constexpr Colour inkColour{27, 36, 48, 255}, gridColour{0x5C, 0x55, 0x4A, 255},
    graticuleColour{0x2E, 0x5A, 0x7C, 255};
constexpr double leastSpaceCss = 130; // between grid lines, as on the map itself

/// From the plane into the frame, mm.
struct OnFrame {
    const MapBlock& map;
    RectMm inner = map.inner();

    [[nodiscard]] QPointF at(Point p) const
    {
        return {inner.x + inner.width / 2 + (p.x - map.center.x) / map.metresPerMm,
                inner.y + inner.height / 2 - (p.y - map.center.y) / map.metresPerMm};
    }
    [[nodiscard]] Box extent() const
    {
        const double w = inner.width / 2 * map.metresPerMm;
        const double h = inner.height / 2 * map.metresPerMm;
        return {map.center.x - w, map.center.y - h, map.center.x + w, map.center.y + h};
    }
};

/// Where a line crosses an edge of the frame: x for upper and lower ones, y for the sides.
std::optional<double> crossing(const OnFrame& frame, const render::GridLine& line, bool upright,
                               double edge)
{
    for (std::size_t i = 1; i < line.path.size(); ++i) {
        if (!line.path[i - 1].valid() || !line.path[i].valid())
            continue;
        const QPointF a = frame.at(line.path[i - 1]);
        const QPointF b = frame.at(line.path[i]);
        const double from = upright ? a.y() : a.x();
        const double to = upright ? b.y() : b.x();
        if ((from - edge) * (to - edge) > 0 || from == to)
            continue;
        const double t = (edge - from) / (to - from);
        return upright ? a.x() + t * (b.x() - a.x()) : a.y() + t * (b.y() - a.y());
    }
    return {};
}

/// Numbers of the kilometre grid below and at the left, of the graticule above and at the right.
class Rim
{
public:
    Rim(SheetPainter& sheet, const MapBlock& map) : m_sheet(sheet), m_map(map), m_frame{map} {}

    void run()
    {
        const RectMm inner = m_map.inner();
        const double least = leastSpaceCss * 25.4 / 96 * m_map.enlarge * m_map.metresPerMm;
        const Box extent = m_frame.extent();
        if (m_map.scene->kilometreGrid)
            for (const render::GridLine& line :
                 render::kilometreGrid(extent.grown(m_map.metresPerMm), least))
                mark(line, line.northward ? inner.bottom() : inner.x, line.northward ? 1 : -1,
                     gridColour);
        if (m_map.scene->graticule)
            for (const render::GridLine& line :
                 render::graticule(extent.grown(m_map.metresPerMm), m_map.scene->crs, least))
                mark(line, line.northward ? inner.y : inner.right(), line.northward ? -1 : 1,
                     graticuleColour);
    }

private:
    void mark(const render::GridLine& line, double edge, double outward, const Colour& colour)
    {
        const auto place = crossing(m_frame, line, line.northward, edge);
        const RectMm inner = m_map.inner();
        const double room = line.northward ? inner.width : inner.height;
        const double start = line.northward ? inner.x : inner.y;
        const TextStyle style{7 * m_map.enlarge, false, false, colour};
        const double width = widthOf(line.label, style);
        if (!place || *place < start + width / 2 || *place > start + room - width / 2)
            return;
        const double tick = 1.2 * m_map.enlarge;
        const double rim = m_map.rim;
        const double em = style.points * mmPerPoint;
        if (line.northward) {
            m_sheet.line(*place, edge, *place, edge + outward * tick, qcolourOf(colour), 0.15);
            const double middle = edge + outward * (tick + (rim - tick) / 2);
            m_sheet.text(*place, middle + em * 0.37, line.label, style, Align::Centre);
            return;
        }
        m_sheet.line(edge, *place, edge + outward * tick, *place, qcolourOf(colour), 0.15);
        QPainter& painter = m_sheet.painter();
        painter.save();
        painter.translate(m_sheet.at(edge + outward * (tick + (rim - tick) / 2), *place));
        painter.rotate(-90);
        m_sheet.text(0, em * 0.37, line.label, style, Align::Centre);
        painter.restore();
    }

    SheetPainter& m_sheet;
    const MapBlock& m_map;
    OnFrame m_frame;
};

void paintPanelBox(SheetPainter& sheet, const RectMm& box)
{
    sheet.fill(box, Qt::white);
    sheet.frame(box, panelEdge, 0.15);
}

void paintScale(SheetPainter& sheet, const MapBlock& map, const RectMm& box)
{
    const double k = map.enlarge;
    paintPanelBox(sheet, box);
    const TextStyle bold{9 * k, false, true, inkColour};
    const TextStyle small{7 * k, false, false, inkColour};
    const double left = box.x + 3 * k;
    sheet.text(left, box.y + 4 * k, "1:" + withThousands(std::llround(map.scaleDenominator)), bold);
    const render::ScaleBar bar = barOf(map);
    const double top = box.y + 8.6 * k;
    const double height = 1.2 * k;
    const double step = bar.pixels / bar.divisions;
    for (int i = 0; i < bar.divisions; ++i) {
        const RectMm piece{left + i * step, top, step, height};
        sheet.fill(piece, i % 2 == 0 ? ink : QColor(Qt::white));
        sheet.frame(piece, ink, 0.15 * k);
    }
    const bool isShort = bar.metres < 1000;
    const double whole = isShort ? bar.metres : bar.metres / 1000;
    const Language language = map.scene->language;
    const std::string number = QString::number(whole, 'g', 4).toStdString();
    sheet.text(left, top - 0.8 * k, "0", small, Align::Centre);
    sheet.text(left + bar.pixels, top - 0.8 * k, number, small, Align::Centre);
    sheet.text(left + bar.pixels + widthOf(number, small) / 2 + 0.7 * k, top - 0.8 * k,
               text(isShort ? "render.metres" : "render.kilometres", language), small);
}

void paintNorth(SheetPainter& sheet, const MapBlock& map, const RectMm& box)
{
    const double k = map.enlarge;
    paintPanelBox(sheet, box);
    QPainter& painter = sheet.painter();
    const double middle = box.x + box.width / 2;
    const double top = box.y + 1.5 * k;
    const double low = box.y + 9.5 * k;
    const double notch = box.y + 7.6 * k;
    painter.setPen(QPen(ink, sheet.px(0.15 * k), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(ink);
    painter.drawPolygon(
        QPolygonF{sheet.at(middle, top), sheet.at(middle - 2 * k, low), sheet.at(middle, notch)});
    painter.setBrush(Qt::white);
    painter.drawPolygon(
        QPolygonF{sheet.at(middle, top), sheet.at(middle + 2 * k, low), sheet.at(middle, notch)});
    sheet.text(middle, box.y + 14 * k, text("briefing.north", map.scene->language),
               {9 * k, false, true, inkColour}, Align::Centre);
}

void paintCaption(SheetPainter& sheet, const MapBlock& map)
{
    const double k = map.enlarge;
    const TextStyle style{11 * k, false, true, inkColour};
    const RectMm inner = map.inner();
    const RectMm box{inner.x + 2.5 * k, inner.y + 2.5 * k, widthOf(map.caption, style) + 5 * k,
                     7 * k};
    paintPanelBox(sheet, box);
    sheet.text(box.x + 2.5 * k, box.y + 3.5 * k + style.points * mmPerPoint * 0.38, map.caption,
               style);
}

void collect(SheetPainter& sheet, const render::MapPicture& picture)
{
    if (!picture.complete)
        throw Cancelled{};
    for (const render::PlacedLabel& label : picture.labels)
        sheet.painted().texts.push_back(label.text);
    sheet.painted().unplacedLabels += picture.unplacedLabels;
}

void paintGround(SheetPainter& sheet, const MapBlock& map)
{
    QPainter& painter = sheet.painter();
    const RectMm inner = map.inner();
    const PaintOptions& options = sheet.options();
    if (options.mapsAsPictures) {
        const render::MapView view = viewAt(map, options.mapDpi);
        render::MapPicture picture = render::drawMap(*map.scene, view, options.stop);
        collect(sheet, picture);
        picture.image.setDevicePixelRatio(1);
        // Opaque, so that a document keeps one picture and no mask.
        const QImage opaque = std::move(picture.image).convertToFormat(QImage::Format_RGB32);
        if (std::abs(sheet.dpi() - options.mapDpi) < 1e-6) // pixel for pixel, nothing is blurred
            painter.drawImage(sheet.at(inner.x, inner.y).toPoint(), opaque);
        else
            painter.drawImage(sheet.rect(inner), opaque);
        return;
    }
    const render::MapView view = viewAt(map, options.mapDpi);
    painter.save();
    painter.setClipRect(sheet.rect(inner), Qt::IntersectClip);
    painter.translate(sheet.at(inner.x, inner.y).toPoint()); // see pdfDpi
    const double k = sheet.dpi() / options.mapDpi;
    painter.scale(k, k);
    const render::MapPicture picture =
        render::paintVectorMap(painter, *map.scene, view, {options.mostVectorPoints}, options.stop);
    painter.restore();
    collect(sheet, picture);
}

} // namespace

QImage mapPicture(const MapBlock& map, double dpi, std::stop_token stop)
{
    render::MapPicture picture = render::drawMap(*map.scene, viewAt(map, dpi), std::move(stop));
    if (!picture.complete)
        throw Cancelled{};
    picture.image.setDevicePixelRatio(1);
    return std::move(picture.image);
}

void paintBlock(SheetPainter& sheet, const Page&, const MapBlock& block)
{
    paintGround(sheet, block);
    if (block.rim > 0)
        Rim(sheet, block).run();
    const MapPanels panels = panelsOf(block);
    if (block.scaleBar)
        paintScale(sheet, block, panels.scale);
    if (block.north)
        paintNorth(sheet, block, panels.north);
    if (!block.caption.empty())
        paintCaption(sheet, block);
    sheet.frame(block.inner(), ink, 0.2);
    if (block.rim > 0)
        sheet.frame(block.box, ink, 0.5);
}

void paintBlock(SheetPainter& sheet, const Page&, const LegendBlock& block)
{
    using Kind = LegendBlock::Line::Kind;
    QPainter& painter = sheet.painter();
    const TextStyle body{block.points, false, false, {60, 71, 83, 255}};
    const double gap = 2 * block.enlarge;
    if (!block.title.empty())
        sheet.text(block.box.x, block.box.y + block.titleHeight * 0.62, block.title,
                   {block.points * 1.3, false, true, inkColour});
    const double pixelRatio = 300.0 / 96 * block.enlarge;
    const double cssMm = 25.4 / 96 * block.enlarge;
    for (const LegendBlock::Column& column : block.columns) {
        double y = block.box.y + block.titleHeight;
        const double x = block.box.x + column.x;
        for (const LegendBlock::Line& line : column.lines) {
            const double middle = y + line.height / 2;
            y += line.height;
            if (!line.figure.isNull()) {
                const double k = 25.4 / LegendBlock::figureDpi;
                painter.drawImage(sheet.rect({x, middle - line.figure.height() * k / 2,
                                              line.figure.width() * k, line.figure.height() * k}),
                                  line.figure);
                continue;
            }
            const double baseline = middle + block.points * mmPerPoint * 0.38;
            TextStyle style = body;
            style.bold = line.kind == Kind::Heading;
            if (style.bold)
                style.colour = inkColour;
            if (line.kind == Kind::Class) {
                const int width = static_cast<int>(block.swatchWidth / cssMm);
                const int height = static_cast<int>(std::lround(line.swatchHeight / cssMm));
                QImage swatch = render::legendSwatch(*block.scene->definition, line.layer,
                                                     line.styleClass, width, height, pixelRatio);
                swatch.setDevicePixelRatio(1);
                painter.drawImage(
                    sheet.rect({x, middle - height * cssMm / 2, width * cssMm, height * cssMm}),
                    swatch);
            }
            sheet.text(line.kind == Kind::Heading ? x : x + block.swatchWidth + gap, baseline,
                       line.text, style);
            if (!line.count.empty())
                sheet.text(x + column.width, baseline, line.count, style, Align::Right);
        }
    }
}

} // namespace guatu::briefing
