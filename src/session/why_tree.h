// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/explain.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// A line of the opened tree of reasons.
struct WhyLine {
    campaign::WhyNode node;
    int depth = 0;           ///< 0: the subject itself
    std::size_t omitted = 0; ///< further lines below the node that the limit left out
};

/// Why a household or unit stands as it does: the tree opened `depth` levels deep, of each node the
/// first `limit` lines below it.
[[nodiscard]] std::vector<WhyLine> whyTree(const WorkspaceView& view, SubjectType type,
                                           RowIndex row, int depth, std::size_t limit);

/// The same as a table, one row a line: depth, kind, status, code, text.
[[nodiscard]] Table whyTable(const WorkspaceView& view, const std::vector<WhyLine>& lines);

} // namespace guatu::session
