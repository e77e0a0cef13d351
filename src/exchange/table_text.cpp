// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "core/text_width.h"
#include "exchange/table_writer.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

/// The cells as texts, and how wide each column is.
struct Layout {
    std::vector<std::vector<std::string>> lines;
    std::vector<int> widths;
    std::vector<bool> flushRight;

    void add(std::vector<std::string> cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], textWidth(cells[i]));
        lines.push_back(std::move(cells));
    }
};

/// A cell stands on one line, whatever is in it.
std::string onOneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

std::vector<std::string> cellTexts(const Table& table, const Table::Row& row, int depth,
                                   Language language)
{
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        cells.push_back(onOneLine(shown(row[i], table.columns()[i], language)));
    if (!cells.empty())
        cells.front().insert(0, static_cast<std::size_t>(depth) * 2, ' ');
    return cells;
}

std::string line(const Layout& layout, const std::vector<std::string>& cells)
{
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto blanks = static_cast<std::size_t>(layout.widths[i] - textWidth(cells[i]));
        text += i == 0 ? "" : "  ";
        text += layout.flushRight[i] ? std::string(blanks, ' ') + cells[i]
                                     : cells[i] + std::string(blanks, ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string rule(const Layout& layout)
{
    std::string text;
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
        text += i == 0 ? "" : "  ";
        for (int cell = 0; cell < layout.widths[i]; ++cell)
            text += "─";
    }
    return text + "\n";
}

Layout layoutOf(const Table& table, Language language, std::size_t rows)
{
    Layout layout;
    layout.widths.assign(table.columns().size(), 0);
    std::vector<std::string> titles;
    for (const TableColumn& column : table.columns()) {
        layout.flushRight.push_back(isFigure(column.kind));
        titles.push_back(column.title.in(language));
    }
    layout.add(std::move(titles));
    for (std::size_t row = 0; row < rows; ++row)
        layout.add(cellTexts(table, table.row(row), table.depth(row), language));
    if (table.total())
        layout.add(cellTexts(table, *table.total(), 0, language));
    return layout;
}

} // namespace

std::string textOf(const Table& table, Language language, std::size_t limit)
{
    std::string text = table.title().in(language) + "\n";
    for (const LocalText& note : table.notes())
        text += note.in(language) + "\n";
    if (table.size() == 0)
        return text + guatu::text("table.no_rows", language) + "\n";
    const std::size_t rows = limit == 0 ? table.size() : std::min(limit, table.size());
    const Layout layout = layoutOf(table, language, rows);
    text += line(layout, layout.lines.front()) + rule(layout);
    for (std::size_t row = 1; row <= rows; ++row)
        text += line(layout, layout.lines[row]);
    if (rows < table.size())
        text +=
            guatu::text(
                Message{"table.more",
                        {{"count", withThousands(static_cast<long long>(table.size() - rows))}}},
                language) +
            "\n";
    if (table.total())
        text += rule(layout) + line(layout, layout.lines.back());
    return text;
}

} // namespace guatu::exchange
