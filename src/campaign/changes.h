// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "campaign/listing.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::campaign
{

/// What can happen to a household or place between two dates.
enum class ChangeKind : std::uint8_t {
    Cleared,     ///< 新销号
    FallenBack,  ///< 由已销号退回
    NewlyListed, ///< 新挂牌
    Lifted,      ///< 摘牌
    NewlyPoor,   ///< 新增贫困: remaining now, and never so before
    Returned,    ///< 返贫
    Exited,      ///< 新脱贫: remaining before, exited now
    Moved,       ///< counted at another unit, mergers and new codes set aside
    Added,       ///< only in the later one
    Gone,        ///< only in the earlier one
};
inline constexpr std::size_t changeKindCount = 10;
[[nodiscard]] std::string_view toString(ChangeKind kind); // cleared fallen_back newly_listed ...

/// One thing that happened. Rows are of the later snapshot; of Gone, of the earlier.
struct Change {
    ChangeKind kind{};
    SubjectType subjectType{}; ///< Household, Unit or Site
    RowIndex subject = noRow;
    std::string code{};
    std::string name{};       ///< of units and sites
    std::string issuer{};     ///< of listings
    std::string from{}, to{}; ///< status words, classes or unit codes
    RowIndex unit = noRow;    ///< where it stands, in the later snapshot where it is there

    friend bool operator==(const Change&, const Change&) = default;
};

inline constexpr std::size_t householdClassCount = 8;

/// What changed between two dates (domain notes Q27).
struct ChangeSet {
    /// Households by class before and after, [from][to] by HouseholdClass.
    using Flow = std::array<std::array<std::int64_t, householdClassCount>, householdClassCount>;

    Date from, to;
    std::vector<Change> changes;                                     ///< by kind, then code
    std::array<std::int64_t, changeKindCount> households{}, units{}; ///< how many of each kind
    Flow classFlow{}, classFlowPersons{}; ///< of households in both; persons as of the later
    std::array<std::array<std::int64_t, 4>, 4> clearFlow{}; ///< by Clear
};

/// One side of the comparison.
struct Dated {
    const Snapshot& snapshot;
    const Closure& closure;
    const ListingState& listings;
};

/// Matches households by code, units by code along the later snapshot's successions, and sites
/// by code.
[[nodiscard]] ChangeSet changesBetween(const Dated& from, const Dated& to);

} // namespace guatu::campaign
