// SPDX-License-Identifier: MIT
#include "briefing/comparison_table.h"

#include "session/tables/status_table.h"
#include "session/tables/table_parts.h"

#include <array>
#include <map>

namespace guatu::briefing
{
namespace
{

constexpr std::array<std::string_view, 4> compared{"remaining_households", "remaining_persons",
                                                   "cleared_households", "unknown_households"};

std::vector<TableColumn> columnsOf(const Table& status)
{
    std::vector<TableColumn> columns{status.columns()[status.column("code")],
                                     status.columns()[status.column("name")]};
    for (const std::string_view key : compared) {
        const TableColumn& column = status.columns()[status.column(key)];
        for (const auto& [suffix, title] :
             {std::pair{"before", "briefing.compare.before"},
              std::pair{"after", "briefing.compare.after"},
              std::pair{"difference", "briefing.compare.difference"}}) {
            TableColumn part = column;
            part.key += std::string("_") + suffix;
            part.title = {text(Message{title, {{"figure", column.title.zh}}}, Language::Chinese),
                          text(Message{title, {{"figure", column.title.en}}}, Language::English)};
            columns.push_back(std::move(part));
        }
    }
    return columns;
}

TableCell difference(const TableCell& before, const TableCell& after)
{
    const auto* from = std::get_if<std::int64_t>(&before);
    const auto* to = std::get_if<std::int64_t>(&after);
    if (from == nullptr || to == nullptr)
        return Unknown{};
    return *to - *from;
}

/// Cells of a row of the later day and, by the same code, of the earlier one; null: not there.
Table::Row cellsOf(const Table& after, const Table::Row& row, const Table& before,
                   const Table::Row* earlier)
{
    Table::Row cells{row[after.column("code")], row[after.column("name")]};
    for (const std::string_view key : compared) {
        const TableCell now = row[after.column(key)];
        const TableCell then =
            earlier == nullptr ? TableCell{Unknown{}} : (*earlier)[before.column(key)];
        cells.push_back(then);
        cells.push_back(now);
        cells.push_back(difference(then, now));
    }
    return cells;
}

} // namespace

Table comparisonTable(const session::WorkspaceView& before, const session::WorkspaceView& after,
                      RowIndex unit)
{
    const Table now = session::statusTable(after, unit);
    const RowIndex same =
        findUnit(before.snapshot.units, after.snapshot.units.code[static_cast<std::size_t>(unit)]);
    Table then("status", {}, now.columns());
    if (same != noRow)
        then = session::statusTable(before, same);
    const auto codeOf = [](const Table& table, std::size_t row) {
        const auto* code = std::get_if<std::string>(&table.cell(row, "code"));
        return code == nullptr ? std::string() : *code;
    };
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < then.size(); ++row)
        rows.emplace(codeOf(then, row), row);
    Table table("comparison", localText("briefing.table.comparison"), columnsOf(now));
    for (std::size_t row = 0; row < now.size(); ++row) {
        const auto found = rows.find(codeOf(now, row));
        table.addRow(cellsOf(now, now.row(row), then,
                             found == rows.end() ? nullptr : &then.row(found->second)));
    }
    if (now.total())
        table.setTotal(cellsOf(now, *now.total(), then, then.total() ? &*then.total() : nullptr));
    table.addNote(localText(
        Message{"briefing.compare.days",
                {{"before", before.snapshot.asOf.iso()}, {"after", after.snapshot.asOf.iso()}}}));
    return table;
}

} // namespace guatu::briefing
