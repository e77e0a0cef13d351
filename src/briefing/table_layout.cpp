// SPDX-License-Identifier: MIT
#include "briefing/table_layout.h"

#include "briefing/page_font.h"
#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guatu::briefing
{
namespace
{

constexpr Colour cleared{0x1A, 0x96, 0x41, 255}, uncleared{0xD7, 0x19, 0x1C, 255},
    unknownColour{0xBD, 0xBD, 0xBD, 255};
constexpr std::string_view bar = "bar", blank = "blank";

/// One column of the sheet: of the table, or made here.
struct SetColumn {
    std::string key;
    std::size_t index = 0; ///< in the table; not of bar and blank
    bool isFigure = false;

    [[nodiscard]] bool isMade() const { return key == bar || key.starts_with(blank); }
};

std::vector<SetColumn> chosen(const Table& table, const TableWish& wish)
{
    std::vector<SetColumn> columns;
    const auto& all = table.columns();
    if (wish.columns.empty()) {
        for (std::size_t i = 0; i < all.size(); ++i)
            columns.push_back({all[i].key, i, isFigure(all[i].kind)});
        return columns;
    }
    for (const std::string& key : wish.columns) {
        if (key == bar || key.starts_with(blank)) {
            columns.push_back({key});
            continue;
        }
        const auto found = std::ranges::find(all, key, &TableColumn::key);
        if (found == all.end())
            throw inputError({"briefing.no_column", {{"table", table.key()}, {"column", key}}});
        columns.push_back(
            {key, static_cast<std::size_t>(found - all.begin()), isFigure(found->kind)});
    }
    return columns;
}

double countIn(const Table& table, const Table::Row& row, std::string_view key)
{
    const auto* count = std::get_if<std::int64_t>(&row[table.column(key)]);
    return count == nullptr ? 0 : static_cast<double>(*count);
}

TableCellBlock cellOf(const Table& table, const Table::Row& row, const SetColumn& column,
                      Language language)
{
    if (column.key == bar)
        return {{},
                {{countIn(table, row, "cleared_households"), cleared},
                 {countIn(table, row, "uncleared_households"), uncleared},
                 {countIn(table, row, "unknown_households"), unknownColour}}};
    if (column.isMade())
        return {};
    std::string words = shown(row[column.index], table.columns()[column.index], language);
    // The sign stands in the column's title.
    if (table.columns()[column.index].kind == ColumnKind::Percent)
        while (!words.empty() &&
               (words.ends_with("%") || words.ends_with(" ") || words.ends_with("\u2009")))
            words.resize(words.size() - (words.ends_with("\u2009") ? 3 : 1));
    if (column.isFigure && words == "0")
        words = "–";
    return {words};
}

TableRowBlock rowOf(const Table& table, const Table::Row& row, int depth,
                    const std::vector<SetColumn>& columns, Language language)
{
    TableRowBlock block;
    block.depth = depth;
    for (const SetColumn& column : columns)
        block.cells.push_back(cellOf(table, row, column, language));
    return block;
}

/// Sizes of a table at a size of text.
class Setting
{
public:
    Setting(TableBlock& block, const std::vector<SetColumn>& columns, const TableWish& wish)
        : m_block(block), m_columns(columns), m_wish(wish)
    {
    }

    [[nodiscard]] double padding() const { return 2.4 * m_wish.enlarge; }

    /// The width that a column needs so that nothing is wrapped, and so that numbers are not cut.
    [[nodiscard]] std::pair<double, double> widths(std::size_t i, double points) const
    {
        const SetColumn& column = m_columns[i];
        if (column.key == bar)
            return {30 * m_wish.enlarge, 22 * m_wish.enlarge};
        if (column.isMade())
            return {26 * m_wish.enlarge, 14 * m_wish.enlarge};
        double most = 0;
        for (const TableRowBlock& row : m_block.rows)
            most =
                std::max(most, widthOf(row.cells[i].text, bodyStyle(points, row)) + indent(i, row));
        // Titles stand on up to three lines.
        const double title = widthOf(m_titles[i], headStyle(points));
        const double natural = std::max(most, std::max(title / 2.6, points * mmPerPoint * 2.1));
        const double least = column.isFigure ? natural : std::min(natural, 9 * points * mmPerPoint);
        return {natural + padding(), least + padding()};
    }

    /// Sets widths and titles; false where not even the least widths fit.
    bool fit(double points, double width)
    {
        std::vector<double> natural, least;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto [wanted, needed] = widths(i, points);
            natural.push_back(wanted);
            least.push_back(needed);
        }
        const double wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
        const double needed = std::accumulate(least.begin(), least.end(), 0.0);
        if (needed > width)
            return false;
        // Between the least and the natural widths, else the rest is shared out.
        const double share =
            wanted <= needed ? 0 : std::min(1.0, (width - needed) / (wanted - needed));
        const double rest = std::max(0.0, width - wanted) / static_cast<double>(natural.size());
        for (std::size_t i = 0; i < natural.size(); ++i)
            m_block.columns[i].width = least[i] + share * (natural[i] - least[i]) + rest;
        m_isWhole = share >= 1 || wanted <= width;
        return true;
    }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    /// Wraps texts and says how high rows are.
    void finish(double points)
    {
        m_block.points = points;
        const double line = points * mmPerPoint * 1.3;
        std::size_t most = 1;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            auto& title = m_block.columns[i].title;
            title = titleLines(i, points);
            most = std::max(most, title.size());
            m_block.columns[i].align = m_columns[i].isFigure ? Align::Right : Align::Left;
        }
        m_block.headerHeight = line * static_cast<double>(most) + 1.6 * m_wish.enlarge;
        m_block.titleHeight = m_block.title.empty() ? 0 : 8 * m_wish.enlarge;
        m_block.noteHeight = 7.5 * m_wish.enlarge * mmPerPoint * 1.6;
        for (TableRowBlock& row : m_block.rows) {
            std::size_t lines = 1;
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                lines = std::max(lines, wrapCell(i, row, points));
            row.height = line * static_cast<double>(lines) + 1.5 * m_wish.enlarge;
        }
    }

    std::vector<std::string> m_titles;

private:
    [[nodiscard]] TextStyle bodyStyle(double points, const TableRowBlock& row) const
    {
        return {points, true, row.bold};
    }
    [[nodiscard]] TextStyle headStyle(double points) const { return {points * 0.92}; }
    [[nodiscard]] double indent(std::size_t i, const TableRowBlock& row) const
    {
        return i == 0 ? row.depth * 3.0 * m_wish.enlarge : 0;
    }

    /// As even as they can be.
    [[nodiscard]] std::vector<std::string> titleLines(std::size_t i, double points) const
    {
        const double room = m_block.columns[i].width - padding() + 1e-6;
        const TextStyle style = headStyle(points);
        const double whole = widthOf(m_titles[i], style);
        for (int lines = 1; lines <= 4; ++lines)
            if (const double even = std::min(room, whole / lines + points * mmPerPoint * 0.6);
                even * lines >= whole * 0.98) {
                auto set = wrapped(m_titles[i], style, lines == 1 ? room : even);
                if (static_cast<int>(set.size()) <= lines)
                    return set;
            }
        return wrapped(m_titles[i], style, room);
    }

    std::size_t wrapCell(std::size_t i, TableRowBlock& row, double points) const
    {
        std::string& words = row.cells[i].text;
        const TextStyle style = bodyStyle(points, row);
        const double room = m_block.columns[i].width - padding() - indent(i, row) + 1e-6;
        if (words.empty() || widthOf(words, style) <= room)
            return 1;
        std::string joined;
        const auto lines = wrapped(words, style, room);
        for (const std::string& line : lines)
            joined += (joined.empty() ? "" : "\n") + line;
        words = joined;
        return lines.size();
    }

    TableBlock& m_block;
    const std::vector<SetColumn>& m_columns;
    const TableWish& m_wish;
    bool m_isWhole = true;
};

std::string titleOf(const Table& table, const SetColumn& column, Language language)
{
    if (column.key == bar)
        return text("briefing.column.bar", language);
    if (column.isMade())
        return text("briefing.column.blank", language);
    const TableColumn& of = table.columns()[column.index];
    std::string title = of.title.in(language);
    if (of.kind == ColumnKind::Percent && title.find('%') == std::string::npos)
        title += " %";
    return title;
}

} // namespace

TableBlock setTable(const Table& table, const TableWish& wish, double width, Language language)
{
    const std::vector<SetColumn> columns = chosen(table, wish);
    TableBlock block;
    block.key = table.key();
    block.title = wish.title;
    block.ruledCells = wish.hasRules;
    block.columns.resize(columns.size());
    for (std::size_t row = 0; row < table.size(); ++row)
        block.rows.push_back(rowOf(table, table.row(row), table.depth(row), columns, language));
    if (table.size() == 0) {
        TableRowBlock none;
        none.cells.resize(columns.size());
        none.cells.front().text = text("briefing.no_rows", language);
        block.rows.push_back(std::move(none));
    } else if (table.total()) {
        block.rows.push_back(rowOf(table, *table.total(), 0, columns, language));
        block.rows.back().bold = block.rows.back().isTotal = true;
        // The word for the total may stand in a column that is not shown.
        if (std::string& first = block.rows.back().cells.front().text; first.empty())
            first = text("table.total", language);
    }
    Setting setting(block, columns, wish);
    for (const SetColumn& column : columns)
        setting.m_titles.push_back(titleOf(table, column, language));
    const double least = 7 * std::min(1.0, wish.enlarge);
    double points = wish.points * wish.enlarge;
    bool fits = setting.fit(points, width);
    while ((!fits || !setting.isWhole()) &&
           points > std::max(least, wish.points * wish.enlarge * 0.85)) {
        points = std::max(least, points - 0.25);
        fits = setting.fit(points, width);
    }
    while (!fits && points > least) {
        points = std::max(least, points - 0.25);
        fits = setting.fit(points, width);
    }
    if (!fits)
        throw inputError(
            {"briefing.table_too_wide",
             {{"table", table.title().in(language)}, {"columns", std::to_string(columns.size())}}});
    setting.finish(points);
    return block;
}

std::vector<RectMm> rowBoxes(const TableBlock& table)
{
    double width = 0;
    for (const TableColumnLayout& column : table.columns)
        width += column.width;
    std::vector<RectMm> boxes;
    double y = table.box.y + (table.title.empty() ? 0 : table.titleHeight) + table.headerHeight;
    for (const TableRowBlock& row : table.rows) {
        boxes.push_back({table.box.x, y, width, row.height});
        y += row.height;
    }
    return boxes;
}

double heightOf(const TableBlock& table)
{
    double height = table.titleHeight + table.headerHeight;
    for (const TableRowBlock& row : table.rows)
        height += row.height;
    return height + table.noteHeight * static_cast<double>(table.notes.size());
}

std::vector<TableBlock> flowed(const TableBlock& whole, const RectMm& first, const RectMm& next,
                               Language language)
{
    TableBlock empty = whole;
    empty.rows.clear();
    empty.notes.clear();
    const double notes = whole.noteHeight * static_cast<double>(whole.notes.size());
    std::vector<TableBlock> parts;
    const auto begin = [&] {
        parts.push_back(empty);
        parts.back().box = parts.size() == 1 ? first : next;
        if (parts.size() > 1)
            parts.back().title = text({"briefing.continued", {{"title", whole.title}}}, language);
    };
    begin();
    for (std::size_t i = 0; i < whole.rows.size(); ++i) {
        const TableRowBlock& row = whole.rows[i];
        // A total is never alone on a page, and the notes stand below it.
        double needed = row.height;
        const bool beforeLast = i + 2 == whole.rows.size() && whole.rows.back().isTotal;
        if (beforeLast)
            needed += whole.rows.back().height;
        if (beforeLast || i + 1 == whole.rows.size())
            needed += notes;
        const bool isFull = heightOf(parts.back()) + needed > parts.back().box.height + 1e-6;
        if (isFull && !parts.back().rows.empty())
            begin();
        else if (isFull && parts.size() == 1 && next.height > first.height)
            begin();
        parts.back().rows.push_back(row);
    }
    parts.back().notes = whole.notes;
    return parts;
}

} // namespace guatu::briefing
