// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/expression.h"
#include "session/record_list.h"

#include <set>

namespace guatu::session
{

/// The rows of a query's answer as a list, for what is no household.
[[nodiscard]] RecordList queryList(const WorkspaceView& view, const campaign::query::Noun& noun,
                                   const LocalText& title, const std::vector<std::uint32_t>& rows);

/// Features of one map source, by the ids of the workspace's table.
struct MapFeatures {
    std::string source;
    std::set<std::int64_t> ids{};
};

/// Where the map shows the rows; nothing for what it does not draw.
[[nodiscard]] std::vector<MapFeatures> mapFeatures(const WorkspaceView& view,
                                                   const campaign::query::Noun& noun,
                                                   const std::vector<std::uint32_t>& rows);

} // namespace guatu::session
