// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/trip/trip_ways.h"

#include <array>
#include <string_view>

namespace guatu::session
{

/// Columns of the sheet that goes out with a team and comes back filled, by the messages of their
/// titles: what names the row, then what is to be filled in.
inline constexpr std::string_view findingsKey = "findings";
inline constexpr std::array<std::string_view, 2> findingNames{"column.code", "column.subject"};
inline constexpr std::array<std::string_view, 6> findingBlanks{
    "column.visited",       "column.visited_on",      "column.agrees",
    "column.field_finding", "column.why_not_visited", "column.photo"};

/// The sheet to be filled in: one row for each stop, for those who go there one for each of its
/// households. Points are where the car is left. What is left blank means nothing; a row without a
/// household is about all of its stop.
[[nodiscard]] Table tripFindingsTable(const trips::Trip& trip, bool forField);

/// The ways of each day of each team, as lines: along the roads where `ways` (as tripWays of the
/// same trip) are given, else straight from stop to stop.
[[nodiscard]] Table tripRouteTable(const trips::Trip& trip, const TripWays& ways);

} // namespace guatu::session
