// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <vector>

namespace guatu::session
{

/// The briefing (汇报): the table of Q26 and the places under supervision.
[[nodiscard]] std::vector<Table> briefingReport(const WorkspaceView& view, RowIndex unit);

/// The special report due on 20 June (domain notes Q28): progress by unit (Q6), listing difference
/// (Q8), problem zeroing (Q12), exit cards of the villages that have not exited (Q13), due and late
/// items by unit and bureau (Q11). Its maps are drawn elsewhere.
[[nodiscard]] std::vector<Table> specialReport(const WorkspaceView& view, RowIndex unit);

/// The monthly dispatch sheet (月调度): six aspects (Q9), overdue cycles (Q10), countdown, due and
/// late.
[[nodiscard]] std::vector<Table> monthlyReport(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
