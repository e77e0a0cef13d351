// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/tables/gap_table.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guatu::session
{

/// How many people have a service within what, and what a change would do.
struct CoverageQuestion {
    GapQuestion service{};
    std::vector<double> limits{};      ///< minutes or metres, ascending
    std::vector<std::string> added{};  ///< places that get a facility: units, lon,lat
    std::vector<std::string> closed{}; ///< codes of roads that are closed beside those of service
    std::optional<std::pair<int, int>> ages{};
};

/// The share of persons below a unit within each limit, one row a limit and one for those whom
/// nothing reaches; with a change beside it when one is asked for. Throws Error(Input).
[[nodiscard]] Table coverageTable(const WorkspaceView& view, RowIndex unit,
                                  const CoverageQuestion& question);

/// Who finds a seat where: one row a facility with its seats, the persons for whom it is the
/// nearest, and those whom an assignment of least time gives it. Throws Error(Input).
[[nodiscard]] Table seatsTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& service,
                               const std::optional<std::pair<int, int>>& ages);

} // namespace guatu::session
