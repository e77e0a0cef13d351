// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/road_access.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// What is within minutes of the nearest of some places.
struct IsochroneQuestion {
    TravelOptions travel{};
    std::vector<std::string> from{}; ///< places, as namedPlace takes them
    std::vector<double> minutes{};   ///< ascending
    bool towards = false;            ///< from everywhere to the places
    double cell = 100;               ///< metres of the lattice that areas are taken from
};

/// The area within each limit, one row a limit, with the persons of the households in scope who
/// live there. Throws Error(Input) for a place that is not on the network.
[[nodiscard]] Table isochroneTable(const WorkspaceView& view, const IsochroneQuestion& question);

/// The roads, cut where a limit is passed, each stretch with the first limit that it keeps.
[[nodiscard]] Table colouredNetworkTable(const WorkspaceView& view,
                                         const IsochroneQuestion& question);

} // namespace guatu::session
