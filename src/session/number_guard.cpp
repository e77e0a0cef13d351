// SPDX-License-Identifier: MIT
#include "session/number_guard.h"

#include "core/error.h"
#include "core/text.h"

#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <tuple>

namespace guatu::session
{
namespace
{

constexpr double halfOfShown = 0.005;

std::optional<double> numberOf(const TableCell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*count);
    if (const auto* value = std::get_if<double>(&cell))
        return *value;
    if (std::holds_alternative<Unknown>(cell))
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

/// The words of a row that tell it from others of the same unit.
std::string qualifierOf(const Table& table, const Table::Row& row)
{
    std::string words;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const TableColumn& column = table.columns()[i];
        if (column.key == "code" || column.key == "name" || isFigure(column.kind))
            continue;
        if (const auto* word = std::get_if<Word>(&row[i]))
            words += "/" + word->code;
        else if (column.kind == ColumnKind::Text || column.kind == ColumnKind::Date)
            words += "/" + shown(row[i], column, Language::Chinese);
    }
    return words;
}

void addRow(std::vector<CheckedFigure>& figures, const Table& table, const Table::Row& row,
            const CheckedFigure& frame, Language language)
{
    const std::string qualifier = qualifierOf(table, row);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const TableColumn& column = table.columns()[i];
        const auto value = numberOf(row[i]);
        if (!isFigure(column.kind) || !value)
            continue;
        CheckedFigure figure = frame;
        figure.quantity = column.key + qualifier;
        figure.value = *value;
        figure.shown = shown(row[i], column, language);
        figure.place += " " + column.title.in(language);
        figures.push_back(std::move(figure));
    }
}

std::string unitCodeOf(const Table& table, const Table::Row& row)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        if (table.columns()[i].key == "code")
            if (const auto* code = std::get_if<std::string>(&row[i]))
                return *code;
    return {};
}

bool agree(double one, double other)
{
    if (std::isnan(one) || std::isnan(other))
        return std::isnan(one) && std::isnan(other);
    const bool whole = one == std::round(one) && other == std::round(other);
    return whole ? one == other : std::abs(one - other) <= halfOfShown;
}

} // namespace

std::vector<CheckedFigure> figuresOf(const Table& table, const std::string& unit, Date asOf,
                                     const std::string& place, Language language)
{
    std::vector<CheckedFigure> figures;
    const auto frame = [&](const std::string& code, const std::string& where) {
        return CheckedFigure{{}, code, asOf, 0, {}, where};
    };
    for (std::size_t row = 0; row < table.size(); ++row)
        if (const std::string code = unitCodeOf(table, table.row(row)); !code.empty())
            addRow(figures, table, table.row(row),
                   frame(code,
                         text({"guard.row", {{"place", place}, {"row", std::to_string(row + 1)}}},
                              language)),
                   language);
    if (table.total())
        addRow(figures, table, *table.total(),
               frame(unit, text({"guard.total", {{"place", place}}}, language)), language);
    return figures;
}

void requireAgreement(std::span<const CheckedFigure> figures)
{
    std::map<std::tuple<std::string, std::string, Date>, const CheckedFigure*> first;
    for (const CheckedFigure& figure : figures) {
        const auto [known, isNew] =
            first.try_emplace({figure.quantity, figure.unit, figure.asOf}, &figure);
        if (isNew || agree(known->second->value, figure.value))
            continue;
        throw inputError({"guard.clash",
                          {{"unit", figure.unit},
                           {"one", known->second->shown},
                           {"place", known->second->place},
                           {"other", figure.shown},
                           {"other_place", figure.place}}});
    }
}

void requireTotals(const Table& table, const std::string& place, Language language)
{
    if (!table.total())
        return;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const auto* total = std::get_if<std::int64_t>(&(*table.total())[i]);
        if (table.columns()[i].kind != ColumnKind::Integer || total == nullptr)
            continue;
        std::int64_t sum = 0;
        bool known = true;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.depth(row) > 0)
                continue;
            const auto* count = std::get_if<std::int64_t>(&table.row(row)[i]);
            known = known && !std::holds_alternative<Unknown>(table.row(row)[i]);
            sum += count != nullptr ? *count : 0;
        }
        if (known && sum != *total)
            throw inputError({"guard.total_clash",
                              {{"place", place},
                               {"column", table.columns()[i].title.in(language)},
                               {"total", withThousands(*total)},
                               {"sum", withThousands(sum)}}});
    }
}

} // namespace guatu::session
