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

} // namespace guatu::session
