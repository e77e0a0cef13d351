// SPDX-License-Identifier: MIT
#pragma once

#include "session/trip/trip_targets.h"

namespace guatu::session
{

/// The targets of a request as stops on the workspace's roads, with its teams and days. A target
/// off the network, or without a position, is a stop that says so. Throws Error(Input) for a
/// request that makes no sense, a name that names nothing, a base off the network, and for more
/// places than a matrix of times can hold.
[[nodiscard]] trips::Problem tripProblem(const WorkspaceView& view, const TripRequest& request,
                                         Language language, const Progress& progress = {});

/// The same problem on the roads of another day: with other roads closed, or rain.
[[nodiscard]] trips::Problem withRoads(const WorkspaceView& view, trips::Problem problem,
                                       const TravelOptions& travel);

} // namespace guatu::session
