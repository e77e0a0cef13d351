// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"

#include <string_view>

namespace guatu::store
{

/// Where the records of a kind stand in the workspace.
struct EntityTable {
    std::string_view table;
    std::string_view key;      ///< column of the record's key
    std::string_view geometry; ///< column, empty when there is none
    std::string_view name;     ///< column shown beside the key, empty when there is none
};
[[nodiscard]] const EntityTable& tableOf(EntityKind kind);

/// What a field's text stands for.
enum class Reference { None, Unit, Site, Household, Subject, Listing, Measure };

/// Where a field goes, and what its column takes.
struct FieldRule {
    std::string_view column{}; ///< empty: not in the kind's own table
    Reference reference = Reference::None;
    std::string_view whenNull{};   ///< the word of a column that must not be NULL
    long long least = 0, most = 0; ///< of integers
};
[[nodiscard]] FieldRule ruleOf(EntityKind kind, const FieldDefinition& field);

} // namespace guatu::store
