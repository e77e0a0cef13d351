// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <vector>

namespace guatu::desktop
{

/// The unit and those above it, widest first.
[[nodiscard]] std::vector<RowIndex> pathOf(const UnitColumns& units, RowIndex unit);

/// Direct children, in code order. Of noRow: the units without a parent.
[[nodiscard]] std::vector<RowIndex> childrenOf(const UnitColumns& units, RowIndex unit);

/// The widest unit of the workspace; noRow when it has none.
[[nodiscard]] RowIndex topUnit(const UnitColumns& units);

/// The unit whose surroundings the map shows when `unit` is looked at: itself down to the
/// township, the township above a village or group.
[[nodiscard]] RowIndex stageOf(const UnitColumns& units, RowIndex unit);

/// Where a unit is: its area, else the areas and seats below it, grown to at least 2 km; empty
/// when nothing of it has a place.
[[nodiscard]] Box placeOf(const UnitColumns& units, RowIndex unit);

/// The row of a unit by the id of the workspace's table; noRow when there is none.
[[nodiscard]] RowIndex unitById(const UnitColumns& units, std::int64_t id);

} // namespace guatu::desktop
