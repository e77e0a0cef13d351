// SPDX-License-Identifier: MIT
#pragma once

#include "access/siting.h"
#include "core/table.h"
#include "session/tables/gap_table.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guatu::session
{

/// Where facilities may be added.
struct SitingQuestion {
    GapQuestion service{};
    access::SitingGoal goal = access::SitingGoal::Cover;
    std::size_t add = 1;
    /// village or hamlet: their seats; else a file of places with the columns name, lon, lat and,
    /// if they have costs, cost.
    std::string candidates = "village";
    std::vector<std::string> fixed{}; ///< places that get one anyhow: units, facilities, lon,lat
    std::vector<std::string> forbidden{};      ///< codes or names of units that get none
    std::optional<std::pair<int, int>> ages{}; ///< only persons of these ages count
    std::filesystem::path costs{};  ///< a file with the columns place (code or name) and cost
    std::optional<double> budget{}; ///< for all that are added, in the costs' unit
};

/// Null for a word that is no goal: cover, median, center.
[[nodiscard]] std::optional<access::SitingGoal> sitingGoalFromString(std::string_view word);

/// Where new facilities of a service do most for the people below a unit: one row a facility, the
/// one that adds most first, each with a sentence; notes say how good the plan is. Where costs are
/// given, candidates without one are left out and counted. Throws Error(Input) for an unknown
/// service, place or kind of candidates, a bad row of a file, and a budget without costs.
[[nodiscard]] Table sitingTable(const WorkspaceView& view, RowIndex unit,
                                const SitingQuestion& question);

} // namespace guatu::session
