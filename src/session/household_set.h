// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// Some households, counted, and ready for the map.
struct HouseholdSet {
    std::vector<std::uint32_t> rows;            ///< in snapshot.households, ascending
    std::int64_t persons = 0;                   ///< of the households whose number is known
    std::size_t personsUnknown = 0;             ///< households whose number of persons is not known
    std::shared_ptr<const FeatureTable> places; ///< source `found`, columns as of `household`
};

/// Sorts the rows and drops repeated ones.
[[nodiscard]] HouseholdSet householdSet(const WorkspaceView& view, std::vector<std::uint32_t> rows);

/// Households of a unit's subtree with this closure status, by current unit.
[[nodiscard]] std::vector<std::uint32_t> householdsWith(const WorkspaceView& view, RowIndex unit,
                                                        Clear status);

/// Households in scope of a unit's subtree with this result in a household criterion.
[[nodiscard]] std::vector<std::uint32_t> householdsWith(const WorkspaceView& view, RowIndex unit,
                                                        std::string_view criterion,
                                                        CriterionResult result);

/// Cleared households of a unit's subtree that are verified on site (实).
[[nodiscard]] std::vector<std::uint32_t> verifiedHouseholds(const WorkspaceView& view,
                                                            RowIndex unit);

/// Households of a unit's subtree that are at risk (domain notes §6).
[[nodiscard]] std::vector<std::uint32_t> householdsAtRisk(const WorkspaceView& view, RowIndex unit);

/// Households by their codes; those that are not there are left out.
[[nodiscard]] std::vector<std::uint32_t> householdsByCode(const WorkspaceView& view,
                                                          const std::set<std::string>& codes);

/// The remaining poor (domain notes §8 Q1) of a unit's subtree, by current or by origin unit.
enum class CountedBy : std::uint8_t { CurrentUnit, OriginUnit };
[[nodiscard]] std::vector<std::uint32_t> remainingHouseholds(const WorkspaceView& view,
                                                             RowIndex unit, CountedBy by);

} // namespace guatu::session
