// SPDX-License-Identifier: MIT
#pragma once

#include "session/tables/gap_table.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// What is to be compared with things as they are.
struct GapChange {
    std::vector<std::string> closed{}; ///< codes of roads
    std::vector<std::string> added{};  ///< places that get a facility: units, facilities, lon,lat

    [[nodiscard]] bool any() const { return !closed.empty() || !added.empty(); }
};

/// Who below a unit is served otherwise once roads are closed or facilities added: one row for each
/// whose verdict, facility or figure changes, those that lose the service first, then those that
/// gain it; notes count the verdicts before and after. `question.verdict` is that after the change.
/// Throws Error(Input) as gapTable does, and for an unknown road or place.
[[nodiscard]] Table gapChangesTable(const WorkspaceView& view, RowIndex unit,
                                    const GapQuestion& question, const GapChange& change);

} // namespace guatu::session
