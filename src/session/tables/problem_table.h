// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <cstdint>
#include <span>

namespace guatu::session
{

/// Problems, one a row.
[[nodiscard]] Table problemTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);

/// Those of a unit's subtree that are open, earliest due day first.
[[nodiscard]] Table openProblemTable(const WorkspaceView& view, RowIndex unit);

/// 整改清零率 by source for each unit directly below (domain notes Q12): found, closed, open, late.
/// Only what was verified before it was closed counts.
[[nodiscard]] Table zeroingTable(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
