// SPDX-License-Identifier: MIT
#include "campaign/reroll.h"

#include <algorithm>

namespace guatu::campaign
{

Reroll::Reroll(const Snapshot& snapshot, const Profile& profile, Closure& closure)
    : m_snapshot(snapshot), m_closure(closure), m_rollup(snapshot, profile, closure)
{
    const HouseholdColumns& households = snapshot.households;
    m_counted.reserve(households.size());
    for (std::size_t row = 0; row < households.size(); ++row)
        m_counted.push_back({households.persons[row], households.formal[row]});
}

void Reroll::update(RowIndex household)
{
    const auto row = static_cast<std::size_t>(household);
    count(row, -1);
    judge(row);
    m_counted[row] = {m_snapshot.households.persons[row], m_snapshot.households.formal[row]};
    count(row, 1);
    for (RowIndex unit = m_closure.origin[row]; unit != noRow;
         unit = m_closure.parent[static_cast<std::size_t>(unit)])
        m_closure.incidence[static_cast<std::size_t>(unit)] =
            m_rollup.incidenceOf(static_cast<std::size_t>(unit));
    closeUpwards(m_closure.home[row]);
    if (m_closure.origin[row] != m_closure.home[row])
        closeUpwards(m_closure.origin[row]);
}

void Reroll::judge(std::size_t household)
{
    for (std::size_t criterion = 0; criterion < m_closure.criteria.results.size(); ++criterion)
        m_closure.criteria.results[criterion][household] =
            m_rollup.households().judge(criterion, household);
    m_closure.household[household] = m_rollup.clearOfHousehold(household);
    m_closure.householdDue[household] = m_rollup.dueOf(household);
    m_closure.householdExempt[household] = m_rollup.isExempt(household);
    m_closure.householdReal[household] = m_rollup.isReal(household);
    m_closure.householdAtRisk[household] = m_rollup.isAtRisk(household);
}

/// Adds the household to every sum it is part of, or with `times` -1 takes it out.
void Reroll::count(std::size_t household, std::int64_t times)
{
    const auto persons = std::max<std::int64_t>(m_counted[household].persons, 0);
    const RowIndex home = m_closure.home[household];
    Tally& own =
        home == noRow ? m_closure.unplaced : m_closure.direct[static_cast<std::size_t>(home)];
    m_rollup.addTo(own, household, persons, times);
    const bool remains = m_rollup.isRemaining(m_counted[household].formal);
    for (RowIndex up = home; up != noRow; up = m_closure.parent[static_cast<std::size_t>(up)]) {
        const auto unit = static_cast<std::size_t>(up);
        m_rollup.addTo(m_closure.tally[unit], household, persons, times);
        if (remains)
            m_closure.remaining[unit] += {times, persons * times};
    }
    for (RowIndex up = m_closure.origin[household]; remains && up != noRow;
         up = m_closure.parent[static_cast<std::size_t>(up)])
        m_closure.remainingByOrigin[static_cast<std::size_t>(up)] += {times, persons * times};
}

void Reroll::closeUpwards(RowIndex unit)
{
    Pending change{};
    for (RowIndex up = unit; up != noRow; up = m_closure.parent[static_cast<std::size_t>(up)]) {
        const auto row = static_cast<std::size_t>(up);
        m_rollup.addToParent(row, -1);
        m_rollup.judgeUnit(row);
        const Pending before = m_closure.pendingHere[row];
        const Pending now = m_rollup.pendingHere(row);
        m_closure.pendingHere[row] = now;
        change += {now.uncleared - before.uncleared, now.unknown - before.unknown};
        m_closure.pending[row] += change;
        m_closure.unit[row] = m_rollup.clearOfUnit(row);
        m_closure.unitReal[row] = m_rollup.isUnitReal(row);
        m_closure.unitAtRisk[row] = m_rollup.isUnitAtRisk(row);
        m_rollup.addToParent(row, 1);
    }
}

} // namespace guatu::campaign
