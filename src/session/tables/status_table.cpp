// SPDX-License-Identifier: MIT
#include "session/tables/status_table.h"

#include "session/household_list.h"
#include "session/tables/table_parts.h"
#include "session/tables/unit_figures.h"

#include <algorithm>
#include <cstdlib>

namespace guatu::session
{
namespace
{

constexpr auto count = ColumnKind::Integer;

/// One row of the tables: a unit, or (`own`) what stands in it but in none of those below.
struct Line {
    RowIndex unit = noRow;
    bool own = false;
    int depth = 0;
};

std::vector<TableColumn> figureColumns()
{
    return {column("column.code"),
            column("column.name"),
            column("column.remaining_households", count),
            column("column.remaining_persons", count),
            column("column.incidence_percent", ColumnKind::Percent),
            column("column.households", count),
            column("column.cleared_households", count),
            column("column.verified_households", count),
            column("column.uncleared_households", count),
            column("column.unknown_households", count),
            column("column.cleared_percent", ColumnKind::Percent, 1),
            column("column.unknown_percent", ColumnKind::Percent, 1),
            column("column.open_problems", count),
            column("column.listed_places", count)};
}

TableColumn gapColumn(const Criterion& criterion)
{
    return {"gap_" + criterion.id + "_households",
            {text(Message{"table.gap", {{"criterion", criterion.title.zh}}}, Language::Chinese),
             text(Message{"table.gap", {{"criterion", criterion.title.en}}}, Language::English)},
            count};
}

/// What a row of households that no unit below counts is called.
LocalText ownName(const UnitColumns& units, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    if (units.level[row] == Level::Village)
        return localText("table.ungrouped");
    return localText(Message{"table.own_level", {{"unit", units.name[row]}}});
}

Table::Row figureCells(const UnitFigures& figures, TableCell code, TableCell name,
                       TableCell incidence)
{
    const campaign::Tally& tally = figures.tally;
    const std::int64_t inScope = tally.inScope();
    return {std::move(code),
            std::move(name),
            figures.remaining.households,
            figures.remaining.persons,
            std::move(incidence),
            inScope,
            tally.count(Clear::Cleared),
            tally.real,
            tally.count(Clear::Uncleared),
            tally.count(Clear::Unknown),
            percentCell(tally.count(Clear::Cleared), inScope),
            percentCell(tally.count(Clear::Unknown), inScope),
            figures.openProblems,
            figures.listedPlaces};
}

TableCell incidenceOf(const WorkspaceView& view, RowIndex unit)
{
    return figureCell(view.closure.incidence[static_cast<std::size_t>(unit)]);
}

LocalText daysLeft(Date asOf, Date end)
{
    const int days = daysBetween(asOf, end);
    return localText(Message{days >= 0 ? "table.days_left" : "table.days_over",
                             {{"days", std::to_string(std::abs(days))}, {"date", end.iso()}}});
}

/// Makes the rows of both tables.
class Builder
{
public:
    Builder(const WorkspaceView& view, std::string key, LocalText title, bool gaps)
        : m_view(view),
          m_figures(view),
          m_gaps(gaps),
          m_table(std::move(key), std::move(title), columns())
    {
    }

    void add(const Line& line)
    {
        const UnitColumns& units = m_view.snapshot.units;
        if (line.own) {
            const UnitFigures own = m_figures.own(line.unit);
            if (own.empty())
                return;
            addRow(line, cells(own, Blank{}, ownName(units, line.unit), Blank{}));
            return;
        }
        addRow(line, cells(m_figures.of(line.unit), unitCode(units, line.unit),
                           unitName(units, line.unit), incidenceOf(m_view, line.unit)));
    }

    Table finish(RowIndex unit)
    {
        m_table.setTotal(cells(m_figures.of(unit), localText("table.total"), Blank{},
                               incidenceOf(m_view, unit)));
        addHead(m_table, m_view, unit);
        if (m_view.profile.end)
            m_table.addNote(daysLeft(m_view.snapshot.asOf, *m_view.profile.end));
        m_table.addNote(localText("table.status_note"));
        m_table.setGeometry(Places(m_view.snapshot).units(m_units));
        return std::move(m_table);
    }

private:
    [[nodiscard]] std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns = figureColumns();
        if (m_gaps)
            for (const Criterion& criterion : householdCriteria(m_view))
                columns.push_back(gapColumn(criterion));
        return columns;
    }

    [[nodiscard]] Table::Row cells(const UnitFigures& figures, TableCell code, TableCell name,
                                   TableCell incidence) const
    {
        Table::Row row =
            figureCells(figures, std::move(code), std::move(name), std::move(incidence));
        if (m_gaps)
            row.insert(row.end(), figures.gaps.begin(), figures.gaps.end());
        return row;
    }

    void addRow(const Line& line, Table::Row cells)
    {
        m_table.addRow(std::move(cells), line.depth);
        m_units.push_back(line.own ? noRow : line.unit);
    }

    const WorkspaceView& m_view;
    FiguresOfUnits m_figures;
    bool m_gaps;
    Table m_table;
    std::vector<RowIndex> m_units; ///< of the rows
};

void addLevels(const UnitColumns& units, RowIndex unit, int depth, Builder& builder)
{
    for (const RowIndex child : childrenOf(units, unit)) {
        builder.add({child, false, depth});
        if (units.level[static_cast<std::size_t>(child)] < Level::Village)
            addLevels(units, child, depth + 1, builder);
    }
    builder.add({unit, true, depth});
}

} // namespace

Table statusTable(const WorkspaceView& view, RowIndex unit)
{
    Builder builder(view, "status", localText("table.status"), false);
    const std::vector<RowIndex> children = childrenOf(view.snapshot.units, unit);
    for (const RowIndex child : children)
        builder.add({child});
    builder.add({unit, !children.empty()});
    return builder.finish(unit);
}

Table briefingTable(const WorkspaceView& view, RowIndex unit)
{
    Builder builder(view, "briefing", localText("table.briefing"), true);
    const UnitColumns& units = view.snapshot.units;
    if (units.level[static_cast<std::size_t>(unit)] >= Level::Village)
        builder.add({unit});
    else
        addLevels(units, unit, 0, builder);
    return builder.finish(unit);
}

} // namespace guatu::session
