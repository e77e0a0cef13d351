// SPDX-License-Identifier: MIT
#include "session/unit_point.h"

#include "core/polygon.h"

namespace guatu::session
{

Point unitPoint(const UnitColumns& units, std::size_t row)
{
    constexpr double wellInside = 50; // metres
    const Point seat = units.seat.firstPoint(row);
    return seat.valid() ? seat : interiorPoint(units.area, row, wellInside);
}

Box unitBox(const UnitColumns& units, RowIndex unit)
{
    constexpr double surroundings = 1000; // metres
    const auto row = static_cast<std::size_t>(unit);
    if (units.area.hasGeometry(row))
        return units.area.box(row);
    Box box;
    for (RowIndex below = unit; below < subtreeEnd(units, unit); ++below) {
        const auto at = static_cast<std::size_t>(below);
        box.add(units.area.box(at));
        if (units.seat.hasGeometry(at))
            box.add(units.seat.firstPoint(at));
    }
    return box.empty() ? box : box.grown(surroundings);
}

} // namespace guatu::session
