// SPDX-License-Identifier: MIT
#include "desktop/unit_places.h"

#include <algorithm>

namespace guatu::desktop
{

std::vector<RowIndex> pathOf(const UnitColumns& units, RowIndex unit)
{
    std::vector<RowIndex> path;
    for (; unit != noRow; unit = units.parent[static_cast<std::size_t>(unit)])
        path.push_back(unit);
    std::ranges::reverse(path);
    return path;
}

std::vector<RowIndex> childrenOf(const UnitColumns& units, RowIndex unit)
{
    const RowIndex first = unit == noRow ? 0 : unit + 1;
    const RowIndex end =
        unit == noRow ? static_cast<RowIndex>(units.size()) : subtreeEnd(units, unit);
    std::vector<RowIndex> children;
    for (RowIndex row = first; row < end; ++row) {
        if (units.parent[static_cast<std::size_t>(row)] == unit)
            children.push_back(row);
    }
    return children;
}

RowIndex topUnit(const UnitColumns& units)
{
    const auto top = std::ranges::min_element(units.level);
    return top == units.level.end() ? noRow : static_cast<RowIndex>(top - units.level.begin());
}

RowIndex stageOf(const UnitColumns& units, RowIndex unit)
{
    while (unit != noRow && units.level[static_cast<std::size_t>(unit)] > Level::Town &&
           units.parent[static_cast<std::size_t>(unit)] != noRow)
        unit = units.parent[static_cast<std::size_t>(unit)];
    return unit;
}

Box placeOf(const UnitColumns& units, RowIndex unit)
{
    Box box;
    if (unit == noRow)
        return box;
    const auto row = static_cast<std::size_t>(unit);
    if (units.area.hasGeometry(row))
        return units.area.box(row);
    const auto end = static_cast<std::size_t>(subtreeEnd(units, unit));
    for (std::size_t below = row; below < end; ++below) {
        if (units.area.hasGeometry(below))
            box.add(units.area.box(below));
        else if (units.seat.hasGeometry(below))
            box.add(units.seat.firstPoint(below));
    }
    constexpr double least = 2000;
    if (!box.empty() && std::max(box.width(), box.height()) < least)
        box = box.grown((least - std::max(box.width(), box.height())) / 2);
    return box;
}

RowIndex unitById(const UnitColumns& units, std::int64_t id)
{
    const auto found = std::ranges::find(units.id, id);
    return found == units.id.end() ? noRow : static_cast<RowIndex>(found - units.id.begin());
}

} // namespace guatu::desktop
