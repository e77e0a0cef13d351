// SPDX-License-Identifier: MIT
#include "session/unit_card.h"

#include "session/household_list.h"
#include "session/listing_reason.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

/// Rows [first, end) of a unit's subtree.
struct Subtree {
    RowIndex first, end;

    [[nodiscard]] bool holds(RowIndex unit) const { return unit >= first && unit < end; }
};

std::vector<std::string> pathAbove(const UnitColumns& units, RowIndex unit)
{
    std::vector<std::string> path;
    for (RowIndex up = units.parent[static_cast<std::size_t>(unit)]; up != noRow;
         up = units.parent[static_cast<std::size_t>(up)])
        path.insert(path.begin(), units.name[static_cast<std::size_t>(up)]);
    return path;
}

RowIndex at(const std::vector<RowIndex>& column, RowIndex row)
{
    return row == noRow ? noRow : column[static_cast<std::size_t>(row)];
}

/// The unit a problem stands in; noRow when its subject is not known.
RowIndex placeOf(const WorkspaceView& view, std::size_t problem)
{
    const RowIndex subject = view.snapshot.problems.subject[problem];
    switch (view.snapshot.problems.subjectType[problem]) {
    case SubjectType::Unit:
        return subject;
    case SubjectType::Household:
        return at(view.closure.home, subject);
    case SubjectType::Site:
        return at(view.snapshot.sites.hostUnit, subject);
    case SubjectType::Facility:
        return at(view.snapshot.facilities.unit, subject);
    case SubjectType::Project:
        return at(view.snapshot.projects.unit, subject);
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

CardBlocker blocker(const WorkspaceView& view, std::size_t criterion,
                    const std::vector<std::uint32_t>& households)
{
    const Criterion& definition = householdCriteria(view)[criterion];
    const auto& results = view.closure.criteria.results[criterion];
    CardBlocker blocker{definition.id, definition.title, 0, 0, {}};
    for (const std::uint32_t row : households) {
        const bool unmet = results[row] == CriterionResult::Unmet;
        const bool unknown = results[row] == CriterionResult::Unknown;
        if (view.closure.household[row] == Clear::OutOfScope || (!unmet && !unknown))
            continue;
        ++(unmet ? blocker.unmetHouseholds : blocker.unknownHouseholds);
        const auto due = campaign::dueDay(definition, view.snapshot.households, row);
        if (due && (!blocker.due || *due < *blocker.due))
            blocker.due = due;
    }
    return blocker;
}

std::vector<CardBlocker> blockers(const WorkspaceView& view, RowIndex unit)
{
    const std::vector<std::uint32_t> households = householdsOf(view, unit);
    std::vector<CardBlocker> found;
    for (std::size_t criterion = 0; criterion < view.closure.criteria.ids.size(); ++criterion) {
        CardBlocker each = blocker(view, criterion, households);
        if (each.unmetHouseholds + each.unknownHouseholds > 0)
            found.push_back(std::move(each));
    }
    std::ranges::stable_sort(found, [](const CardBlocker& a, const CardBlocker& b) {
        return std::pair(a.unmetHouseholds, a.unknownHouseholds) >
               std::pair(b.unmetHouseholds, b.unknownHouseholds);
    });
    return found;
}

std::vector<CardListing> cardListings(const WorkspaceView& view, RowIndex unit)
{
    const ListingColumns& listings = view.snapshot.listings;
    std::vector<CardListing> found;
    for (const std::size_t row : view.listings.active) {
        if (listings.subjectType[row] != SubjectType::Unit || listings.subject[row] != unit)
            continue;
        const auto rule = ruleOfListing(view, row);
        found.push_back({listings.issuerLevel[row],
                         rule ? view.profile.listingRules[*rule].id : std::string{},
                         rule ? listingReason(view, *rule, SubjectType::Unit, unit)
                              : Message{"campaign.reason.no_rule"},
                         true});
    }
    for (const campaign::RuleHit& hit : view.listings.hits)
        if (hit.subjectType == SubjectType::Unit && hit.subject == unit && !hit.official) {
            const ListingRule& rule = view.profile.listingRules[hit.rule];
            found.push_back({rule.issuer, rule.id,
                             listingReason(view, hit.rule, SubjectType::Unit, unit), false});
        }
    return found;
}

} // namespace

UnitCard unitCard(const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    const auto row = static_cast<std::size_t>(unit);
    UnitCard card;
    card.unit = unit;
    card.name = units.name[row];
    card.code = units.code[row].str();
    card.path = pathAbove(units, unit);
    card.level = units.level[row];
    card.formal = units.formal[row];
    card.isPoor = units.isPoor[row];
    card.areaGrade = units.areaGrade[row];
    card.remaining = view.closure.remaining[row];
    card.remainingByOrigin = view.closure.remainingByOrigin[row];
    card.incidence = view.closure.incidence[row];
    card.agriPersons = units.agriPersons[row];
    card.agriAsOf = units.statAsOf[row];
    card.clear = view.closure.unit[row];
    card.tally = view.closure.tally[row];
    if (view.profile.end)
        card.daysLeft = daysBetween(view.snapshot.asOf, *view.profile.end);
    card.blockers = blockers(view, unit);
    card.listings = cardListings(view, unit);
    const Subtree below{unit, subtreeEnd(units, unit)};
    for (std::size_t problem = 0; problem < view.snapshot.problems.size(); ++problem)
        if (campaign::isOpen(view.snapshot.problems, problem, view.snapshot.asOf) &&
            below.holds(placeOf(view, problem)))
            card.openProblems.push_back(problem);
    for (std::size_t i = 0; i < view.snapshot.responsibilities.size(); ++i)
        if (view.snapshot.responsibilities.unit[i] == unit)
            card.responsibilities.push_back(i);
    return card;
}

std::vector<std::uint32_t> householdsOf(const WorkspaceView& view, RowIndex unit)
{
    const Subtree below{unit, subtreeEnd(view.snapshot.units, unit)};
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < view.closure.home.size(); ++row)
        if (below.holds(view.closure.home[row]))
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

} // namespace guatu::session
