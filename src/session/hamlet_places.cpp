// SPDX-License-Identifier: MIT
#include "session/hamlet_places.h"

#include "session/unit_point.h"

#include <unordered_map>

namespace guatu::session
{

std::vector<RowIndex> sharedUnits(const UnitColumns& units, std::span<const RowIndex> homes,
                                  std::size_t least)
{
    std::vector<RowIndex> shown(homes.begin(), homes.end());
    std::unordered_map<RowIndex, bool> located;
    const auto hasPlace = [&](RowIndex unit) {
        const auto [found, isNew] = located.try_emplace(unit, false);
        if (isNew)
            found->second = unitPoint(units, static_cast<std::size_t>(unit)).valid();
        return found->second;
    };
    // From the deepest level up, so that what comes up from below is counted with what is there.
    for (const Level level :
         {Level::Group, Level::Village, Level::Town, Level::County, Level::Prefecture}) {
        std::unordered_map<RowIndex, std::size_t> counts;
        for (const RowIndex unit : shown)
            ++counts[unit];
        for (RowIndex& unit : shown)
            if (unit != noRow && units.level[static_cast<std::size_t>(unit)] == level &&
                (counts[unit] < least || !hasPlace(unit)))
                unit = units.parent[static_cast<std::size_t>(unit)];
    }
    return shown;
}

} // namespace guatu::session
