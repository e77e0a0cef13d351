// SPDX-License-Identifier: MIT
#include "session/tables/household_table.h"

#include "session/household_list.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

std::vector<TableColumn> columns()
{
    return {column("column.household_code"),
            column("column.county"),
            column("column.township"),
            column("column.village"),
            column("column.group"),
            column("column.class", ColumnKind::Word),
            column("column.persons", ColumnKind::Integer),
            column("column.livelihood", ColumnKind::Word),
            column("column.closure", ColumnKind::Word),
            column("column.unmet_criteria", ColumnKind::Word),
            column("column.unknown_criteria", ColumnKind::Word),
            column("column.open_problems", ColumnKind::Integer),
            column("column.due", ColumnKind::Date)};
}

/// Criteria as one cell: water,housing for programs, 饮水安全、住房安全 for people.
TableCell criteriaCell(const WorkspaceView& view, std::span<const std::uint8_t> criteria)
{
    if (criteria.empty())
        return Blank{};
    std::string ids;
    for (const std::uint8_t index : criteria)
        ids += (ids.empty() ? "" : ",") + householdCriteria(view)[index].id;
    return Word{ids,
                {criterionTitles(view, criteria, Language::Chinese),
                 criterionTitles(view, criteria, Language::English)}};
}

std::string_view livelihoodWord(Livelihood livelihood)
{
    switch (livelihood) {
    case Livelihood::Job:
        return "job";
    case Livelihood::Business:
        return "business";
    case Livelihood::SafetyNet:
        return "safety_net";
    case Livelihood::Unknown:
        break;
    }
    return {};
}

Table::Row cells(const WorkspaceView& view, std::uint32_t household)
{
    const UnitColumns& units = view.snapshot.units;
    const RowIndex home = view.closure.home[household];
    const HouseholdRow row = householdRow(view, household);
    return {std::string(row.code),
            unitName(units, unitAt(units, home, Level::County)),
            unitName(units, unitAt(units, home, Level::Town)),
            unitName(units, unitAt(units, home, Level::Village)),
            unitName(units, unitAt(units, home, Level::Group)),
            wordCell(view.profile, "household_class", toString(row.householdClass)),
            countCell(row.persons),
            wordCell(view.profile, "livelihood_mode", livelihoodWord(row.livelihood)),
            word(view.profile, "clear", toString(row.clear)),
            criteriaCell(view, row.unmet),
            criteriaCell(view, row.unknown),
            std::int64_t{row.openProblems},
            row.due ? TableCell{*row.due} : TableCell{Blank{}}};
}

/// Households and persons of the rows; unknown when the persons of one are.
Table::Row totals(const WorkspaceView& view, std::span<const std::uint32_t> households)
{
    std::int64_t persons = 0;
    std::int64_t problems = 0;
    bool known = true;
    for (const std::uint32_t row : households) {
        const int each = view.snapshot.households.persons[row];
        known = known && each >= 0;
        persons += std::max(each, 0);
        problems += view.snapshot.households.openProblems[row];
    }
    Table::Row row(columns().size(), Blank{});
    row[0] = localText(
        Message{"table.households_total", {{"count", std::to_string(households.size())}}});
    row[6] = known ? TableCell{persons} : TableCell{Unknown{}};
    row[11] = problems;
    return row;
}

} // namespace

Table householdTable(const WorkspaceView& view, std::span<const std::uint32_t> households)
{
    Table table("households", localText("table.households"), columns());
    const Places places(view.snapshot);
    std::vector<Point> points;
    points.reserve(households.size());
    for (const std::uint32_t household : households) {
        table.addRow(cells(view, household));
        points.push_back(places.coarsePoint(view.closure.home[household]));
    }
    table.setTotal(totals(view, households));
    table.setGeometry(places.points(std::move(points)));
    return table;
}

Table unclearedTable(const WorkspaceView& view, RowIndex unit)
{
    std::vector<std::uint32_t> rows = householdsOf(view, unit);
    std::erase_if(rows, [&view](std::uint32_t row) {
        return view.closure.household[row] != Clear::Uncleared &&
               view.closure.household[row] != Clear::Unknown;
    });
    std::ranges::stable_partition(rows, [&view](std::uint32_t row) {
        return view.closure.household[row] == Clear::Uncleared;
    });
    Table table = householdTable(view, rows);
    addHead(table, view, unit);
    return table;
}

} // namespace guatu::session
