// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <cstdint>
#include <vector>

namespace guatu::session
{

/// Households that can be visited together (domain notes, Q24): a table of the clusters, most
/// households first, and one of the households in them. Both stand at seats of hamlets or
/// villages, never at a house. Households without a position are counted in a note.
[[nodiscard]] std::vector<Table> clusterTables(const WorkspaceView& view, RowIndex unit,
                                               const std::vector<std::uint32_t>& households,
                                               double within, std::size_t least);

/// How relocation sites below a unit stand (Q21): moved against planned, facilities of each kind
/// within `within` metres, households without a member in work, whether it is listed. Throws
/// Error(Store) where persons cannot be read.
[[nodiscard]] Table siteFollowUpTable(const WorkspaceView& view, RowIndex unit, double within);

} // namespace guatu::session
