// SPDX-License-Identifier: MIT
#pragma once

#include "session/unit_card.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// One line of the household table. Views point into the WorkspaceView, which must outlive it.
struct HouseholdRow {
    std::uint32_t household = 0; ///< row in snapshot.households
    std::string_view code;
    HouseholdClass householdClass{};
    std::string_view village, group; ///< where it lives now; group may be empty
    int persons = -1;                ///< -1 unknown
    Livelihood livelihood{};
    std::vector<std::uint8_t> unmet, unknown; ///< criteria, as indices into householdCriteria()
    int openProblems = 0;
    std::optional<Date> due; ///< the earliest due day among unmet and unknown criteria
    Clear clear{};
    bool located = false;
};

/// The household criteria of the profile, in order.
[[nodiscard]] std::span<const Criterion> householdCriteria(const WorkspaceView& view);

/// One household; cheap enough to be asked for each visible line of a long table.
[[nodiscard]] HouseholdRow householdRow(const WorkspaceView& view, std::uint32_t household);

/// The same for many, in the given order: householdsOf(view, unit), or a selection.
[[nodiscard]] std::vector<HouseholdRow> householdRows(const WorkspaceView& view,
                                                      std::span<const std::uint32_t> households);

/// Titles of criteria, joined with 、 or a comma.
[[nodiscard]] std::string criterionTitles(const WorkspaceView& view,
                                          std::span<const std::uint8_t> criteria,
                                          Language language);

} // namespace guatu::session
