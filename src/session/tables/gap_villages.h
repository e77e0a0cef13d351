// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/tables/gap_table.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// Villages below a unit with households that lack the service, most such households first: how
/// many households and persons, and how many households have it, cannot be judged or are exempt.
/// Persons are those whose number is known. Throws as gapTable().
[[nodiscard]] Table gapVillagesTable(const WorkspaceView& view, RowIndex unit,
                                     const GapQuestion& question);

} // namespace guatu::session
