// SPDX-License-Identifier: MIT
#include "briefing/paint_page.h"

#include "briefing/sheet_painter.h"
#include "core/error.h"
#include "render/map_text.h"

#include <algorithm>

namespace guatu::briefing
{
namespace
{

const QColor ink(27, 36, 48), quiet(86, 97, 110), hairline(0xD3, 0xD9, 0xE0);

double heightOfText(const TextStyle& style)
{
    return style.points * mmPerPoint;
}

} // namespace

void SheetPainter::frame(const RectMm& box, const QColor& colour, double width)
{
    m_painter.setPen(QPen(colour, px(width), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect(box));
}

void SheetPainter::line(double x1, double y1, double x2, double y2, const QColor& colour,
                        double width)
{
    m_painter.setPen(QPen(colour, px(width), Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(at(x1, y1), at(x2, y2));
}

void SheetPainter::text(double x, double baseline, const std::string& words, const TextStyle& style)
{
    render::paintText(m_painter, at(x, baseline), QString::fromStdString(words),
                      pageFont(style, px(style.points * mmPerPoint)), qcolourOf(style.colour));
}

void SheetPainter::text(double x, double baseline, const std::string& words, const TextStyle& style,
                        Align align)
{
    const double width = align == Align::Left ? 0 : widthOf(words, style);
    text(align == Align::Right    ? x - width
         : align == Align::Centre ? x - width / 2
                                  : x,
         baseline, words, style);
}

void paintBlock(SheetPainter& sheet, const Page&, const TextBlock& block)
{
    for (const LaidLine& line : layOut(block.paragraphs, block.box.width, block.leading))
        for (const LaidPiece& piece : line.pieces)
            sheet.text(block.box.x + piece.x, block.box.y + line.baseline, piece.text, piece.style);
}

void paintBlock(SheetPainter& sheet, const Page&, const StampBlock& block)
{
    if (block.isFilled)
        sheet.fill(block.box, Qt::white);
    sheet.frame(block.box, qcolourOf(block.run.style.colour), block.isFilled ? 0.25 : 0.5);
    sheet.text(block.box.x + block.box.width / 2,
               block.box.y + block.box.height / 2 + heightOfText(block.run.style) * 0.38,
               block.run.text, block.run.style, Align::Centre);
}

void paintBlock(SheetPainter& sheet, const Page&, const FactsBlock& block)
{
    const TextStyle label{block.points, false, true};
    const TextStyle body{block.points, true, false, {60, 71, 83, 255}};
    double y = block.box.y;
    for (const auto& [name, words] : block.rows) {
        const double baseline = block.rowHeight / 2 + heightOfText(label) * 0.38;
        sheet.text(block.box.x, y + baseline, name, label);
        const auto lines = wrapped(words, body, block.box.width - block.labelWidth);
        for (const std::string& line : lines) {
            sheet.text(block.box.x + block.labelWidth, y + baseline, line, body);
            y += block.rowHeight;
        }
        if (lines.empty())
            y += block.rowHeight;
    }
}

void paintBlock(SheetPainter& sheet, const Page&, const FiguresBlock& block)
{
    const double k = block.points / 20;
    sheet.line(block.box.x, block.box.y, block.box.right(), block.box.y, ink, 0.4);
    sheet.line(block.box.x, block.box.bottom(), block.box.right(), block.box.bottom(), ink, 0.4);
    const TextStyle unit{block.points * 0.45, false, false, {86, 97, 110, 255}};
    const TextStyle caption{std::max(7.0, block.points * 0.4), false, false, {86, 97, 110, 255}};
    std::vector<double> widths;
    double used = 0;
    for (const FiguresBlock::Item& item : block.items) {
        double width = 0;
        for (const auto& [number, word] : item.numbers)
            width += widthOf(number, {block.points, false, true}) + widthOf(word, unit) +
                     block.points * mmPerPoint * 0.35;
        widths.push_back(std::max(width, widthOf(item.caption, caption)));
        used += widths.back();
    }
    const double gap =
        std::max(1.0, (block.box.width - used) /
                          static_cast<double>(std::max<std::size_t>(1, widths.size())));
    double x = block.box.x;
    // Numbers and captions share the height.
    const double baseline = block.box.y + block.box.height * 0.52;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const FiguresBlock::Item& item = block.items[i];
        if (i > 0)
            sheet.line(x - gap / 2, block.box.y + 1.5 * k, x - gap / 2,
                       block.box.bottom() - 1.5 * k, hairline, 0.25);
        double at = x;
        for (const auto& [number, word] : item.numbers) {
            const TextStyle large{block.points, false, true, item.colour};
            sheet.text(at, baseline, number, large);
            at += widthOf(number, large) + block.points * mmPerPoint * 0.12;
            sheet.text(at, baseline, word, unit);
            at += widthOf(word, unit) + block.points * mmPerPoint * 0.23;
        }
        sheet.text(x, block.box.y + block.box.height * 0.86, item.caption, caption);
        x += widths[i] + gap;
    }
}

void paintBlock(SheetPainter& sheet, const Page&, const PictureBlock& block)
{
    sheet.painter().drawImage(sheet.rect(block.box), block.image);
}

void paintBlock(SheetPainter& sheet, const Page& page, const InsetBlock& block)
{
    const MapBlock* map = page.map(block.of);
    if (map == nullptr)
        return;
    const RectMm inner = map->inner();
    render::MapView view;
    view.center = map->center;
    view.metresPerPixel = map->metresPerMm;
    view.width = static_cast<int>(inner.width);
    view.height = static_cast<int>(inner.height);
    render::paintLocator(sheet.painter(), sheet.rect(block.box), *block.locator, view,
                         sheet.px(25.4 / 96));
    sheet.frame(block.box, quiet, 0.2);
}

PaintedPage paintPage(QPainter& painter, const Page& page, double dpi, const PaintOptions& options)
{
    PaintedPage painted;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    SheetPainter sheet(painter, dpi, options, painted);
    for (const Block& block : page.blocks) {
        if (options.stop.stop_requested())
            throw Cancelled{};
        std::visit([&](const auto& each) { paintBlock(sheet, page, each); }, block);
    }
    return painted;
}

} // namespace guatu::briefing
