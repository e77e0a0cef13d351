// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <cstddef>
#include <span>
#include <vector>

namespace guatu::session
{

/// Where households are shown to those who must not know their houses (domain notes §11): each at
/// the seat of its hamlet; where fewer than `least` would stand together, at that of the unit
/// above, and so on. Gives the unit of each of `homes`; noRow where even the widest holds too few,
/// or nothing has a place. Every unit that is given is given to `least` households or more.
[[nodiscard]] std::vector<RowIndex> sharedUnits(const UnitColumns& units,
                                                std::span<const RowIndex> homes, std::size_t least);

} // namespace guatu::session
