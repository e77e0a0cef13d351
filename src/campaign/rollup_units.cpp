// SPDX-License-Identifier: MIT
#include "campaign/fields.h"
#include "campaign/rollup.h"

#include <algorithm>
#include <limits>

namespace guatu::campaign
{

double Rollup::incidenceOf(std::size_t unit) const
{
    const std::int32_t denominator = denominatorOf(m_snapshot.units, m_profile, unit);
    if (m_snapshot.households.size() == 0 || denominator <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    return 100.0 * static_cast<double>(m_closure.remainingByOrigin[unit].persons) / denominator;
}

void Rollup::judgeUnit(std::size_t unit)
{
    m_closure.own.binding[unit] = m_units.binding(unit);
    m_closure.own.results[unit] = m_units.judge(unit);
}

Pending Rollup::pendingHere(std::size_t unit) const
{
    const Tally& direct = m_closure.direct[unit];
    Pending pending{direct.count(Clear::Uncleared), direct.count(Clear::Unknown)};
    for (const CriterionResult result : m_closure.own.results[unit]) {
        pending.uncleared += result == CriterionResult::Unmet ? 1 : 0;
        pending.unknown += result == CriterionResult::Unknown ? 1 : 0;
    }
    if (m_closure.own.binding[unit] == UnitCriteria::cannotTell)
        ++pending.unknown;
    if (m_profile.closure.openProblemBlocks)
        pending.uncleared +=
            static_cast<std::int64_t>(m_closure.problems.of(static_cast<RowIndex>(unit)).size());
    if (m_closure.coverageGap[unit] || isEmpty(m_snapshot, m_closure, static_cast<RowIndex>(unit)))
        ++pending.unknown;
    return pending;
}

Clear Rollup::clearOfUnit(std::size_t unit) const
{
    const Children& children = m_closure.children[unit];
    const Pending& here = m_closure.pendingHere[unit];
    if (here.uncleared > 0 || children.count(Clear::Uncleared) > 0)
        return Clear::Uncleared;
    const bool spokenFor =
        m_closure.direct[unit].count(Clear::Cleared) > 0 || children.count(Clear::Cleared) > 0;
    const bool unknown = here.unknown > 0 || children.count(Clear::Unknown) > 0;
    if (unknown && (m_profile.closure.unknownBlocks || !spokenFor))
        return Clear::Unknown;
    return spokenFor || !m_closure.own.results[unit].empty() ? Clear::Cleared : Clear::OutOfScope;
}

bool Rollup::isUnitReal(std::size_t unit) const
{
    if (m_closure.unit[unit] != Clear::Cleared)
        return false;
    if (!m_profile.closure.needVisitForReal ||
        (!m_unitVisits.empty() && isFresh(m_unitVisits[unit])))
        return true;
    const Children& children = m_closure.children[unit];
    const Tally& direct = m_closure.direct[unit];
    const std::int64_t below =
        direct.inScope() + children.count(Clear::Cleared) + children.count(Clear::Unknown);
    return below > 0 && direct.real + children.real == below;
}

bool Rollup::isUnitAtRisk(std::size_t unit) const
{
    const Clear clear = m_closure.unit[unit];
    if (clear == Clear::Uncleared || clear == Clear::OutOfScope)
        return false;
    if (m_closure.direct[unit].atRisk > 0 || m_closure.children[unit].atRisk > 0 ||
        (clear == Clear::Cleared && m_over && !m_closure.unitReal[unit]))
        return true;
    const auto& results = m_closure.own.results[unit];
    const auto* set = results.empty() ? nullptr : m_units.setOf(unit);
    for (std::size_t i = 0; i < results.size(); ++i)
        if (results[i] == CriterionResult::Unknown && isSoon((*set)[i].due))
            return true;
    return false;
}

void Rollup::addToParent(std::size_t unit, std::int32_t times)
{
    const RowIndex parent = m_closure.parent[unit];
    if (parent == noRow)
        return;
    Children& children = m_closure.children[static_cast<std::size_t>(parent)];
    children.units[static_cast<std::size_t>(m_closure.unit[unit])] += times;
    children.real += m_closure.unitReal[unit] ? times : 0;
    children.atRisk += m_closure.unitAtRisk[unit] ? times : 0;
}

} // namespace guatu::campaign
