// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/flat_query.h"
#include "campaign/query/query.h"
#include "session/workspace_view.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// Where a typed query went wrong, as a panel marks it.
struct QueryFault {
    Message what;
    std::size_t position = 0, length = 0; ///< in characters
    std::vector<std::string> suggestions;
};

/// A query of a panel, read and answered.
struct PanelAnswer {
    std::optional<QueryFault> fault; ///< then there is nothing else
    campaign::query::Query query;
    std::optional<campaign::query::FlatQuery> flat; ///< null: only the text can show it
    campaign::query::QueryResult result;
    std::vector<std::uint32_t> misses; ///< rows that do not meet it, ascending
    double seconds = 0;                ///< of the run alone
};

/// Reads and runs a text on a view. What is wrong with the text is in the answer; throws
/// Error for what stops it otherwise.
[[nodiscard]] PanelAnswer panelAnswer(const WorkspaceView& view,
                                      const campaign::query::Vocabulary& vocabulary,
                                      const std::string& text, const campaign::query::Noun& noun);

/// Rows of the noun's table that are of its level or kind at all.
[[nodiscard]] std::vector<std::uint32_t> rowsOf(const WorkspaceView& view,
                                                const campaign::query::Noun& noun);

} // namespace guatu::session
