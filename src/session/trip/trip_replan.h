// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"
#include "trips/replan.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// What a planner says of a trip that is on the road.
struct TripNow {
    Date day{0};
    trips::Seconds now = 0;
    /// Stops that are visited; none: what the plan has left by now.
    std::optional<std::vector<std::size_t>> done{};
    std::vector<std::size_t> lostTeams{}; ///< whose car is lost
    bool rain = false;
    std::vector<std::string> closed{}; ///< codes of roads
};

/// How things stand: what was done before stays done, and with a view the roads are those of now,
/// for each team's vehicle. Throws Error(Input) for a day outside the trip, and for roads that the
/// workspace does not know.
[[nodiscard]] trips::RoadState roadStateOf(const trips::Trip& trip, const TripNow& now,
                                           const WorkspaceView* view);

} // namespace guatu::session
