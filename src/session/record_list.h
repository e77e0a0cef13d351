// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <vector>

namespace guatu::session
{

/// Lists that a card's numbers open, save those of households.
enum class RecordKind : std::uint8_t {
    Children,     ///< the units one level down
    OpenProblems, ///< problems of the unit's subtree that are not closed
    LateProblems, ///< those of them that are late
    Listed,       ///< places under supervision, officially or by rule
    OpenCriteria, ///< own criteria of units that are not met
};

/// Where a line of the list leads.
struct RecordTarget {
    RowIndex unit = noRow, household = noRow, site = noRow;
};

/// A list for people, with the place each line leads to.
struct RecordList {
    Table table;
    std::vector<RecordTarget> targets; ///< one a row
};

[[nodiscard]] RecordList recordList(const WorkspaceView& view, RecordKind kind, RowIndex unit);

/// A unit's name alone; empty when there is none.
[[nodiscard]] std::string plainName(const WorkspaceView& view, RowIndex unit);

/// Any rows of the units, as an answer to a query.
[[nodiscard]] RecordList unitList(const WorkspaceView& view, const LocalText& title,
                                  const std::vector<RowIndex>& units);
[[nodiscard]] RecordList problemList(const WorkspaceView& view, const LocalText& title,
                                     const std::vector<std::size_t>& problems);

} // namespace guatu::session
