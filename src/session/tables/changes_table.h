// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <vector>

namespace guatu::session
{

/// What changed between two views of one workspace (domain notes Q27), of the subtree of `unit` in
/// the later one: how many of each kind, households by class and by closure before and after (these
/// only for the whole, `unit` 0), and one row for each change.
[[nodiscard]] std::vector<Table> changesTables(const WorkspaceView& from, const WorkspaceView& to,
                                               RowIndex unit);

} // namespace guatu::session
