// SPDX-License-Identifier: MIT
#include "session/tables/gap_villages.h"

#include "session/gap_case.h"
#include "session/tables/table_parts.h"

namespace guatu::session
{

Table gapVillagesTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question)
{
    // The case lives no longer than this call.
    const GapCase gaps({std::shared_ptr<const WorkspaceView>(), &view}, unit, question);
    Table table("gap_villages", localText("table.gap_villages"),
                {column("column.unit_code"), column("column.township"), column("column.unit"),
                 column("column.unmet_households", ColumnKind::Integer),
                 column("column.unmet_persons", ColumnKind::Integer),
                 column("column.met_households", ColumnKind::Integer),
                 column("column.unknown_households", ColumnKind::Integer),
                 column("column.exempt_households", ColumnKind::Integer)});
    const UnitColumns& units = view.snapshot.units;
    std::vector<RowIndex> rows;
    for (const auto& [village, tally] : gaps.villages()) {
        const GapCount& unmet = tally.of(CriterionResult::Unmet);
        table.addRow({unitCode(units, village),
                      unitName(units, unitAt(units, village, Level::Town)),
                      unitName(units, village), unmet.households, unmet.persons,
                      tally.of(CriterionResult::Met).households,
                      tally.of(CriterionResult::Unknown).households,
                      tally.of(CriterionResult::Exempt).households});
        rows.push_back(village);
    }
    addHead(table, view, unit);
    table.addNote(gaps.standard().rule);
    table.addNote(localText(Message{"table.gap_source", {{"source", gaps.standard().source}}}));
    table.setGeometry(Places(view.snapshot).units(rows));
    return table;
}

} // namespace guatu::session
