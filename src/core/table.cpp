// SPDX-License-Identifier: MIT
#include "core/table.h"

#include "core/entity.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace guatu
{
namespace
{

/// A place has a name too, so of personal fields only those that nothing else is called by.
bool isPersonal(std::string_view key)
{
    if (key == "name")
        return false;
    return std::ranges::any_of(std::array{EntityKind::Household, EntityKind::Person},
                               [key](EntityKind kind) {
                                   const FieldDefinition* field = findField(kind, key);
                                   return field != nullptr && field->personal;
                               });
}

bool fits(const TableCell& cell, ColumnKind kind)
{
    if (std::holds_alternative<Blank>(cell) || std::holds_alternative<Unknown>(cell))
        return true;
    switch (kind) {
    case ColumnKind::Text:
        return std::holds_alternative<std::string>(cell) || std::holds_alternative<LocalText>(cell);
    case ColumnKind::Integer:
        return std::holds_alternative<std::int64_t>(cell);
    case ColumnKind::Decimal:
    case ColumnKind::Percent:
        return std::holds_alternative<double>(cell);
    case ColumnKind::Date:
        return std::holds_alternative<Date>(cell);
    case ColumnKind::Word:
        return std::holds_alternative<Word>(cell);
    }
    return false;
}

/// 1234.5 with two decimals as 1,234.50.
std::string decimalText(double value, int decimals)
{
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > 3; at -= 3)
        text.insert(at - 3, ",");
    const bool isZero = text.find_first_of("123456789") == std::string::npos;
    return value < 0 && !isZero ? "-" + text : text;
}

/// Gives each kind of cell its text.
struct ShowCell {
    const TableColumn& column;
    Language language;

    std::string operator()(Blank) const { return {}; }
    std::string operator()(Unknown) const { return text("table.unknown", language); }
    std::string operator()(std::int64_t count) const { return withThousands(count); }
    std::string operator()(double value) const
    {
        const std::string figure = decimalText(value, column.decimalsFor(value));
        return column.kind == ColumnKind::Percent ? figure + " %" : figure;
    }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const LocalText& text) const { return text.in(language); }
    std::string operator()(const Word& word) const { return word.title.in(language); }
};

} // namespace

int TableColumn::decimalsFor(double value) const
{
    return decimals != asNeeded ? decimals : value == std::round(value) ? 0 : 2;
}

Table::Table(std::string key, LocalText title, std::vector<TableColumn> columns)
    : m_key(std::move(key)), m_title(std::move(title)), m_columns(std::move(columns))
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (isPersonal(m_columns[i].key))
            throw std::logic_error("personal data in a table: " + m_columns[i].key);
        if (column(m_columns[i].key) != i)
            throw std::logic_error("two columns with one key: " + m_columns[i].key);
    }
}

void Table::check(const Row& cells) const
{
    if (cells.size() != m_columns.size())
        throw std::logic_error("a row of " + m_key + " lacks cells, or has too many");
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!fits(cells[i], m_columns[i].kind))
            throw std::logic_error("a cell of another kind in " + m_columns[i].key);
}

void Table::addRow(Row cells, int depth)
{
    check(cells);
    m_rows.push_back(std::move(cells));
    m_depths.push_back(depth);
    m_deepest = std::max(m_deepest, depth);
}

void Table::setTotal(Row cells)
{
    check(cells);
    m_total = std::move(cells);
}

void Table::setGeometry(GeometryColumn geometry)
{
    if (geometry.size() != m_rows.size())
        throw std::logic_error("places of " + m_key + " do not follow its rows");
    m_geometry = std::move(geometry);
}

std::size_t Table::column(std::string_view key) const
{
    const auto found = std::ranges::find(m_columns, key, &TableColumn::key);
    if (found == m_columns.end())
        throw std::logic_error(m_key + " has no column " + std::string(key));
    return static_cast<std::size_t>(found - m_columns.begin());
}

LocalText localText(const Message& message)
{
    return {text(message, Language::Chinese), text(message, Language::English)};
}

LocalText localText(std::string_view id)
{
    return {text(id, Language::Chinese), text(id, Language::English)};
}

std::string shown(const TableCell& cell, const TableColumn& column, Language language)
{
    return std::visit(ShowCell{column, language}, cell);
}

bool isFigure(ColumnKind kind)
{
    return kind == ColumnKind::Integer || kind == ColumnKind::Decimal ||
           kind == ColumnKind::Percent;
}

TableCell countCell(std::int64_t count)
{
    return count < 0 ? TableCell{Unknown{}} : TableCell{count};
}

TableCell figureCell(double value)
{
    return std::isnan(value) ? TableCell{Unknown{}} : TableCell{value};
}

TableCell dateCell(const std::optional<Date>& date)
{
    return date ? TableCell{*date} : TableCell{Unknown{}};
}

TableCell percentCell(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? TableCell{Blank{}}
                      : TableCell{100.0 * static_cast<double>(part) / static_cast<double>(whole)};
}

} // namespace guatu
