// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/reach_ground.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// Villages and hamlets within minutes of the nearest of some places. A note counts those that are
/// farther, that no way joins to a place, and that are not on the network or on known ground.
[[nodiscard]] Table reachTable(const WorkspaceView& view, const ReachQuestion& question);

/// Villages and hamlets that are not on the network, with the metres to the nearest road; blank
/// for those without a position. Throws Error(Input) over the ground.
[[nodiscard]] Table offNetworkTable(const WorkspaceView& view, const ReachQuestion& question);

/// The area within each limit, one row a limit, with the persons of the households in scope who
/// live there. `cell` is the side in metres of the lattice that areas are taken from, where ways
/// are along roads.
[[nodiscard]] Table isochroneTable(const WorkspaceView& view, const ReachQuestion& question,
                                   double cell);

/// The roads, cut where a limit is passed, each stretch with the first limit that it keeps. Throws
/// Error(Input) over the ground.
[[nodiscard]] Table colouredNetworkTable(const WorkspaceView& view, const ReachQuestion& question);

} // namespace guatu::session
