// SPDX-License-Identifier: MIT
#include "desktop/trip_source.h"

#include "desktop/texts.h"

#include <algorithm>

namespace guatu::desktop
{

TripSource tripSourceOfUnit(const session::WorkspaceView& view, RowIndex unit, const Texts& texts)
{
    const std::string& name = view.snapshot.units.name[static_cast<std::size_t>(unit)];
    return {.title = texts("desktop.trip.source.unit", {{"unit", name}}),
            .unit = unit,
            .count = session::householdsWith(view, unit, Clear::Uncleared).size()};
}

TripSource tripSourceOfRows(const session::WorkspaceView& view,
                            const std::vector<std::uint32_t>& rows, RowIndex unit,
                            const QString& title)
{
    const UnitColumns& units = view.snapshot.units;
    const auto holdsAll = [&](RowIndex widest) {
        const RowIndex end = subtreeEnd(units, widest);
        return std::ranges::all_of(rows, [&](std::uint32_t row) {
            const RowIndex home = view.closure.home[row];
            return home == noRow || (home >= widest && home < end);
        });
    };
    while (units.parent[static_cast<std::size_t>(unit)] != noRow && !holdsAll(unit))
        unit = units.parent[static_cast<std::size_t>(unit)];
    TripSource source{.title = title, .unit = unit, .count = rows.size()};
    for (const std::uint32_t row : rows)
        source.households.emplace_back(view.snapshot.households.code[row]);
    return source;
}

TripSource tripSourceOf(const Workbench& workbench, const Texts& texts)
{
    const session::WorkspaceView& view = workbench.view();
    const RowIndex unit = workbench.unit();
    if (!workbench.households().empty())
        return tripSourceOfRows(view, workbench.households(), unit,
                                texts("desktop.trip.source.chosen"));
    if (workbench.list() && !workbench.list()->rows.empty())
        return tripSourceOfRows(view, workbench.list()->rows, unit,
                                texts(workbench.question().title));
    return tripSourceOfUnit(view, unit, texts);
}

} // namespace guatu::desktop
