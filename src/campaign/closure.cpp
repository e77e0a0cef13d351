// SPDX-License-Identifier: MIT
#include "campaign/closure.h"

#include "campaign/rollup.h"
#include "campaign/unit_tree.h"

#include <algorithm>
#include <numeric>

namespace guatu::campaign
{
namespace
{

RowIndex orElse(RowIndex row, RowIndex otherwise)
{
    return row == noRow ? otherwise : row;
}

void findHomes(const Snapshot& snapshot, const UnitTree& tree, Closure& closure)
{
    const HouseholdColumns& households = snapshot.households;
    closure.home.resize(households.size());
    closure.origin.resize(households.size());
    /// The group when it lies in the village, else the village itself.
    const auto countedAt = [&](RowIndex village, RowIndex group) {
        return village != noRow && group != noRow && tree.holds(village, group) ? group : village;
    };
    for (std::size_t row = 0; row < households.size(); ++row) {
        const RowIndex origin = households.originUnit[row];
        const RowIndex site = households.site[row];
        const RowIndex host =
            site == noRow ? noRow : snapshot.sites.hostUnit[static_cast<std::size_t>(site)];
        const RowIndex current = orElse(households.currentUnit[row], orElse(host, origin));
        closure.origin[row] = countedAt(origin, households.group[row]);
        closure.home[row] = closure.basis == Basis::Origin
                                ? closure.origin[row]
                                : countedAt(current, households.group[row]);
    }
    closure.members = SubjectIndex(closure.home, snapshot.units.size());
}

void closeHouseholds(const Rollup& rollup, std::size_t count, Closure& closure)
{
    closure.household.resize(count);
    closure.householdDue.resize(count, noDate);
    closure.householdReal.assign(count, false);
    closure.householdAtRisk.assign(count, false);
    closure.householdExempt.assign(count, false);
    for (std::size_t row = 0; row < count; ++row) {
        closure.household[row] = rollup.clearOfHousehold(row);
        closure.householdDue[row] = rollup.dueOf(row);
        if (rollup.isReal(row))
            closure.householdReal[row] = true;
        if (rollup.isExempt(row))
            closure.householdExempt[row] = true;
        if (rollup.isAtRisk(row))
            closure.householdAtRisk[row] = true;
    }
}

/// Adds what stands at each unit itself to the units above. Parents stand before their
/// children, so one pass from the end sees every child first.
template <typename Sum>
void sumUpwards(const std::vector<RowIndex>& parents, std::vector<Sum>& sums)
{
    for (std::size_t row = parents.size(); row-- > 0;)
        if (parents[row] != noRow)
            sums[static_cast<std::size_t>(parents[row])] += sums[row];
}

void count(const Snapshot& snapshot, const Rollup& rollup, Closure& closure)
{
    const HouseholdColumns& households = snapshot.households;
    closure.direct.assign(snapshot.units.size(), {});
    closure.remaining.assign(snapshot.units.size(), {});
    closure.remainingByOrigin.assign(snapshot.units.size(), {});
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::int64_t persons = std::max<std::int64_t>(households.persons[row], 0);
        const RowIndex home = closure.home[row], origin = closure.origin[row];
        rollup.addTo(home == noRow ? closure.unplaced
                                   : closure.direct[static_cast<std::size_t>(home)],
                     row, persons, 1);
        if (!rollup.isRemaining(households.formal[row]))
            continue;
        if (home != noRow)
            closure.remaining[static_cast<std::size_t>(home)] += {1, persons};
        if (origin != noRow)
            closure.remainingByOrigin[static_cast<std::size_t>(origin)] += {1, persons};
    }
    closure.tally = closure.direct;
    sumUpwards(closure.parent, closure.tally);
    sumUpwards(closure.parent, closure.remaining);
    sumUpwards(closure.parent, closure.remainingByOrigin);
}

/// Units with fewer households listed than the statistics give, where all are to be counted. A
/// shortfall that a unit below has already is not said again above it.
void findGaps(const Snapshot& snapshot, const Profile& profile, Closure& closure)
{
    closure.coverageGap.assign(snapshot.units.size(), false);
    if (profile.closure.scope != "all")
        return;
    std::vector<bool> below(snapshot.units.size(), false);
    for (std::size_t row = snapshot.units.size(); row-- > 0;) {
        const Tally& tally = closure.tally[row];
        const std::int64_t listed = tally.inScope() + tally.count(Clear::OutOfScope);
        closure.coverageGap[row] = !below[row] && listed < snapshot.units.households[row];
        if (closure.parent[row] != noRow && (below[row] || closure.coverageGap[row]))
            below[static_cast<std::size_t>(closure.parent[row])] = true;
    }
}

void indexProblems(const Snapshot& snapshot, Closure& closure)
{
    const ProblemColumns& problems = snapshot.problems;
    std::vector<RowIndex> places(problems.size(), noRow);
    for (std::size_t row = 0; row < places.size(); ++row)
        if (problems.subjectType[row] != SubjectType::Household &&
            isOpen(problems, row, snapshot.asOf))
            places[row] = placeOf(snapshot, closure, row);
    closure.problems = SubjectIndex(places, snapshot.units.size());
}

void closeUnits(Rollup& rollup, Closure& closure)
{
    const std::size_t units = closure.parent.size();
    closure.own.binding.assign(units, UnitCriteria::none);
    closure.own.results.assign(units, {});
    closure.children.assign(units, {});
    closure.pendingHere.assign(units, {});
    closure.unit.assign(units, Clear::Unknown);
    closure.unitReal.assign(units, false);
    closure.unitAtRisk.assign(units, false);
    for (std::size_t row = units; row-- > 0;) {
        rollup.judgeUnit(row);
        closure.pendingHere[row] = rollup.pendingHere(row);
        closure.unit[row] = rollup.clearOfUnit(row);
        closure.unitReal[row] = rollup.isUnitReal(row);
        closure.unitAtRisk[row] = rollup.isUnitAtRisk(row);
        rollup.addToParent(row, 1);
    }
    closure.pending = closure.pendingHere;
    sumUpwards(closure.parent, closure.pending);
}

} // namespace

Closure closeUp(const Snapshot& snapshot, const Profile& profile, Basis basis)
{
    Closure closure;
    const UnitTree tree(snapshot.units);
    closure.basis = basis;
    closure.parent = tree.parents();
    closure.values =
        indexValues(snapshot.criterionValues, SubjectType::Unit, snapshot.units.size());
    closure.householdValues =
        indexValues(snapshot.criterionValues, SubjectType::Household, snapshot.households.size());
    Rollup rollup(snapshot, profile, closure);
    closure.criteria = rollup.households().judgeAll();
    findHomes(snapshot, tree, closure);
    closeHouseholds(rollup, snapshot.households.size(), closure);
    count(snapshot, rollup, closure);
    closure.incidence.resize(snapshot.units.size());
    for (std::size_t unit = 0; unit < closure.incidence.size(); ++unit)
        closure.incidence[unit] = rollup.incidenceOf(unit);
    findGaps(snapshot, profile, closure);
    indexProblems(snapshot, closure);
    closeUnits(rollup, closure);
    return closure;
}

bool isOpen(const ProblemColumns& problems, std::size_t problem, Date asOf)
{
    if (problems.foundOn[problem] && *problems.foundOn[problem] > asOf)
        return false;
    if (problems.state[problem] != "closed")
        return true;
    return problems.closedOn[problem] && *problems.closedOn[problem] > asOf;
}

RowIndex placeOf(const Snapshot& snapshot, const Closure& closure, std::size_t problem)
{
    const RowIndex subject = snapshot.problems.subject[problem];
    if (subject == noRow)
        return noRow;
    const auto row = static_cast<std::size_t>(subject);
    switch (snapshot.problems.subjectType[problem]) {
    case SubjectType::Unit:
        return subject;
    case SubjectType::Household:
        return closure.home[row];
    case SubjectType::Site:
        return orElse(snapshot.sites.hostUnit[row], snapshot.sites.county[row]);
    case SubjectType::Facility:
        return snapshot.facilities.unit[row];
    case SubjectType::Project:
        return snapshot.projects.unit[row];
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

bool hasUngrouped(const Snapshot& snapshot, const Closure& closure, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    const Tally& direct = closure.direct[row];
    return direct.inScope() + direct.count(Clear::OutOfScope) > 0 &&
           subtreeEnd(snapshot.units, unit) > unit + 1;
}

bool isEmpty(const Snapshot& snapshot, const Closure& closure, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    return closure.direct[row].inScope() == 0 && closure.children[row] == Children{} &&
           snapshot.units.households[row] != 0;
}

Clear clearOfDirect(const Closure& closure, RowIndex unit)
{
    const Tally& direct = closure.direct[static_cast<std::size_t>(unit)];
    for (const Clear clear : {Clear::Uncleared, Clear::Unknown, Clear::Cleared})
        if (direct.count(clear) > 0)
            return clear;
    return Clear::OutOfScope;
}

std::string_view statusWord(const Closure& closure, SubjectType type, RowIndex row)
{
    const auto at = static_cast<std::size_t>(row);
    const bool isUnit = type == SubjectType::Unit;
    const Clear clear = isUnit ? closure.unit[at] : closure.household[at];
    const bool atRisk = isUnit ? closure.unitAtRisk[at] : closure.householdAtRisk[at];
    return atRisk ? std::string_view("at_risk") : toString(clear);
}

} // namespace guatu::campaign
