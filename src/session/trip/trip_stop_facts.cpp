// SPDX-License-Identifier: MIT
#include "session/trip/trip_stop_facts.h"

#include "session/feature_tables.h"
#include "session/household_list.h"
#include "session/household_set.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

/// Stops have the code of what is visited, with "-2" behind parts of it.
std::string codeOf(const trips::Stop& stop)
{
    return stop.id.substr(0, stop.id.find('-'));
}

void addHouseholds(StopFacts& facts, const WorkspaceView& view,
                   const std::vector<std::uint32_t>& rows)
{
    const auto criteria = householdCriteria(view);
    std::vector<std::size_t> unmet(criteria.size());
    facts.households = rows.size();
    for (const HouseholdRow& row : householdRows(view, rows)) {
        if (row.persons < 0)
            ++facts.personsUnknown;
        else
            facts.persons += row.persons;
        for (const std::uint8_t criterion : row.unmet)
            ++unmet[criterion];
        facts.unknownItems += row.unknown.empty() ? 0 : 1;
        facts.openProblems += static_cast<std::size_t>(std::max(0, row.openProblems));
    }
    for (std::size_t i = 0; i < criteria.size(); ++i)
        if (unmet[i] > 0)
            facts.lacks.push_back({criteria[i].title, unmet[i]});
    std::ranges::stable_sort(facts.lacks, std::ranges::greater{}, &StopFacts::Open::count);
}

void addAnswers(StopFacts& facts, const Snapshot& snapshot)
{
    const ResponsibilityColumns& all = snapshot.responsibilities;
    for (RowIndex unit = facts.unit; unit != noRow && facts.answers.empty();
         unit = snapshot.units.parent[static_cast<std::size_t>(unit)])
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all.unit[i] == unit)
                facts.answers.push_back({all.role[i], all.organisation[i]});
}

void addListing(StopFacts& facts, const WorkspaceView& view)
{
    using campaign::Issuer;
    Issuer issuer = Issuer::None;
    if (facts.site != noRow)
        issuer = view.listings.site[static_cast<std::size_t>(facts.site)];
    const UnitColumns& units = view.snapshot.units;
    for (RowIndex unit = facts.unit; issuer == Issuer::None && unit != noRow &&
                                     units.level[static_cast<std::size_t>(unit)] >= Level::Village;
         unit = units.parent[static_cast<std::size_t>(unit)])
        issuer = view.listings.unit[static_cast<std::size_t>(unit)];
    facts.isListed = issuer != Issuer::None;
    if (facts.isListed)
        facts.issuer = campaign::toString(issuer);
}

/// Problems of a unit that is visited itself.
std::size_t problemsOf(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < snapshot.problems.size(); ++i)
        count += snapshot.problems.subjectType[i] == type &&
                         snapshot.problems.subject[i] == subject && !snapshot.problems.closedOn[i]
                     ? 1
                     : 0;
    return count;
}

} // namespace

StopFacts stopFacts(const WorkspaceView& view, const trips::Stop& stop)
{
    const Snapshot& snapshot = view.snapshot;
    StopFacts facts;
    facts.shortName = stop.name;
    const std::string code = codeOf(stop);
    if (const auto unitCode = UnitCode::parse(code))
        facts.unit = findUnit(snapshot.units, *unitCode);
    if (facts.unit == noRow) {
        const auto site = std::ranges::find(snapshot.sites.code, code);
        if (site != snapshot.sites.code.end()) {
            facts.site = static_cast<RowIndex>(site - snapshot.sites.code.begin());
            facts.unit = snapshot.sites.hostUnit[static_cast<std::size_t>(facts.site)];
            facts.openProblems = problemsOf(snapshot, SubjectType::Site, facts.site);
        }
    } else {
        const auto row = static_cast<std::size_t>(facts.unit);
        const RowIndex village = unitAt(snapshot.units, facts.unit, Level::Village);
        const std::string own = shortName(snapshot.units.name[row], snapshot.units.level[row]);
        facts.shortName = own;
        if (village != noRow && village != facts.unit)
            facts.shortName =
                shortName(snapshot.units.name[static_cast<std::size_t>(village)], Level::Village) +
                own;
        if (own.starts_with(facts.shortName.substr(0, facts.shortName.size() - own.size())))
            facts.shortName = own;
    }
    if (!stop.subjects.empty())
        addHouseholds(facts, view,
                      householdsByCode(view, {stop.subjects.begin(), stop.subjects.end()}));
    else if (facts.unit != noRow && facts.site == noRow) {
        addHouseholds(facts, view, householdsWith(view, facts.unit, Clear::Uncleared));
        facts.openProblems += problemsOf(snapshot, SubjectType::Unit, facts.unit);
    }
    addListing(facts, view);
    addAnswers(facts, snapshot);
    return facts;
}

std::vector<StopFacts> stopFacts(const WorkspaceView& view, const trips::Problem& problem)
{
    std::vector<StopFacts> facts;
    facts.reserve(problem.stops.size());
    for (const trips::Stop& stop : problem.stops)
        facts.push_back(stopFacts(view, stop));
    return facts;
}

} // namespace guatu::session
