// SPDX-License-Identifier: MIT
#include "campaign/rollup.h"

#include <algorithm>
#include <limits>

namespace guatu::campaign
{
namespace
{

/// How near a due day puts an unknown item at risk (domain notes §6).
constexpr int daysOfWarning = 7;

} // namespace

Rollup::Rollup(const Snapshot& snapshot, const Profile& profile, Closure& closure)
    : m_snapshot(snapshot),
      m_profile(profile),
      m_closure(closure),
      m_households(snapshot, profile, closure.householdValues),
      m_units(snapshot, profile, closure),
      m_scope(flagColumn(snapshot.households, profile.closure.scope)),
      m_due(snapshot.households, profile),
      m_over(profile.end && snapshot.asOf > *profile.end)
{
    for (const std::string& word : profile.incidenceNumerator)
        if (const auto formal = formalStatusFromString(word))
            m_remaining[static_cast<std::size_t>(*formal)] = true;
    if (profile.incidenceNumerator.empty())
        m_remaining[static_cast<std::size_t>(FormalStatus::Unexited)] =
            m_remaining[static_cast<std::size_t>(FormalStatus::Returned)] = true;
    readVisits();
    readPlans();
}

void Rollup::readVisits()
{
    const VisitColumns& visits = m_snapshot.visits;
    const auto read = [&](SubjectType type, std::size_t subjects, std::vector<Visit>& latest) {
        for (std::size_t row = 0; row < visits.size(); ++row) {
            if (visits.subjectType[row] != type || visits.subject[row] == noRow ||
                visits.on[row] > m_snapshot.asOf)
                continue;
            latest.resize(subjects);
            Visit& visit = latest[static_cast<std::size_t>(visits.subject[row])];
            const bool agrees = visits.agrees[row] == Flag::Yes;
            if (visits.on[row] > visit.on)
                visit = {visits.on[row], agrees};
            else if (visits.on[row] == visit.on)
                visit.agrees = visit.agrees && agrees;
        }
    };
    read(SubjectType::Household, m_snapshot.households.size(), m_householdVisits);
    read(SubjectType::Unit, m_snapshot.units.size(), m_unitVisits);
}

void Rollup::readPlans()
{
    const PlanItemColumns& plans = m_snapshot.planItems;
    if (plans.size() > 0)
        m_planned.assign(m_snapshot.households.size(), false);
    for (std::size_t row = 0; row < plans.size(); ++row)
        if (plans.household[row] != noRow &&
            (plans.state[row] == "planned" || plans.state[row] == "running"))
            m_planned[static_cast<std::size_t>(plans.household[row])] = true;
}

bool Rollup::isFresh(const Visit& visit) const
{
    return visit.on != noDate && visit.agrees &&
           daysBetween(visit.on, m_snapshot.asOf) <= m_profile.closure.visitDays;
}

bool Rollup::isSoon(const std::optional<Date>& due) const
{
    return due && daysBetween(m_snapshot.asOf, *due) <= daysOfWarning;
}

Clear Rollup::clearOfHousehold(std::size_t household) const
{
    if (m_scope != nullptr && (*m_scope)[household] == Flag::No)
        return Clear::OutOfScope;
    if (m_profile.closure.openProblemBlocks && m_snapshot.households.openProblems[household] > 0)
        return Clear::Uncleared;
    Clear clear = m_closure.criteria.ids.empty() ? Clear::Unknown : Clear::Cleared;
    for (const auto& results : m_closure.criteria.results) {
        if (results[household] == CriterionResult::Unmet)
            return Clear::Uncleared;
        if (results[household] == CriterionResult::Unknown)
            clear = Clear::Unknown;
    }
    return clear;
}

bool Rollup::isExempt(std::size_t household) const
{
    return !m_closure.criteria.results.empty() &&
           std::ranges::all_of(m_closure.criteria.results, [&](const auto& results) {
               return results[household] == CriterionResult::Exempt;
           });
}

Date Rollup::dueOf(std::size_t household) const
{
    const Clear clear = m_closure.household[household];
    if (clear != Clear::Uncleared && clear != Clear::Unknown)
        return noDate;
    std::optional<Date> earliest;
    for (std::size_t i = 0; i < m_due.size(); ++i) {
        const CriterionResult result = m_closure.criteria.results[i][household];
        if (result != CriterionResult::Unmet && result != CriterionResult::Unknown)
            continue;
        const auto due = m_due.of(i, household);
        if (due && (!earliest || *due < *earliest))
            earliest = due;
    }
    return earliest.value_or(noDate);
}

bool Rollup::isReal(std::size_t household) const
{
    if (m_closure.household[household] != Clear::Cleared)
        return false;
    return !m_profile.closure.needVisitForReal ||
           (!m_householdVisits.empty() && isFresh(m_householdVisits[household]));
}

bool Rollup::isNeglected(std::size_t household) const
{
    const HouseholdColumns& households = m_snapshot.households;
    if (m_planned.empty() || households.watchActive[household] != Flag::Yes ||
        households.watch[household] <= Watch::None || m_planned[household])
        return false;
    const auto days = m_profile.parameters.find("identify_days");
    if (days == m_profile.parameters.end())
        return true;
    const Date from =
        household < households.watchFrom.size() ? households.watchFrom[household] : noDate;
    return from != noDate && daysBetween(from, m_snapshot.asOf) > days->second;
}

bool Rollup::isAtRisk(std::size_t household) const
{
    const Clear clear = m_closure.household[household];
    if (clear == Clear::Uncleared || clear == Clear::OutOfScope)
        return false;
    if (clear == Clear::Cleared && m_over && !m_closure.householdReal[household])
        return true;
    for (std::size_t i = 0; clear == Clear::Unknown && i < m_due.size(); ++i)
        if (m_closure.criteria.results[i][household] == CriterionResult::Unknown &&
            isSoon(m_due.earliest(i)) && isSoon(m_due.of(i, household)))
            return true;
    return isNeglected(household);
}

void Rollup::addTo(Tally& tally, std::size_t household, std::int64_t persons,
                   std::int64_t times) const
{
    const Clear clear = m_closure.household[household];
    tally.add(clear, persons, times);
    if (m_closure.householdReal[household])
        tally.real += times;
    if (m_closure.householdAtRisk[household])
        tally.atRisk += times;
    if (clear == Clear::Cleared && m_closure.householdExempt[household])
        tally.exempt += times;
}

bool Rollup::isRemaining(FormalStatus formal) const
{
    return m_remaining[static_cast<std::size_t>(formal)];
}

} // namespace guatu::campaign
