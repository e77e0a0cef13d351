// SPDX-License-Identifier: MIT
#pragma once

#include "core/status.h"
#include "core/table.h"
#include "session/road_access.h"

#include <optional>
#include <string>

namespace guatu::session
{

/// Whose gaps are asked for, and by which standard.
struct GapQuestion {
    std::string service;                             ///< of data/access/standards.json
    std::optional<double> maxMinutes{}, maxMetres{}; ///< instead of the standard's limit
    bool meansGiven = false; ///< whether travel.means replaces the standard's
    TravelOptions travel{};
    std::string grain = "household";          ///< household, hamlet, village or site
    std::optional<CriterionResult> verdict{}; ///< only these
};

/// Which households (or hamlets, villages, sites) below a unit have the service near enough, with
/// the figure, the limit, the rule and a sentence. Throws Error(Input) for an unknown service,
/// means or grain.
[[nodiscard]] Table gapTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question);

} // namespace guatu::session
