// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// Open items by unit directly below and bureau that answers for them (domain notes Q11): late, due
/// within 7 days, due in 8 to 30 days. Items are criteria that are not met, problems that are not
/// closed and projects that are not done.
[[nodiscard]] Table dueTable(const WorkspaceView& view, RowIndex unit);

/// 倒排工期: each due day with what is to be done by then, what is done, and the weekly rate that
/// is needed. With `earlier`, the same workspace at a date before, also the rate that was reached.
[[nodiscard]] Table countdownTable(const WorkspaceView& view, RowIndex unit,
                                   const WorkspaceView* earlier = nullptr);

} // namespace guatu::session
