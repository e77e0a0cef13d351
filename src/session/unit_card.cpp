// SPDX-License-Identifier: MIT
#include "session/unit_card.h"

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

void countChildren(UnitCard& card, const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    const RowIndex end = subtreeEnd(units, unit);
    for (RowIndex child = unit + 1; child < end; child = subtreeEnd(units, child)) {
        ++card.children;
        card.childLevel = units.level[static_cast<std::size_t>(child)];
        if (view.closure.unit[static_cast<std::size_t>(child)] == Clear::Uncleared)
            ++card.childrenUncleared;
    }
}

/// Places of the subtree that an official list or a rule names, the unit itself left out.
std::int64_t listedBelow(const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    const RowIndex end = subtreeEnd(units, unit);
    std::int64_t count = 0;
    for (auto row = static_cast<std::size_t>(unit) + 1; row < static_cast<std::size_t>(end); ++row)
        if (view.listings.unit[row] != campaign::Issuer::None || view.listings.unitHitOnly[row])
            ++count;
    const SiteColumns& sites = view.snapshot.sites;
    for (std::size_t row = 0; row < sites.size(); ++row)
        if (sites.hostUnit[row] >= unit && sites.hostUnit[row] < end &&
            (view.listings.site[row] != campaign::Issuer::None || view.listings.siteHitOnly[row]))
            ++count;
    return count;
}

} // namespace

std::vector<CardListing> listingsOf(const WorkspaceView& view, SubjectType type, RowIndex subject)
{
    const ListingColumns& listings = view.snapshot.listings;
    std::vector<CardListing> found;
    for (const std::size_t row : view.listings.active) {
        if (listings.subjectType[row] != type || listings.subject[row] != subject)
            continue;
        const auto rule = ruleOfListing(view, row);
        found.push_back(
            {listings.issuerLevel[row], rule ? view.profile.listingRules[*rule].id : std::string{},
             rule ? listingReason(view, *rule, type, subject) : Message{"campaign.reason.no_rule"},
             true});
    }
    for (const campaign::RuleHit& hit : view.listings.hits)
        if (hit.subjectType == type && hit.subject == subject && !hit.official) {
            const ListingRule& rule = view.profile.listingRules[hit.rule];
            found.push_back(
                {rule.issuer, rule.id, listingReason(view, hit.rule, type, subject), false});
        }
    return found;
}

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
    card.blockers = cardBlockers(view, unit);
    card.listings = listingsOf(view, SubjectType::Unit, unit);
    const Subtree below{unit, subtreeEnd(units, unit)};
    for (std::size_t problem = 0; problem < view.snapshot.problems.size(); ++problem)
        if (campaign::isOpen(view.snapshot.problems, problem, view.snapshot.asOf) &&
            below.holds(campaign::placeOf(view.snapshot, view.closure, problem)))
            card.openProblems.push_back(problem);
    std::ranges::stable_sort(card.openProblems, {}, [&](std::size_t problem) {
        return view.snapshot.problems.dueOn[problem].value_or(Date(1 << 24));
    });
    card.lateProblems = std::ranges::count_if(card.openProblems, [&](std::size_t problem) {
        const auto due = view.snapshot.problems.dueOn[problem];
        return due && *due < view.snapshot.asOf;
    });
    countChildren(card, view, unit);
    card.listedBelow = listedBelow(view, unit);
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
