// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// Places under supervision 挂牌督战 (domain notes §8 Q7): one row for each place and rule with who
/// says so (official list, rule, both, cannot tell), value, limit and margin. Of a unit's subtree.
[[nodiscard]] Table supervisionTable(const WorkspaceView& view, RowIndex unit);

/// Official lists and rules where they differ, both ways (Q8).
[[nodiscard]] Table listingDifferenceTable(const WorkspaceView& view, RowIndex unit);

/// The six aspects of each listed place in the month of the as-of date (Q9); missing is unknown.
[[nodiscard]] Table aspectTable(const WorkspaceView& view, RowIndex unit);

/// Months of listed places whose analysis, judgement or dispatch is overdue (Q10).
[[nodiscard]] Table overdueReviewTable(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
