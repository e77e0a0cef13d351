// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/road_access.h"
#include "session/workspace_view.h"

#include <string>

namespace guatu::session
{

/// The quickest way between two places with its line on the roads: one row, or the roads it takes,
/// one after the other (`steps`). Throws Error(Input) when a place is not on the network.
[[nodiscard]] Table routeTable(const WorkspaceView& view, const TravelOptions& options,
                               const std::string& from, const std::string& to, bool steps);

} // namespace guatu::session
