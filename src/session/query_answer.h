// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guatu::session
{

/// A query that was run on a view.
struct QueryAnswer {
    campaign::query::Query query;
    campaign::query::QueryResult result;
    LocalText text;                         ///< the query in words of either language
    std::optional<PersonColumns> persons{}; ///< read when the query asked for them
};

/// The persons that a query asks of; null when it asks of none. Throws Error(Store).
[[nodiscard]] std::optional<PersonColumns> personsFor(const WorkspaceView& view,
                                                      const campaign::query::Query& query,
                                                      const Progress& progress = {});

/// Runs an expression. Throws campaign::query::QueryError for a text that is none, Error for a
/// workspace that cannot be read.
[[nodiscard]] QueryAnswer answerQuery(const WorkspaceView& view, std::string_view text,
                                      const Progress& progress = {});

/// The rows that were hit, or (`cannotTell`) those for which something is missing, as a table of
/// what they are. Its notes say the query, how many are hit and of how many it cannot be told.
[[nodiscard]] Table answerTable(const WorkspaceView& view, const QueryAnswer& answer,
                                bool cannotTell = false);

/// Rows of an entity's table in the snapshot as a list of what they are. `persons` are needed for
/// persons only.
[[nodiscard]] Table entityTable(const WorkspaceView& view, campaign::query::Entity entity,
                                std::span<const std::uint32_t> rows,
                                const PersonColumns* persons = nullptr);

/// The text of a query saved in the workspace or, else, shipped with the program; null when there
/// is none of that name.
[[nodiscard]] std::optional<std::string> savedQueryText(const std::filesystem::path& workspace,
                                                        const std::string& name);

/// Saved and shipped queries, one a row.
[[nodiscard]] Table queryTable(const std::filesystem::path& workspace);

/// Keeps a query under a name, in its canonical English words; one of that name is replaced.
/// Throws as answerQuery does.
void saveQuery(const WorkspaceView& view, const std::string& who, const std::string& name,
               std::string_view text);

/// Throws Error(Input) when there is no saved query of that name.
void deleteQuery(const std::filesystem::path& workspace, const std::string& who,
                 const std::string& name);

} // namespace guatu::session
