// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <span>
#include <vector>

namespace guatu::session
{

/// The criteria of units themselves, one a row: the exit card of a village (domain notes Q13) with
/// result, value, limit, source, method and day. `exit_ready` says for the unit as a whole whether
/// all items are met or do not apply.
[[nodiscard]] Table exitCardTable(const WorkspaceView& view, std::span<const RowIndex> units);

/// The poor villages of a unit's subtree that have not exited.
[[nodiscard]] std::vector<RowIndex> villagesToExit(const WorkspaceView& view, RowIndex unit);

/// The criteria of one household, with every statement made about each, strongest first.
[[nodiscard]] Table householdCardTable(const WorkspaceView& view, std::uint32_t household);

} // namespace guatu::session
