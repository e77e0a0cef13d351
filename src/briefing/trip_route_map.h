// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "render/route_map.h"
#include "session/trip/trip_stop_facts.h"
#include "session/trip/trip_ways.h"

#include <functional>
#include <vector>

namespace guatu::briefing
{

/// The ways of a trip (lon/lat) in the plane of a CRS.
[[nodiscard]] session::TripWays inPlane(session::TripWays ways, const std::string& crs);

/// Where a place stands in the plane; invalid for one without a position.
[[nodiscard]] Point inPlane(const trips::Place& place, const Transform& toPlane);

/// What is known of a stop of a trip, by its index.
using FactsOfStop = std::function<const session::StopFacts&(std::size_t)>;

/// The visits of a day as the map shows them: one badge for all visits in a row at one place.
[[nodiscard]] std::vector<render::RouteStop> routeStops(const trips::Problem& problem,
                                                        const trips::DayPlan& day,
                                                        const FactsOfStop& facts,
                                                        const Transform& toPlane);

/// Everything that the day touches: its drives, stops and bases.
[[nodiscard]] Box boxOf(const render::Route& route);

} // namespace guatu::briefing
