// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// The units directly below `unit`, how far each is (domain notes §8 Q1, Q2, Q6): one row a unit,
/// and one for what stands in none of them, so that the rows add up to the total. A unit with
/// nothing below it has one row, its own.
[[nodiscard]] Table statusTable(const WorkspaceView& view, RowIndex unit);

/// The briefing table (Q26): every unit down to the villages with households and persons
/// remaining, listed places, shares cleared and unknown, open problems, and by criterion the
/// households that do not meet it. Each row is the sum of those directly below it.
[[nodiscard]] Table briefingTable(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
