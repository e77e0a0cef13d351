// SPDX-License-Identifier: MIT
#include "exchange/table_writer.h"

#include <fmt/format.h>

#include <array>

namespace guatu::exchange
{
namespace
{

/// What spreadsheets take for the beginning of a formula, also in full width.
constexpr std::array<std::string_view, 10> formulaStarts{"=",  "+",  "-",  "@",  "\t",
                                                         "\r", "＝", "＋", "－", "＠"};

std::string guarded(const std::string& text)
{
    for (const std::string_view start : formulaStarts)
        if (text.size() > start.size() && text.starts_with(start))
            return "'" + text;
    return text;
}

std::string quoted(const std::string& cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

struct CsvCell {
    const TableColumn& column;
    Language language;

    std::string operator()(Blank) const { return {}; }
    std::string operator()(Unknown) const { return {}; }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(double value) const
    {
        return fmt::format("{:.{}f}", value, column.decimalsFor(value));
    }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(const std::string& text) const { return quoted(guarded(text)); }
    std::string operator()(const LocalText& text) const
    {
        return quoted(guarded(text.in(language)));
    }
    std::string operator()(const Word& word) const
    {
        return quoted(guarded(word.title.in(language)));
    }
};

void addLine(std::string& csv, const Table& table, const Table::Row& row, Language language)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        csv += i == 0 ? "" : ",";
        csv += std::visit(CsvCell{table.columns()[i], language}, row[i]);
    }
    csv += "\r\n";
}

} // namespace

std::string csvOf(const Table& table, Language language)
{
    std::string csv = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const TableColumn& column = table.columns()[i];
        const char* unit = column.kind == ColumnKind::Percent ? " (%)" : "";
        csv += (i == 0 ? "" : ",") + quoted(guarded(column.title.in(language) + unit));
    }
    csv += "\r\n";
    for (std::size_t row = 0; row < table.size(); ++row)
        addLine(csv, table, table.row(row), language);
    if (table.total())
        addLine(csv, table, *table.total(), language);
    return csv;
}

} // namespace guatu::exchange
