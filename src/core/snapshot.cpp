// SPDX-License-Identifier: MIT
#include "core/snapshot.h"

#include <algorithm>

namespace guatu
{

RowIndex findUnit(const UnitColumns& units, UnitCode code)
{
    const auto found = std::ranges::lower_bound(units.code, code);
    if (found == units.code.end() || *found != code)
        return noRow;
    return static_cast<RowIndex>(found - units.code.begin());
}

RowIndex subtreeEnd(const UnitColumns& units, RowIndex unit)
{
    const UnitCode root = units.code[static_cast<std::size_t>(unit)];
    const auto end = std::partition_point(units.code.begin() + unit, units.code.end(),
                                          [&](UnitCode code) { return root.contains(code); });
    return static_cast<RowIndex>(end - units.code.begin());
}

} // namespace guatu
