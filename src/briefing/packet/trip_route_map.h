// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "render/route_map.h"
#include "session/trip/trip_stop_facts.h"
#include "session/trip/trip_ways.h"

#include <vector>

namespace guatu::briefing
{

/// Facts of every stop of a trip, in the order of Problem::stops.
using TripFacts = std::vector<session::StopFacts>;
[[nodiscard]] TripFacts factsOf(const session::WorkspaceView& view, const trips::Trip& trip);

/// The ways of a trip (lon/lat) in the plane of a CRS.
[[nodiscard]] session::TripWays inPlane(session::TripWays ways, const std::string& crs);

/// The visits of a day as the map shows them: one badge for all visits in a row at one place.
[[nodiscard]] std::vector<render::RouteStop> routeStops(const trips::Problem& problem,
                                                        const trips::DayPlan& day,
                                                        const TripFacts& facts,
                                                        const std::string& crs);

/// The route of one day of the plan, `ways` being in the plane of `crs`.
[[nodiscard]] render::RouteMap routeMapOf(const trips::Trip& trip, std::size_t day,
                                          const session::TripWays& ways, const TripFacts& facts,
                                          const std::string& crs);

/// Everything that the day touches: its drives, stops and bases.
[[nodiscard]] Box boxOf(const render::Route& route);

} // namespace guatu::briefing
