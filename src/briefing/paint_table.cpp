// SPDX-License-Identifier: MIT
#include "briefing/sheet_painter.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu::briefing
{
namespace
{

const QColor ink(27, 36, 48), hairline(0xC9, 0xD0, 0xD8);
constexpr Colour inkColour{27, 36, 48, 255}, quietColour{86, 97, 110, 255};

class TablePainter
{
public:
    TablePainter(SheetPainter& sheet, const TableBlock& table) : m_sheet(sheet), m_table(table)
    {
        m_width = 0;
        for (const TableColumnLayout& column : table.columns)
            m_width += column.width;
    }

    void run()
    {
        double y = m_table.box.y;
        if (!m_table.title.empty()) {
            m_sheet.text(m_table.box.x, y + m_table.titleHeight * 0.62, m_table.title,
                         {m_table.points * 1.3, false, true, inkColour});
            y += m_table.titleHeight;
        }
        header(y);
        y += m_table.headerHeight;
        m_sheet.line(m_table.box.x, y, m_table.box.x + m_width, y, ink, 0.35);
        for (const TableRowBlock& row : m_table.rows) {
            paintRow(row, y);
            y += row.height;
        }
        m_sheet.line(m_table.box.x, y, m_table.box.x + m_width, y, ink, 0.35);
        notes(y);
    }

private:
    [[nodiscard]] double padding() const { return 1.2 * m_table.points / 9; }

    void words(const std::string& lines, const TableColumnLayout& column, double x, double y,
               double height, const TextStyle& style)
    {
        const double step = style.points * mmPerPoint * 1.3;
        const std::vector<std::string_view> all = split(lines, '\n');
        double baseline = y + height / 2 - step * (static_cast<double>(all.size()) - 1) / 2 +
                          style.points * mmPerPoint * 0.38;
        for (const std::string_view line : all) {
            const double at = column.align == Align::Right    ? x + column.width - padding()
                              : column.align == Align::Centre ? x + column.width / 2
                                                              : x + padding();
            m_sheet.text(at, baseline, std::string(line), style, column.align);
            baseline += step;
        }
    }

    void header(double y)
    {
        const TextStyle style{m_table.points * 0.92, false, false, inkColour};
        const double step = style.points * mmPerPoint * 1.3;
        double x = m_table.box.x;
        for (const TableColumnLayout& column : m_table.columns) {
            const double height = step * static_cast<double>(column.title.size());
            std::string lines;
            for (const std::string& line : column.title)
                lines += (lines.empty() ? "" : "\n") + line;
            // Titles stand on the rule.
            words(lines, column, x, y + m_table.headerHeight - height - 0.6, height, style);
            x += column.width;
        }
    }

    void paintRow(const TableRowBlock& row, double y)
    {
        const TextStyle style{m_table.points, true, row.bold || row.isTotal, inkColour};
        m_sheet.line(m_table.box.x, y, m_table.box.x + m_width, y, row.isTotal ? ink : hairline,
                     row.isTotal ? 0.35 : 0.12);
        double x = m_table.box.x;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const TableColumnLayout& column = m_table.columns[i];
            const TableCellBlock& cell = row.cells[i];
            const double indent = i == 0 ? row.depth * 3.0 * m_table.points / 9 : 0;
            if (!cell.bar.empty())
                paintShares(m_sheet,
                            {x + padding(), y + row.height / 2 - m_table.points * mmPerPoint * 0.36,
                             column.width - 2 * padding(), m_table.points * mmPerPoint * 0.72},
                            cell.bar);
            else
                words(cell.text, column, x + indent, y, row.height, style);
            if (m_table.ruledCells && i > 0)
                m_sheet.line(x, y, x, y + row.height, hairline, 0.12);
            x += column.width;
        }
    }

    void notes(double y)
    {
        const TextStyle style{m_table.noteHeight / mmPerPoint / 1.6, true, false, quietColour};
        for (const std::string& note : m_table.notes) {
            m_sheet.text(m_table.box.x, y + m_table.noteHeight * 0.78, note, style);
            y += m_table.noteHeight;
        }
    }

    SheetPainter& m_sheet;
    const TableBlock& m_table;
    double m_width;
};

/// What tells states apart without colours.
void paintPattern(SheetPainter& sheet, const RectMm& box, std::size_t part)
{
    QPainter& painter = sheet.painter();
    const double step = 1.6;
    painter.save();
    painter.setClipRect(sheet.rect(box), Qt::IntersectClip);
    const double y = box.y + box.height / 2;
    if (part == 1) { // crosses
        painter.setPen(QPen(QColor(255, 255, 255, 220), sheet.px(0.18)));
        for (double x = box.x + step / 2; x < box.right(); x += step) {
            painter.drawLine(sheet.at(x - 0.35, y - 0.35), sheet.at(x + 0.35, y + 0.35));
            painter.drawLine(sheet.at(x - 0.35, y + 0.35), sheet.at(x + 0.35, y - 0.35));
        }
    } else if (part == 2) { // dots
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x5B, 0x5B, 0x5B));
        for (double x = box.x + step / 4; x < box.right(); x += step / 2)
            painter.drawEllipse(sheet.at(x, y), sheet.px(0.16), sheet.px(0.16));
    }
    painter.restore();
}

} // namespace

void paintShares(SheetPainter& sheet, const RectMm& box, const std::vector<BarPart>& parts)
{
    double whole = 0;
    for (const BarPart& part : parts)
        whole += part.value;
    double x = box.x;
    for (std::size_t i = 0; whole > 0 && i < parts.size(); ++i) {
        const RectMm piece{x, box.y, box.width * parts[i].value / whole, box.height};
        if (parts[i].value <= 0)
            continue;
        sheet.fill(piece, qcolourOf(parts[i].colour));
        paintPattern(sheet, piece, i);
        x += piece.width;
    }
    sheet.frame(box, QColor(0x8A, 0x94, 0x9E), 0.12);
}

void paintBlock(SheetPainter& sheet, const Page&, const TableBlock& block)
{
    TablePainter(sheet, block).run();
}

void paintBlock(SheetPainter& sheet, const Page&, const ChartBlock& block)
{
    const TextStyle style{block.points, false, false, inkColour};
    const double line = block.points * mmPerPoint;
    double y = block.box.y;
    if (!block.title.empty()) {
        sheet.text(block.box.x, y + line * 1.4, block.title,
                   {block.points * 1.3, false, true, inkColour});
        y += line * 2.4;
    }
    double names = 0;
    double numbers = 0;
    for (const ChartBlock::Bar& bar : block.bars) {
        names = std::max(names, widthOf(bar.name, style));
        numbers = std::max(numbers, widthOf(bar.number, style));
    }
    const double left = block.box.x + names + line;
    const double width = block.box.right() - numbers - line - left;
    const double step =
        std::min((block.box.bottom() - line * 2 - y) /
                     static_cast<double>(std::max<std::size_t>(1, block.bars.size())),
                 line * 2.2);
    for (const ChartBlock::Bar& bar : block.bars) {
        const double baseline = y + step / 2 + line * 0.38;
        sheet.text(left - line / 2, baseline, bar.name, style, Align::Right);
        paintShares(sheet, {left, y + step * 0.2, width, step * 0.6}, bar.parts);
        sheet.text(block.box.right(), baseline, bar.number, style, Align::Right);
        y += step;
    }
    double x = left;
    for (std::size_t i = 0; i < block.key.size(); ++i) {
        const RectMm swatch{x, y + line * 0.6, line * 1.6, line * 0.8};
        sheet.fill(swatch, qcolourOf(block.key[i].second));
        paintPattern(sheet, swatch, i);
        x += line * 2;
        sheet.text(x, y + line * 1.4, block.key[i].first, style);
        x += widthOf(block.key[i].first, style) + line * 1.5;
    }
}

} // namespace guatu::briefing
