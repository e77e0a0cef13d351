// SPDX-License-Identifier: MIT
#include "session/unit_counts.h"

namespace guatu::session
{
namespace
{

std::size_t stateOf(const campaign::Closure& closure, std::size_t household)
{
    if (closure.householdAtRisk[household])
        return 2;
    switch (closure.household[household]) {
    case Clear::Cleared:
        return 0;
    case Clear::Uncleared:
        return 1;
    default:
        return 3;
    }
}

} // namespace

UnitCounts unitCounts(const Snapshot& snapshot, const campaign::Closure& closure)
{
    const std::size_t size = snapshot.units.size();
    UnitCounts counts{std::vector<std::array<std::int64_t, 4>>(size),
                      std::vector<std::int64_t>(size)};
    for (std::size_t row = 0; row < closure.home.size(); ++row) {
        if (closure.home[row] != noRow && closure.household[row] != Clear::OutOfScope)
            ++counts.households[static_cast<std::size_t>(closure.home[row])][stateOf(closure, row)];
    }
    for (std::size_t problem = 0; problem < snapshot.problems.size(); ++problem) {
        const RowIndex place = campaign::placeOf(snapshot, closure, problem);
        if (place != noRow && campaign::isOpen(snapshot.problems, problem, snapshot.asOf))
            ++counts.openProblems[static_cast<std::size_t>(place)];
    }
    // Parents stand before their children.
    for (std::size_t unit = size; unit-- > 0;) {
        if (closure.parent[unit] == noRow)
            continue;
        const auto parent = static_cast<std::size_t>(closure.parent[unit]);
        for (std::size_t state = 0; state < UnitCounts::states.size(); ++state)
            counts.households[parent][state] += counts.households[unit][state];
        counts.openProblems[parent] += counts.openProblems[unit];
    }
    return counts;
}

} // namespace guatu::session
