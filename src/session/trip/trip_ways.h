// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"
#include "trips/plan.h"

namespace guatu::session
{

/// The ways of a plan on the map: of each day (as Plan::days) one line for each drive, the way back
/// last; lon/lat. A drive within a place has no vertices.
using TripWays = std::vector<std::vector<std::vector<Point>>>;

/// Finds them again on the roads of the workspace, each under the season and closures its day was
/// planned with. Throws Error(Input) when the workspace has no roads.
[[nodiscard]] TripWays tripWays(const WorkspaceView& view, const trips::Trip& trip);

} // namespace guatu::session
