// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"
#include "trips/checker.h"

#include <cstdint>

namespace guatu::session
{

/// What a plan comes to.
struct TripFigures {
    std::size_t stops = 0, musts = 0, leftOut = 0, mustsLeftOut = 0, households = 0;
    std::int64_t persons = 0;                           ///< of the households whose number is known
    std::size_t personsUnknown = 0;                     ///< households of which it is not
    std::int64_t metres = 0, driving = 0, visiting = 0; ///< visiting with walks and set-up, seconds
    std::size_t nightsOut = 0, violations = 0;
    friend bool operator==(const TripFigures&, const TripFigures&) = default;
};

[[nodiscard]] TripFigures tripFigures(const WorkspaceView& view, const trips::Trip& trip);

/// Two plans side by side: one row for each figure, with the second less the first.
[[nodiscard]] Table tripComparisonTable(const WorkspaceView& view, const trips::Trip& first,
                                        const trips::Trip& second);

/// The stops that the plans visit otherwise, by their codes: on another day or with another team,
/// or in one of them only.
[[nodiscard]] Table tripDifferenceTable(const trips::Trip& first, const trips::Trip& second);

/// What each team does, and what falls to each office that answers for a stop.
[[nodiscard]] Table tripTeamLoadTable(const WorkspaceView& view, const trips::Trip& trip);
[[nodiscard]] Table tripOfficeLoadTable(const WorkspaceView& view, const trips::Trip& trip);

} // namespace guatu::session
