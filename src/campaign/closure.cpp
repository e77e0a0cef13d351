// SPDX-License-Identifier: MIT
#include "campaign/closure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace guatu::campaign
{
namespace
{

/// The group when it lies in the village, else the village itself.
RowIndex countedAt(const UnitColumns& units, RowIndex village, RowIndex group)
{
    if (village == noRow)
        return noRow;
    const auto row = static_cast<std::size_t>(village);
    const bool inside =
        group != noRow && units.code[row].contains(units.code[static_cast<std::size_t>(group)]);
    return inside ? group : village;
}

void findHomes(const Snapshot& snapshot, Closure& closure)
{
    const HouseholdColumns& households = snapshot.households;
    closure.home.resize(households.size());
    closure.origin.resize(households.size());
    for (std::size_t row = 0; row < households.size(); ++row) {
        const RowIndex origin = households.originUnit[row];
        const RowIndex current = households.currentUnit[row];
        closure.origin[row] = countedAt(snapshot.units, origin, households.group[row]);
        closure.home[row] =
            countedAt(snapshot.units, current == noRow ? origin : current, households.group[row]);
    }
}

/// Q3 of the domain notes: unmet or an open problem, then unknown, then cleared.
std::vector<Clear> closeHouseholds(const HouseholdColumns& households,
                                   const HouseholdCriteria& criteria)
{
    std::vector<Clear> closed(households.size(),
                              criteria.ids.empty() ? Clear::Unknown : Clear::Cleared);
    for (const auto& results : criteria.results)
        for (std::size_t row = 0; row < closed.size(); ++row) {
            if (results[row] == CriterionResult::Unmet)
                closed[row] = Clear::Uncleared;
            else if (results[row] == CriterionResult::Unknown && closed[row] != Clear::Uncleared)
                closed[row] = Clear::Unknown;
        }
    for (std::size_t row = 0; row < closed.size(); ++row) {
        if (households.openProblems[row] > 0)
            closed[row] = Clear::Uncleared;
        if (households.inScope[row] == Flag::No)
            closed[row] = Clear::OutOfScope;
    }
    return closed;
}

bool isRemaining(FormalStatus formal)
{
    return formal == FormalStatus::Unexited || formal == FormalStatus::Returned;
}

/// Adds what stands at each unit itself to the units above. Parents stand before their
/// children, so one pass from the end sees every child first.
template <typename Sum>
void sumUpwards(const UnitColumns& units, std::vector<Sum>& sums)
{
    for (std::size_t row = units.size(); row-- > 0;)
        if (units.parent[row] != noRow)
            sums[static_cast<std::size_t>(units.parent[row])] += sums[row];
}

void count(const Snapshot& snapshot, Closure& closure)
{
    const HouseholdColumns& households = snapshot.households;
    closure.tally.assign(snapshot.units.size(), {});
    closure.remaining.assign(snapshot.units.size(), {});
    closure.remainingByOrigin.assign(snapshot.units.size(), {});
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::int64_t persons = std::max<std::int64_t>(households.persons[row], 0);
        const Remaining one{1, persons};
        const bool remaining = isRemaining(households.formal[row]);
        if (const RowIndex home = closure.home[row]; home != noRow) {
            closure.tally[static_cast<std::size_t>(home)].add(closure.household[row], persons);
            if (remaining)
                closure.remaining[static_cast<std::size_t>(home)] += one;
        }
        if (const RowIndex origin = closure.origin[row]; remaining && origin != noRow)
            closure.remainingByOrigin[static_cast<std::size_t>(origin)] += one;
    }
}

/// What speaks for and against a unit: from its own households, its children and its problems.
struct Evidence {
    bool uncleared = false, unknown = false, cleared = false, outOfScope = false;

    void add(Clear clear)
    {
        uncleared |= clear == Clear::Uncleared;
        unknown |= clear == Clear::Unknown;
        cleared |= clear == Clear::Cleared;
        outOfScope |= clear == Clear::OutOfScope;
    }
};

/// Q4 of the domain notes. `tally` holds the unit's own households only, when this is called.
std::vector<Clear> closeUnits(const Snapshot& snapshot, const std::vector<Tally>& own)
{
    const UnitColumns& units = snapshot.units;
    std::vector<Evidence> evidence(units.size());
    for (std::size_t row = 0; row < snapshot.problems.size(); ++row)
        if (snapshot.problems.subjectType[row] == SubjectType::Unit &&
            snapshot.problems.subject[row] != noRow &&
            isOpen(snapshot.problems, row, snapshot.asOf))
            evidence[static_cast<std::size_t>(snapshot.problems.subject[row])].uncleared = true;
    std::vector<Clear> closed(units.size(), Clear::Unknown);
    for (std::size_t row = units.size(); row-- > 0;) {
        Evidence& unit = evidence[row];
        for (const Clear clear : {Clear::Cleared, Clear::Uncleared, Clear::Unknown})
            if (own[row].count(clear) > 0)
                unit.add(clear);
        if (unit.uncleared)
            closed[row] = Clear::Uncleared;
        else if (unit.unknown)
            closed[row] = Clear::Unknown;
        else if (unit.cleared)
            closed[row] = Clear::Cleared;
        else if (unit.outOfScope || units.households[row] == 0)
            closed[row] = Clear::OutOfScope;
        if (units.parent[row] != noRow)
            evidence[static_cast<std::size_t>(units.parent[row])].add(closed[row]);
    }
    return closed;
}

/// Q2 of the domain notes: 100 P / N by origin.
std::vector<double> incidence(const Snapshot& snapshot, const std::vector<Remaining>& remaining)
{
    std::vector<double> rates(snapshot.units.size(), std::numeric_limits<double>::quiet_NaN());
    if (snapshot.households.size() == 0)
        return rates;
    for (std::size_t row = 0; row < rates.size(); ++row)
        if (snapshot.units.agriPersons[row] > 0)
            rates[row] = 100.0 * static_cast<double>(remaining[row].persons) /
                         snapshot.units.agriPersons[row];
    return rates;
}

} // namespace

void Tally::add(Clear clear, std::int64_t personCount)
{
    ++households[static_cast<std::size_t>(clear)];
    persons[static_cast<std::size_t>(clear)] += personCount;
}

Tally& Tally::operator+=(const Tally& other)
{
    for (std::size_t i = 0; i < households.size(); ++i) {
        households[i] += other.households[i];
        persons[i] += other.persons[i];
    }
    return *this;
}

std::int64_t Tally::inScope() const
{
    return std::accumulate(households.begin(), households.end(), std::int64_t{0}) -
           count(Clear::OutOfScope);
}

Remaining& Remaining::operator+=(const Remaining& other)
{
    households += other.households;
    persons += other.persons;
    return *this;
}

Closure closeUp(const Snapshot& snapshot, const Profile& profile)
{
    Closure closure;
    closure.criteria = judgeHouseholds(snapshot, profile);
    closure.household = closeHouseholds(snapshot.households, closure.criteria);
    findHomes(snapshot, closure);
    count(snapshot, closure);
    closure.unit = closeUnits(snapshot, closure.tally);
    sumUpwards(snapshot.units, closure.tally);
    sumUpwards(snapshot.units, closure.remaining);
    sumUpwards(snapshot.units, closure.remainingByOrigin);
    closure.incidence = incidence(snapshot, closure.remainingByOrigin);
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

} // namespace guatu::campaign
