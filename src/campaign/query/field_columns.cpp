// SPDX-License-Identifier: MIT
#include "campaign/query/field_columns.h"

#include "campaign/query/field_readers.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace guatu::campaign::query
{
namespace
{

constexpr std::string_view criterionPrefix = "criterion ";

const FieldReaders& readersOf(Entity entity)
{
    switch (entity) {
    case Entity::Household:
        return householdReaders();
    case Entity::Person:
        return personReaders();
    case Entity::Unit:
        return unitReaders();
    case Entity::Site:
        return siteReaders();
    case Entity::Facility:
    case Entity::Road:
    case Entity::Project:
        return placeReaders(entity);
    default:
        return recordReaders(entity);
    }
}

} // namespace

std::size_t rowCount(const QueryContext& context, Entity entity)
{
    const Snapshot& snapshot = context.snapshot;
    switch (entity) {
    case Entity::Household:
        return snapshot.households.size();
    case Entity::Person:
        if (context.persons == nullptr)
            throw inputError({"query.no_persons"});
        return context.persons->size();
    case Entity::Unit:
        return snapshot.units.size();
    case Entity::Site:
        return snapshot.sites.size();
    case Entity::Facility:
        return snapshot.facilities.size();
    case Entity::Road:
        return snapshot.roads.size();
    case Entity::Project:
        return snapshot.projects.size();
    case Entity::Problem:
        return snapshot.problems.size();
    case Entity::Listing:
        return snapshot.listings.size();
    case Entity::Plan:
        return snapshot.planItems.size();
    case Entity::Visit:
        break;
    }
    return snapshot.visits.size();
}

bool isReadable(Entity entity, const std::string& field)
{
    return field.starts_with(criterionPrefix) || readersOf(entity).contains(field);
}

FieldColumn readField(const QueryContext& context, Entity entity, const std::string& field)
{
    static_cast<void>(rowCount(context, entity)); // refuses persons that are not there
    if (field.starts_with(criterionPrefix)) {
        auto column = criterionColumn(context, entity,
                                      std::string_view(field).substr(criterionPrefix.size()));
        if (column)
            return std::move(*column);
        throw inputError({"query.no_criterion", {{"criterion", field}}});
    }
    const FieldReaders& readers = readersOf(entity);
    const auto found = readers.find(field);
    if (found == readers.end())
        throw inputError({"query.no_field", {{"field", field}}});
    return found->second(context);
}

Numbers reals(const std::vector<float>& column)
{
    return {column.begin(), column.end()};
}

WordCodes words(const std::vector<std::string>& column)
{
    WordCodes made;
    std::unordered_map<std::string_view, std::uint16_t> known{{"", 0}, {"unknown", 0}};
    made.rows.reserve(column.size());
    for (const std::string& word : column) {
        const auto [place, isNew] =
            known.try_emplace(word, static_cast<std::uint16_t>(made.words.size()));
        if (isNew)
            made.words.push_back(word);
        made.rows.push_back(place->second);
    }
    return made;
}

WordCodes words(const CategoryColumn& column)
{
    return {column.words, {column.rows.begin(), column.rows.end()}};
}

Texts texts(const std::vector<std::string>& column)
{
    return {column.size(), [&column](std::size_t row) -> std::string_view { return column[row]; }};
}

Days days(const std::vector<std::optional<Date>>& column)
{
    Days made;
    made.reserve(column.size());
    for (const auto& day : column)
        made.push_back(day.value_or(noDate));
    return made;
}

} // namespace guatu::campaign::query
