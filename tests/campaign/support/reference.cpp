// SPDX-License-Identifier: MIT
#include "campaign/support/reference.h"

#include <algorithm>
#include <cmath>

namespace guatu::test
{
namespace
{

using enum CriterionResult;
using campaign::BlockerKind;

CriterionResult yes(Flag flag)
{
    return flag == Flag::Yes ? Met : flag == Flag::No ? Unmet : Unknown;
}

/// The table of domain notes §8: unmet, then unknown, then met; exempt is neutral.
CriterionResult both(CriterionResult a, CriterionResult b)
{
    if (a == Unmet || b == Unmet)
        return Unmet;
    if (a == Unknown || b == Unknown)
        return Unknown;
    return a == Met || b == Met ? Met : Exempt;
}

CriterionResult either(CriterionResult a, CriterionResult b)
{
    if (a == Met || b == Met)
        return Met;
    if (a == Unknown || b == Unknown)
        return Unknown;
    return a == Unmet || b == Unmet ? Unmet : Exempt;
}

/// "532329102201000" without the zeros that stand for nothing.
std::string stem(const std::string& code)
{
    if (code.size() == 15)
        return code;
    for (const std::size_t length : {9U, 6U, 4U})
        if (code.substr(length) != std::string(code.size() - length, '0'))
            return length == 9 ? code : code.substr(0, length == 6 ? 9 : 6);
    return code.substr(0, 4);
}

Date day(const char* iso)
{
    return *Date::fromIso(iso);
}

const std::vector<std::string> householdItems{"income",    "livelihood", "food",    "clothing",
                                              "education", "medical",    "housing", "water"};
const std::vector<std::string> exitItems{"v_incidence", "v_road",  "v_power",  "v_tv",
                                         "v_net",       "v_water", "v_clinic", "v_infra",
                                         "v_service",   "v_econ"};
const std::vector<std::string> keepItems{"c_org", "c_upkeep", "c_industry", "c_income", "c_clean"};

} // namespace

bool Reference::isBelow(std::size_t unit, const std::string& code) const
{
    return !code.empty() && code.starts_with(stem(m_snapshot.units.code[unit].str()));
}

std::vector<std::size_t> Reference::children(std::size_t unit) const
{
    std::vector<std::size_t> found;
    for (std::size_t other = 0; other < m_snapshot.units.size(); ++other) {
        if (other == unit || !isBelow(unit, m_snapshot.units.code[other].str()))
            continue;
        bool between = false;
        for (std::size_t third = 0; third < m_snapshot.units.size(); ++third)
            between |= third != unit && third != other &&
                       isBelow(unit, m_snapshot.units.code[third].str()) &&
                       isBelow(third, m_snapshot.units.code[other].str());
        if (!between)
            found.push_back(other);
    }
    return found;
}

std::string Reference::home(std::size_t household, bool byOrigin) const
{
    const HouseholdColumns& from = m_snapshot.households;
    RowIndex unit = from.originUnit[household];
    if (!byOrigin) {
        const RowIndex site = from.site[household];
        if (site != noRow && m_snapshot.sites.hostUnit[static_cast<std::size_t>(site)] != noRow)
            unit = m_snapshot.sites.hostUnit[static_cast<std::size_t>(site)];
        if (from.currentUnit[household] != noRow)
            unit = from.currentUnit[household];
    }
    if (unit == noRow)
        return {};
    const RowIndex group = from.group[household];
    if (group != noRow) {
        const std::string code = m_snapshot.units.code[static_cast<std::size_t>(group)].str();
        if (isBelow(static_cast<std::size_t>(unit), code))
            return code;
    }
    return m_snapshot.units.code[static_cast<std::size_t>(unit)].str();
}

std::vector<std::size_t> Reference::direct(std::size_t unit) const
{
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row)
        if (home(row, false) == m_snapshot.units.code[unit].str())
            found.push_back(row);
    return found;
}

/// Verified, then reported, then `otherwise` where it is known, then computed; of one method the
/// latest, of one day the last.
CriterionResult Reference::recorded(SubjectType type, std::size_t subject,
                                    const std::string& criterion, CriterionResult otherwise) const
{
    const CriterionValueColumns& values = m_snapshot.criterionValues;
    for (const Method method : {Method::Verified, Method::Reported, Method::Computed}) {
        if (method == Method::Computed && otherwise != Unknown)
            return otherwise;
        int best = -1;
        for (int row = 0; row < static_cast<int>(values.size()); ++row) {
            const auto at = static_cast<std::size_t>(row);
            if (values.subjectType[at] == type && values.criterion[at] == criterion &&
                values.subject[at] == static_cast<RowIndex>(subject) &&
                values.method[at] == method &&
                (best < 0 || values.asOf[at] >= values.asOf[static_cast<std::size_t>(best)]))
                best = row;
        }
        if (best < 0)
            continue;
        const auto at = static_cast<std::size_t>(best);
        if (values.result[at] == Unknown && criterion == "v_tv" && !std::isnan(values.number[at]))
            return values.number[at] >= 99 ? Met : Unmet;
        return values.result[at];
    }
    return otherwise;
}

CriterionResult Reference::criterion(std::size_t index, std::size_t row) const
{
    const HouseholdColumns& from = m_snapshot.households;
    CriterionResult result = Unknown;
    switch (index) {
    case 0:
        if (!std::isnan(from.incomePerHead[row]) &&
            (m_snapshot.asOf < day("2020-12-31") || from.incomeBasis[row] == IncomeBasis::Actual))
            result = from.incomePerHead[row] >= 4000 ? Met : Unmet;
        break;
    case 1:
        if (from.livelihood[row] == Livelihood::SafetyNet)
            result = either(yes(from.dibao[row]), yes(from.livelihoodOk[row]));
        else if (from.livelihood[row] != Livelihood::Unknown)
            result = yes(from.livelihoodOk[row]);
        break;
    case 2:
        result = yes(from.food[row]);
        break;
    case 3:
        result = yes(from.clothing[row]);
        break;
    case 4:
        result = from.education[row];
        break;
    case 5:
        result = from.medical[row];
        break;
    case 6:
        if (from.houseGrade[row] == HouseGrade::A || from.houseGrade[row] == HouseGrade::B)
            result = Met;
        else if (from.houseGrade[row] != HouseGrade::Unknown &&
                 from.houseOccupied[row] == Flag::Yes)
            result = Unmet;
        break;
    default:
        result = both(both(yes(from.waterQuantity[row]), yes(from.waterQuality[row])),
                      both(yes(from.waterAccess[row]), yes(from.waterAssurance[row])));
    }
    return recorded(SubjectType::Household, row, householdItems[index], result);
}

Clear Reference::household(std::size_t row) const
{
    const HouseholdColumns& from = m_snapshot.households;
    if (m_profile.closure.scope == "in_scope" && from.inScope[row] == Flag::No)
        return Clear::OutOfScope;
    CriterionResult all = Exempt;
    for (std::size_t index = 0; index < 8; ++index)
        all = both(all, criterion(index, row));
    if (all == Unmet || (m_profile.closure.openProblemBlocks && from.openProblems[row] > 0))
        return Clear::Uncleared;
    return all == Unknown ? Clear::Unknown : Clear::Cleared;
}

bool Reference::isExempt(std::size_t row) const
{
    for (std::size_t index = 0; index < 8; ++index)
        if (criterion(index, row) != Exempt)
            return false;
    return true;
}

bool Reference::visited(SubjectType type, std::size_t subject) const
{
    const VisitColumns& visits = m_snapshot.visits;
    int latest = -1;
    bool agrees = false;
    for (std::size_t row = 0; row < visits.size(); ++row) {
        if (visits.subjectType[row] != type || visits.on[row] > m_snapshot.asOf ||
            visits.subject[row] != static_cast<RowIndex>(subject))
            continue;
        const bool this_one = visits.agrees[row] == Flag::Yes;
        if (visits.on[row].days() > latest)
            agrees = this_one;
        else if (visits.on[row].days() == latest)
            agrees = agrees && this_one;
        latest = std::max(latest, visits.on[row].days());
    }
    return agrees && m_snapshot.asOf.days() - latest <= 90;
}

bool Reference::isReal(std::size_t row) const
{
    return household(row) == Clear::Cleared &&
           (!m_profile.closure.needVisitForReal || visited(SubjectType::Household, row));
}

std::optional<Date> Reference::due(std::size_t index, std::size_t row) const
{
    switch (index) {
    case 0:
        return day("2020-12-31");
    case 1:
        return day("2020-04-30");
    case 6:
        return day(m_snapshot.households.class4New[row] == Flag::No ? "2020-06-30" : "2020-05-31");
    case 7:
        return day("2020-06-30");
    default:
        return std::nullopt;
    }
}

bool Reference::isSoon(std::optional<Date> due) const
{
    return due && due->days() <= m_snapshot.asOf.days() + 7;
}

bool Reference::isOver() const
{
    return m_profile.end && m_snapshot.asOf > *m_profile.end;
}

bool Reference::isAtRisk(std::size_t row) const
{
    const Clear clear = household(row);
    if (clear == Clear::Uncleared || clear == Clear::OutOfScope)
        return false;
    for (std::size_t index = 0; index < 8; ++index)
        if (criterion(index, row) == Unknown && isSoon(due(index, row)))
            return true;
    if (clear == Clear::Cleared && !isReal(row) && isOver())
        return true;
    const HouseholdColumns& from = m_snapshot.households;
    const bool watched = from.watchActive[row] == Flag::Yes && from.watch[row] != Watch::None &&
                         from.watch[row] != Watch::Unknown;
    bool planned = false;
    for (std::size_t plan = 0; plan < m_snapshot.planItems.size(); ++plan)
        planned |= m_snapshot.planItems.household[plan] == static_cast<RowIndex>(row) &&
                   (m_snapshot.planItems.state[plan] == "planned" ||
                    m_snapshot.planItems.state[plan] == "running");
    return watched && !planned && m_snapshot.planItems.size() > 0;
}

int Reference::listedBelow(std::size_t unit) const
{
    int count = 0;
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row)
        count += isBelow(unit, home(row, false)) ? 1 : 0;
    return count;
}

bool Reference::fallsShortBelow(std::size_t unit) const
{
    for (const std::size_t child : children(unit))
        if (fallsShort(child) || fallsShortBelow(child))
            return true;
    return false;
}

bool Reference::fallsShort(std::size_t unit) const
{
    return m_profile.closure.scope == "all" && !fallsShortBelow(unit) &&
           listedBelow(unit) < m_snapshot.units.households[unit];
}

std::vector<std::size_t> Reference::openProblems(std::size_t unit) const
{
    const ProblemColumns& problems = m_snapshot.problems;
    std::vector<std::size_t> open;
    for (std::size_t row = 0; row < problems.size(); ++row) {
        RowIndex place = problems.subject[row];
        if (place == noRow || problems.subjectType[row] == SubjectType::Unknown)
            continue;
        if (problems.subjectType[row] == SubjectType::Site)
            place = m_snapshot.sites.hostUnit[static_cast<std::size_t>(place)];
        else if (problems.subjectType[row] == SubjectType::Facility)
            place = m_snapshot.facilities.unit[static_cast<std::size_t>(place)];
        const bool found = !problems.foundOn[row] || *problems.foundOn[row] <= m_snapshot.asOf;
        const bool closed = problems.state[row] == "closed" &&
                            (!problems.closedOn[row] || *problems.closedOn[row] <= m_snapshot.asOf);
        if (place == static_cast<RowIndex>(unit) && found && !closed)
            open.push_back(row);
    }
    return open;
}

/// village_exit, village_consolidate, nothing (empty), or "?" when it cannot be told.
const char* Reference::ownSet(std::size_t unit) const
{
    const UnitColumns& units = m_snapshot.units;
    if (units.level[unit] != Level::Village)
        return "";
    if (units.formal[unit] == FormalStatus::Exited)
        return "village_consolidate";
    if (units.formal[unit] == FormalStatus::Unknown)
        return "?";
    if (units.isPoor[unit] == Flag::Unknown)
        return "?";
    return units.isPoor[unit] == Flag::Yes ? "village_exit" : "";
}

CriterionResult Reference::incidenceBelow(std::size_t unit, int limit) const
{
    const int residents = m_snapshot.units.agriPersons[unit];
    if (residents <= 0 || m_snapshot.households.size() == 0)
        return Unknown;
    return 100 * remaining(unit, true).second < limit * residents ? Met : Unmet;
}

CriterionResult Reference::water(std::size_t unit) const
{
    CriterionResult all = Exempt;
    int counted = 0;
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row)
        if (isBelow(unit, home(row, false)) && household(row) != Clear::OutOfScope) {
            all = both(all, criterion(7, row));
            ++counted;
        }
    return counted == 0 ? Unknown : all;
}

CriterionResult Reference::clinic(std::size_t unit) const
{
    const FacilityColumns& from = m_snapshot.facilities;
    const std::string county = m_snapshot.units.code[unit].str().substr(0, 6);
    bool anyInCounty = false, centre = false;
    CriterionResult best = Unmet;
    for (std::size_t row = 0; row < from.size(); ++row) {
        if (from.unit[row] == noRow)
            continue;
        const std::string place =
            m_snapshot.units.code[static_cast<std::size_t>(from.unit[row])].str();
        const bool here = isBelow(unit, place);
        if (from.kind[row] == "health_centre" && here && from.state[row] == "working")
            centre = true;
        if (from.kind[row] != "clinic")
            continue;
        anyInCounty |= place.substr(0, 6) == county;
        if (!here)
            continue;
        const CriterionResult working = from.state[row].empty()        ? Unknown
                                        : from.state[row] == "working" ? Met
                                                                       : Unmet;
        const CriterionResult doctor = from.staff[row] < 0   ? Unknown
                                       : from.staff[row] > 0 ? Met
                                                             : Unmet;
        const int residents = m_snapshot.units.persons[unit];
        const CriterionResult few = residents < 0 ? Unknown : residents <= 800 ? Met : Unmet;
        const CriterionResult room = std::isnan(from.area[row]) ? Unknown
                                     : from.area[row] >= 60     ? Met
                                                                : Unmet;
        best = either(best, both(both(working, doctor), either(few, room)));
    }
    if (!anyInCounty)
        return Unknown;
    return best != Met && centre ? Exempt : best;
}

CriterionResult Reference::ownResult(std::size_t unit, const std::string& item) const
{
    CriterionResult computed = Unknown;
    if (item == "v_incidence")
        computed = incidenceBelow(unit, 3);
    else if (item == "v_water")
        computed = water(unit);
    else if (item == "v_clinic")
        computed = clinic(unit);
    return recorded(SubjectType::Unit, unit, item, computed);
}

std::vector<CriterionResult> Reference::own(std::size_t unit) const
{
    const std::string set = ownSet(unit);
    std::vector<CriterionResult> results;
    if (set == "village_exit" || set == "village_consolidate")
        for (const std::string& item : set == "village_exit" ? exitItems : keepItems)
            results.push_back(ownResult(unit, item));
    return results;
}

bool Reference::isEmptyUnit(std::size_t unit) const
{
    if (!children(unit).empty() || m_snapshot.units.households[unit] == 0)
        return false;
    const auto rows = direct(unit);
    return std::ranges::all_of(
        rows, [&](std::size_t row) { return household(row) == Clear::OutOfScope; });
}

Clear Reference::unit(std::size_t unit) const
{
    bool uncleared = m_profile.closure.openProblemBlocks && !openProblems(unit).empty();
    bool unknown = std::string(ownSet(unit)) == "?" || fallsShort(unit) || isEmptyUnit(unit);
    bool cleared = false;
    const auto add = [&](Clear clear) {
        uncleared |= clear == Clear::Uncleared;
        unknown |= clear == Clear::Unknown;
        cleared |= clear == Clear::Cleared;
    };
    for (const std::size_t row : direct(unit))
        add(household(row));
    for (const std::size_t child : children(unit))
        add(this->unit(child));
    const auto items = own(unit);
    for (const CriterionResult result : items) {
        uncleared |= result == Unmet;
        unknown |= result == Unknown;
    }
    if (uncleared)
        return Clear::Uncleared;
    if (unknown && (m_profile.closure.unknownBlocks || !cleared))
        return Clear::Unknown;
    return cleared || !items.empty() ? Clear::Cleared : Clear::OutOfScope;
}

bool Reference::isUnitReal(std::size_t unit) const
{
    if (this->unit(unit) != Clear::Cleared)
        return false;
    if (!m_profile.closure.needVisitForReal || visited(SubjectType::Unit, unit))
        return true;
    bool any = false;
    for (const std::size_t row : direct(unit))
        if (household(row) != Clear::OutOfScope) {
            any = true;
            if (!isReal(row))
                return false;
        }
    for (const std::size_t child : children(unit))
        if (this->unit(child) != Clear::OutOfScope) {
            any = true;
            if (!isUnitReal(child))
                return false;
        }
    return any;
}

bool Reference::isUnitAtRisk(std::size_t unit) const
{
    const Clear clear = this->unit(unit);
    if (clear == Clear::Uncleared || clear == Clear::OutOfScope)
        return false;
    if (clear == Clear::Cleared && !isUnitReal(unit) && isOver())
        return true;
    for (const std::size_t row : direct(unit))
        if (isAtRisk(row))
            return true;
    for (const std::size_t child : children(unit))
        if (isUnitAtRisk(child))
            return true;
    return std::string(ownSet(unit)) == "village_exit" && isSoon(day("2020-06-30")) &&
           std::ranges::count(own(unit), Unknown) > 0;
}

std::pair<int, int> Reference::remaining(std::size_t unit, bool byOrigin) const
{
    std::pair<int, int> sum{0, 0};
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row) {
        const FormalStatus formal = m_snapshot.households.formal[row];
        if ((formal == FormalStatus::Unexited || formal == FormalStatus::Returned) &&
            isBelow(unit, home(row, byOrigin))) {
            ++sum.first;
            sum.second += std::max<int>(m_snapshot.households.persons[row], 0);
        }
    }
    return sum;
}

int Reference::households(std::size_t unit, Clear clear) const
{
    int count = 0;
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row)
        count += isBelow(unit, home(row, false)) && household(row) == clear ? 1 : 0;
    return count;
}

int Reference::persons(std::size_t unit, Clear clear) const
{
    int count = 0;
    for (std::size_t row = 0; row < m_snapshot.households.size(); ++row)
        if (isBelow(unit, home(row, false)) && household(row) == clear)
            count += std::max<int>(m_snapshot.households.persons[row], 0);
    return count;
}

std::set<Reference::Cause> Reference::causes(std::size_t unit, Clear clear) const
{
    std::set<Cause> found;
    const CriterionResult wanted = clear == Clear::Uncleared ? Unmet : Unknown;
    for (std::size_t other = 0; other < m_snapshot.units.size(); ++other) {
        if (!isBelow(unit, m_snapshot.units.code[other].str()))
            continue;
        const auto at = static_cast<RowIndex>(other);
        for (const std::size_t row : direct(other))
            if (household(row) == clear)
                found.emplace(BlockerKind::Household, at, static_cast<RowIndex>(row), 0);
        const auto items = own(other);
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i] == wanted)
                found.emplace(BlockerKind::Criterion, at, noRow, i);
        if (clear == Clear::Uncleared) {
            if (m_profile.closure.openProblemBlocks)
                for (const std::size_t problem : openProblems(other))
                    found.emplace(BlockerKind::Problem, at, static_cast<RowIndex>(problem), 0);
            continue;
        }
        if (std::string(ownSet(other)) == "?")
            found.emplace(BlockerKind::Standard, at, noRow, 0);
        if (fallsShort(other))
            found.emplace(BlockerKind::Coverage, at, noRow, 0);
        else if (isEmptyUnit(other))
            found.emplace(BlockerKind::Empty, at, noRow, 0);
    }
    return found;
}

CriterionResult Reference::listed(const std::string& rule, std::size_t subject) const
{
    const UnitColumns& units = m_snapshot.units;
    const SiteColumns& sites = m_snapshot.sites;
    const auto atLeast = [](int value, int limit) {
        return value < 0 ? Unknown : value >= limit ? Met : Unmet;
    };
    const auto moved = [](int actual, int planned) { return actual >= 0 ? actual : planned; };
    const auto over = [&](int percent) {
        const CriterionResult within = incidenceBelow(subject, percent); // P < percent
        const bool exact = within == Unmet && 100 * remaining(subject, true).second ==
                                                  percent * units.agriPersons[subject];
        return within == Unknown ? Unknown : within == Met || exact ? Unmet : Met;
    };
    const int left = m_snapshot.households.size() == 0 || rule == "LP2" || rule == "LC3"
                         ? -1
                         : remaining(subject, true).second;
    if (rule == "LP1")
        return over(10);
    if (rule == "LC1")
        return atLeast(left, 300);
    if (rule == "LC2")
        return both(yes(units.isPoor[subject]), either(over(3), atLeast(left, 50)));
    if (rule == "LP2")
        return atLeast(moved(sites.movedPersons[subject], sites.plannedPersons[subject]), 1000);
    return atLeast(moved(sites.movedHouseholds[subject], sites.plannedHouseholds[subject]), 100);
}

} // namespace guatu::test
