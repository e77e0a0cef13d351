// SPDX-License-Identifier: MIT
#include "campaign/query/links.h"

#include "campaign/query/field_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guatu::campaign::query
{
namespace
{

using Rows = std::vector<RowIndex>;

SubjectType subjectType(Entity entity)
{
    switch (entity) {
    case Entity::Household:
        return SubjectType::Household;
    case Entity::Unit:
        return SubjectType::Unit;
    case Entity::Site:
        return SubjectType::Site;
    case Entity::Facility:
        return SubjectType::Facility;
    case Entity::Project:
        return SubjectType::Project;
    default:
        return SubjectType::Unknown;
    }
}

Rows subjectsOf(const std::vector<SubjectType>& types, const Rows& subjects, SubjectType wanted)
{
    Rows rows(subjects.size(), noRow);
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (types[row] == wanted)
            rows[row] = subjects[row];
    return rows;
}

/// Rows of a table of records about subjects; null for other tables.
std::optional<Rows> recordSubjects(const Snapshot& snapshot, Entity records, SubjectType wanted)
{
    if (records == Entity::Problem)
        return subjectsOf(snapshot.problems.subjectType, snapshot.problems.subject, wanted);
    if (records == Entity::Visit)
        return subjectsOf(snapshot.visits.subjectType, snapshot.visits.subject, wanted);
    if (records == Entity::Listing)
        return subjectsOf(snapshot.listings.subjectType, snapshot.listings.subject, wanted);
    if (records == Entity::Plan && wanted == SubjectType::Household)
        return snapshot.planItems.household;
    return std::nullopt;
}

Rows sitesOfPersons(const QueryContext& context)
{
    Rows rows;
    for (const RowIndex household : context.persons->household)
        rows.push_back(household == noRow
                           ? noRow
                           : context.snapshot.households.site[static_cast<std::size_t>(household)]);
    return rows;
}

Rows parentsOf(const UnitColumns& units)
{
    return units.parent;
}

template <typename Sum>
void sumUpwards(const UnitColumns& units, std::vector<Sum>& sums)
{
    for (std::size_t row = units.size(); row-- > 0;)
        if (units.parent[row] != noRow)
            sums[static_cast<std::size_t>(units.parent[row])] += sums[row];
}

} // namespace

std::optional<Rows> ownersOf(const QueryContext& context, Entity entity, Entity related)
{
    const Snapshot& snapshot = context.snapshot;
    if (entity == Entity::Unit)
        return related == Entity::Unit ? parentsOf(snapshot.units)
                                       : std::get<UnitRows>(readField(context, related, "unit"));
    if (entity == Entity::Household && related == Entity::Person) {
        static_cast<void>(rowCount(context, related)); // refuses persons that are not there
        return context.persons->household;
    }
    if (entity == Entity::Site && related == Entity::Household)
        return snapshot.households.site;
    if (entity == Entity::Site && related == Entity::Project)
        return snapshot.projects.site;
    if (entity == Entity::Site && related == Entity::Person) {
        static_cast<void>(rowCount(context, related));
        return sitesOfPersons(context);
    }
    const SubjectType type = subjectType(entity);
    return type == SubjectType::Unknown ? std::nullopt : recordSubjects(snapshot, related, type);
}

std::optional<Rows> holdersOf(const QueryContext& context, Entity entity, Entity related)
{
    const Snapshot& snapshot = context.snapshot;
    if (entity == Entity::Household && related == Entity::Site)
        return snapshot.households.site;
    if (entity == Entity::Project && related == Entity::Site)
        return snapshot.projects.site;
    if (entity == Entity::Person && related == Entity::Household) {
        static_cast<void>(rowCount(context, entity));
        return context.persons->household;
    }
    return recordSubjects(snapshot, entity, subjectType(related));
}

Counts countRelated(const QueryContext& context, Entity entity, Entity related,
                    const Truths& truths, const std::vector<double>& weights)
{
    const std::size_t rows = rowCount(context, entity);
    Counts counts{std::vector<double>(rows), std::vector<double>(rows)};
    const auto owners = ownersOf(context, entity, related);
    if (!owners) {
        const auto holders = holdersOf(context, entity, related);
        for (std::size_t row = 0; holders && row < rows; ++row) {
            const RowIndex holder = (*holders)[row];
            const Truth held = holder == noRow ? no : truths[static_cast<std::size_t>(holder)];
            counts.least[row] = held == yes ? 1 : 0;
            counts.most[row] = held == no ? 0 : 1;
        }
        return counts;
    }
    for (std::size_t row = 0; row < truths.size(); ++row) {
        const RowIndex owner = (*owners)[row];
        if (owner == noRow || truths[row] == no)
            continue;
        const double weight = weights.empty() ? 1 : weights[row];
        const bool known = !std::isnan(weight);
        if (truths[row] == yes && known)
            counts.least[static_cast<std::size_t>(owner)] += weight;
        counts.most[static_cast<std::size_t>(owner)] +=
            known ? weight : std::numeric_limits<double>::infinity();
    }
    if (entity == Entity::Unit) {
        sumUpwards(context.snapshot.units, counts.least);
        sumUpwards(context.snapshot.units, counts.most);
    }
    return counts;
}

Truths inherited(const UnitColumns& units, Truths truths)
{
    for (std::size_t row = 0; row < truths.size(); ++row) // parents stand before their children
        if (units.parent[row] != noRow)
            truths[row] |= truths[static_cast<std::size_t>(units.parent[row])];
    return truths;
}

} // namespace guatu::campaign::query
