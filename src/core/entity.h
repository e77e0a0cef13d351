// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace guatu
{

/// The kinds of records that files bring and workspaces keep.
enum class EntityKind : std::uint8_t {
    Unit,     ///< administrative units without their areas
    Boundary, ///< areas of units that exist already
    Household,
    Person,
    Site,
    Facility,
    Road,
    Project,
    Problem,
    Listing,
    CriterionValue, ///< results that are reported or verified apart from the subject's own data
    Visit,          ///< 入户、实地核查
    ClosureSign,    ///< signatures of the closure workflow 销号
    ListingAspect,  ///< the six aspects of a listed place in a month
    Review,         ///< the monthly cycle of a listed place
    Measure,
    PlanItem,   ///< help for a household
    Succession, ///< units that became others
};
inline constexpr std::size_t entityKindCount = 18;

/// The words of `--as`: units, boundaries, households, persons, sites, facilities, roads,
/// projects, problems, listings, criterion_values, visits, closure_signs, listing_aspects,
/// reviews, measures, plan_items, successions.
[[nodiscard]] std::string_view toString(EntityKind kind);
[[nodiscard]] std::optional<EntityKind> entityKindFromString(std::string_view word);

enum class FieldType : std::uint8_t {
    Text,
    Integer,
    Real,
    Flag,    ///< stored 0, 1 or NULL
    Date,    ///< stored as ISO text
    Word,    ///< one of `words`
    UnitRef, ///< the code of a unit, as text
    Ref,     ///< the key of another record, as text
};

/// One field of an entity kind: its column in the workspace, and what may stand in it.
struct FieldDefinition {
    std::string_view name;
    FieldType type;
    std::span<const std::string_view> words{}; ///< for Word
    bool key = false;                          ///< part of what identifies a record across imports
    bool required = false;
    bool personal = false; ///< kept in the personal-data file only
    bool coded = false;    ///< text with a code list that a profile may extend
};

/// The fields of a kind, key fields first. The geometry is no field.
[[nodiscard]] std::span<const FieldDefinition> fieldsOf(EntityKind kind);
[[nodiscard]] const FieldDefinition* findField(EntityKind kind, std::string_view name);

/// The geometry a kind carries; None when it has none.
[[nodiscard]] GeometryType geometryOf(EntityKind kind);

} // namespace guatu
