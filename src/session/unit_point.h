// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

namespace guatu::session
{

/// Where a unit stands on the map: its seat, else a place well inside its area; invalid where it
/// has neither.
[[nodiscard]] Point unitPoint(const UnitColumns& units, std::size_t row);

/// What shows a unit, in the snapshot's CRS: its area, else the places below it, grown to a
/// hamlet's surroundings; empty where nothing of it has a position.
[[nodiscard]] Box unitBox(const UnitColumns& units, RowIndex unit);

} // namespace guatu::session
