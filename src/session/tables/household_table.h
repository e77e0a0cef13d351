// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <cstdint>
#include <span>

namespace guatu::session
{

/// Households, one a row, with class, closure, criteria that are unmet and unknown, open problems
/// and the earliest due day. No names: they are kept apart. On maps each stands at the seat of its
/// group or village.
[[nodiscard]] Table householdTable(const WorkspaceView& view,
                                   std::span<const std::uint32_t> households);

/// Those of a unit's subtree that are not cleared, uncleared before unknown.
[[nodiscard]] Table unclearedTable(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
