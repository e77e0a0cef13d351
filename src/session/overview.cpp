// SPDX-License-Identifier: MIT
#include "session/overview.h"

namespace guatu::session
{

Overview overviewOf(const UnitColumns& units, RowIndex unit)
{
    Overview overview;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (units.level[row] != Level::County || !units.area.hasGeometry(row))
            continue;
        const auto county = static_cast<RowIndex>(row);
        if (unit >= county && unit < subtreeEnd(units, county))
            overview.current = overview.counties.size();
        for (std::size_t part = 0; part < units.area.partCount(row); ++part)
            overview.counties.addPart(units.area.part(row, part));
        overview.counties.endFeature();
    }
    return overview;
}

} // namespace guatu::session
