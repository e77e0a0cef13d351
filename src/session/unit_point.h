// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

namespace guatu::session
{

/// Where a unit stands on the map: its seat, else a place well inside its area; invalid where it
/// has neither.
[[nodiscard]] Point unitPoint(const UnitColumns& units, std::size_t row);

} // namespace guatu::session
