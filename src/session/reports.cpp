// SPDX-License-Identifier: MIT
#include "session/reports.h"

#include "session/tables/due_table.h"
#include "session/tables/exit_card_table.h"
#include "session/tables/problem_table.h"
#include "session/tables/status_table.h"
#include "session/tables/supervision_table.h"
#include "session/tables/table_parts.h"

namespace guatu::session
{

std::vector<Table> briefingReport(const WorkspaceView& view, RowIndex unit)
{
    return {briefingTable(view, unit), supervisionTable(view, unit)};
}

std::vector<Table> specialReport(const WorkspaceView& view, RowIndex unit)
{
    Table exitCards = exitCardTable(view, villagesToExit(view, unit));
    addHead(exitCards, view, unit);
    std::vector<Table> tables;
    tables.push_back(statusTable(view, unit));
    tables.push_back(listingDifferenceTable(view, unit));
    tables.push_back(zeroingTable(view, unit));
    tables.push_back(std::move(exitCards));
    tables.push_back(dueTable(view, unit));
    return tables;
}

std::vector<Table> monthlyReport(const WorkspaceView& view, RowIndex unit)
{
    std::vector<Table> tables;
    tables.push_back(aspectTable(view, unit));
    tables.push_back(overdueReviewTable(view, unit));
    tables.push_back(countdownTable(view, unit));
    tables.push_back(dueTable(view, unit));
    return tables;
}

} // namespace guatu::session
