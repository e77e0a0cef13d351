// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

namespace guatu::briefing
{

/// The units directly below one on two days: what remains, cleared and unknown, before, after and
/// the difference. From the same rows as the status table; a unit that one day has not is unknown
/// there.
[[nodiscard]] Table comparisonTable(const session::WorkspaceView& before,
                                    const session::WorkspaceView& after, RowIndex unit);

} // namespace guatu::briefing
