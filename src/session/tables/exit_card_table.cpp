// SPDX-License-Identifier: MIT
#include "session/tables/exit_card_table.h"

#include "campaign/criteria.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using campaign::Judgement;
using campaign::Reading;

std::vector<TableColumn> itemColumns()
{
    return {column("column.criterion", ColumnKind::Word),
            column("column.result", ColumnKind::Word),
            column("column.value"),
            column("column.required"),
            column("column.method", ColumnKind::Word),
            column("column.as_of", ColumnKind::Date),
            column("column.data_source"),
            column("column.bureau"),
            column("column.due", ColumnKind::Date)};
}

Word methodWord(Method method)
{
    switch (method) {
    case Method::Verified:
        return {"verified", localText("table.verified")};
    case Method::Reported:
        return {"reported", localText("table.reported")};
    case Method::Computed:
        break;
    }
    return {"computed", localText("table.computed")};
}

/// A figure without idle zeros: 99, 2.41.
std::string plain(double value)
{
    const TableColumn two{"", {}, ColumnKind::Decimal, 2};
    std::string text = shown(value, two, Language::English);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

TableCell valueCell(const Reading& reading)
{
    std::string value = reading.number ? plain(*reading.number) : reading.text;
    if (value.empty())
        value = reading.exemptReason;
    if (value.empty())
        return Blank{};
    if (!reading.estimated)
        return value;
    return localText(Message{"table.estimated", {{"value", value}}});
}

TableCell sourceCell(const WorkspaceView& view, const Reading& reading)
{
    return reading.dataset == noRow
               ? TableCell{Blank{}}
               : textCell(view.snapshot.datasets.name[static_cast<std::size_t>(reading.dataset)]);
}

TableCell optionalDate(const std::optional<Date>& date)
{
    return date ? TableCell{*date} : TableCell{Blank{}};
}

/// The cells of itemColumns() for one statement; without one nothing is recorded.
Table::Row itemCells(const WorkspaceView& view, const Judgement& judgement, const Reading* reading)
{
    const CriterionResult result = reading != nullptr ? reading->result : judgement.result;
    return {Word{judgement.id, judgement.title},
            wordCell(view.profile, "criterion_result", toString(result)),
            reading != nullptr ? valueCell(*reading) : TableCell{Blank{}},
            judgement.limit ? TableCell{judgement.op + " " + plain(*judgement.limit)}
                            : TableCell{Blank{}},
            reading != nullptr ? TableCell{methodWord(reading->method)} : TableCell{Blank{}},
            reading != nullptr ? optionalDate(reading->asOf) : TableCell{Blank{}},
            reading != nullptr ? sourceCell(view, *reading) : TableCell{Blank{}},
            judgement.bureau.zh.empty() ? TableCell{Blank{}} : TableCell{judgement.bureau},
            optionalDate(judgement.due)};
}

const Reading* strongest(const Judgement& judgement)
{
    return judgement.readings.empty() ? nullptr : &judgement.readings.front();
}

CriterionResult together(const std::vector<Judgement>& judgements)
{
    std::vector<CriterionResult> results;
    for (const Judgement& judgement : judgements)
        results.push_back(judgement.result);
    return allOf(results);
}

} // namespace

Table exitCardTable(const WorkspaceView& view, std::span<const RowIndex> units)
{
    std::vector<TableColumn> columns{column("column.code"), column("column.name"),
                                     column("column.set", ColumnKind::Word)};
    std::ranges::move(itemColumns(), std::back_inserter(columns));
    columns.push_back(column("column.exit_ready", ColumnKind::Word));
    Table table("exit_cards", localText("table.exit_cards"), std::move(columns));
    for (const RowIndex unit : units) {
        std::vector<Judgement> judgements = campaign::judgementsOf(
            view.snapshot, view.profile, view.closure, SubjectType::Unit, unit);
        std::erase_if(judgements, [](const Judgement& each) { return !each.binding; });
        const TableCell ready =
            wordCell(view.profile, "criterion_result", toString(together(judgements)));
        for (const Judgement& judgement : judgements) {
            Table::Row row{unitCode(view.snapshot.units, unit), unitName(view.snapshot.units, unit),
                           wordCell(view.profile, "criterion_set", judgement.set)};
            std::ranges::move(itemCells(view, judgement, strongest(judgement)),
                              std::back_inserter(row));
            row.push_back(ready);
            table.addRow(std::move(row));
        }
    }
    return table;
}

std::vector<RowIndex> villagesToExit(const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    std::vector<RowIndex> villages;
    for (RowIndex row = unit; row < subtreeEnd(units, unit); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (units.level[at] == Level::Village && units.isPoor[at] == Flag::Yes &&
            units.formal[at] != FormalStatus::Exited)
            villages.push_back(row);
    }
    return villages;
}

Table householdCardTable(const WorkspaceView& view, std::uint32_t household)
{
    Table table("household_criteria", localText("table.household_criteria"), itemColumns());
    for (const Judgement& judgement :
         campaign::judgementsOf(view.snapshot, view.profile, view.closure, SubjectType::Household,
                                static_cast<RowIndex>(household))) {
        if (judgement.readings.empty())
            table.addRow(itemCells(view, judgement, nullptr));
        for (std::size_t i = 0; i < judgement.readings.size(); ++i)
            table.addRow(itemCells(view, judgement, &judgement.readings[i]), i == 0 ? 0 : 1);
    }
    return table;
}

} // namespace guatu::session
