// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

#include "core/row_at.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

/// The words and bits of rules, by their order in the profile.
WordSets ruleSets(const QueryContext& context, SubjectType type)
{
    const std::size_t rows =
        type == SubjectType::Unit ? context.snapshot.units.size() : context.snapshot.sites.size();
    WordSets made{.certain = std::vector<std::uint64_t>(rows),
                  .undecided = std::vector<std::uint64_t>(rows)};
    for (const ListingRule& rule : context.profile.listingRules)
        made.words.push_back(rule.id);
    return made;
}

void mark(std::vector<std::uint64_t>& bits, const std::vector<RuleHit>& hits, SubjectType type)
{
    constexpr std::size_t most = 64;
    for (const RuleHit& hit : hits)
        if (hit.subjectType == type && hit.rule < most)
            bits[at(hit.subject)] |= std::uint64_t{1} << hit.rule;
}

/// The level whose units a criterion judges; empty when the profile has none of that name.
std::string grainOf(const Profile& profile, std::string_view criterion)
{
    for (const auto& [set, criteria] : profile.criteria)
        for (const Criterion& one : criteria)
            if (set != householdSet && one.id == criterion)
                return one.grain;
    return {};
}

} // namespace

RowIndex unitOfSubject(const QueryContext& context, SubjectType type, RowIndex subject)
{
    if (subject == noRow)
        return noRow;
    const Snapshot& snapshot = context.snapshot;
    switch (type) {
    case SubjectType::Household:
        return context.closure.home[at(subject)];
    case SubjectType::Unit:
        return subject;
    case SubjectType::Site:
        return snapshot.sites.hostUnit[at(subject)] != noRow ? snapshot.sites.hostUnit[at(subject)]
                                                             : snapshot.sites.county[at(subject)];
    case SubjectType::Facility:
        return snapshot.facilities.unit[at(subject)];
    case SubjectType::Project:
        return snapshot.projects.unit[at(subject)] != noRow
                   ? snapshot.projects.unit[at(subject)]
                   : unitOfSubject(context, SubjectType::Site, snapshot.projects.site[at(subject)]);
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

UnitRows unitsOfSubjects(const QueryContext& context, const std::vector<SubjectType>& types,
                         const std::vector<RowIndex>& subjects)
{
    UnitRows made;
    made.reserve(subjects.size());
    for (std::size_t row = 0; row < subjects.size(); ++row)
        made.push_back(unitOfSubject(context, types[row], subjects[row]));
    return made;
}

Numbers openProblems(const QueryContext& context, SubjectType type, std::size_t rows)
{
    Numbers made(rows, 0);
    const ProblemColumns& problems = context.snapshot.problems;
    for (std::size_t row = 0; row < problems.size(); ++row)
        if (problems.subjectType[row] == type && problems.subject[row] != noRow &&
            isOpen(problems, row, context.snapshot.asOf))
            made[at(problems.subject[row])] += 1;
    return made;
}

Days lastVisits(const QueryContext& context, SubjectType type, std::size_t rows)
{
    Days made(rows, noDate);
    const VisitColumns& visits = context.snapshot.visits;
    for (std::size_t row = 0; row < visits.size(); ++row)
        if (visits.subjectType[row] == type && visits.subject[row] != noRow)
            made[at(visits.subject[row])] = std::max(made[at(visits.subject[row])], visits.on[row]);
    return made;
}

FieldColumn listedFlags(const QueryContext& context, SubjectType type)
{
    Flags made;
    for (const Issuer issuer :
         type == SubjectType::Unit ? context.listings.unit : context.listings.site)
        made.push_back(issuer == Issuer::None ? Flag::No : Flag::Yes);
    return made;
}

/// A place may be on several lists at once; all their issuers count.
FieldColumn issuers(const QueryContext& context, SubjectType type)
{
    WordSets made = ruleSets(context, type);
    made.words.clear();
    for (const Issuer issuer :
         {Issuer::National, Issuer::Province, Issuer::County, Issuer::Prefecture})
        made.words.emplace_back(toString(issuer));
    const ListingColumns& listings = context.snapshot.listings;
    for (const std::size_t row : context.listings.active) {
        if (listings.subjectType[row] != type || listings.subject[row] == noRow)
            continue;
        const auto found = std::ranges::find(made.words, listings.issuerLevel[row]);
        if (found != made.words.end())
            made.certain[at(listings.subject[row])] |= std::uint64_t{1}
                                                       << (found - made.words.begin());
    }
    return made;
}

FieldColumn ruleHits(const QueryContext& context, SubjectType type)
{
    WordSets made = ruleSets(context, type);
    mark(made.certain, context.listings.hits, type);
    mark(made.undecided, context.listings.undecided, type);
    return made;
}

FieldColumn undecidedRules(const QueryContext& context, SubjectType type)
{
    WordSets made = ruleSets(context, type);
    mark(made.certain, context.listings.undecided, type);
    return made;
}

/// The rule is true and its issuer has not listed the place; unknown where a rule cannot tell.
FieldColumn ruleOnly(const QueryContext& context, SubjectType type)
{
    const auto& only =
        type == SubjectType::Unit ? context.listings.unitHitOnly : context.listings.siteHitOnly;
    Flags made;
    for (const bool hit : only)
        made.push_back(hit ? Flag::Yes : Flag::No);
    for (const RuleHit& hit : context.listings.undecided)
        if (hit.subjectType == type && !hit.official && made[at(hit.subject)] == Flag::No)
            made[at(hit.subject)] = Flag::Unknown;
    return made;
}

Flags flagsOf(const std::vector<bool>& column)
{
    Flags made;
    made.reserve(column.size());
    for (const bool one : column)
        made.push_back(one ? Flag::Yes : Flag::No);
    return made;
}

std::optional<FieldColumn> criterionColumn(const QueryContext& context, Entity entity,
                                           std::string_view criterion)
{
    const HouseholdCriteria& criteria = context.closure.criteria;
    if (entity == Entity::Household) {
        const auto found = std::ranges::find(criteria.ids, criterion);
        if (found == criteria.ids.end())
            return std::nullopt;
        const auto place = static_cast<std::size_t>(found - criteria.ids.begin());
        return enumWords(criteria.results[place], 4, guatu::toString);
    }
    const std::string grain = grainOf(context.profile, criterion);
    if (grain.empty() || (entity != Entity::Unit && entity != Entity::Site))
        return std::nullopt;
    std::vector<CriterionResult> results(rowCount(context, entity), CriterionResult::Unknown);
    const SubjectType type = entity == Entity::Unit ? SubjectType::Unit : SubjectType::Site;
    for (std::size_t row = 0; row < results.size(); ++row) {
        if (entity == Entity::Unit && guatu::toString(context.snapshot.units.level[row]) != grain)
            continue;
        for (const Judgement& one : judgementsOf(context.snapshot, context.profile, context.closure,
                                                 type, static_cast<RowIndex>(row)))
            if (one.id == criterion)
                results[row] = one.result;
    }
    return enumWords(results, 4, guatu::toString);
}

} // namespace guatu::campaign::query
