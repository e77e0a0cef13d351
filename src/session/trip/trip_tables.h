// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "trips/checker.h"

namespace guatu::session
{

// A trip as tables, for terminal, workbook and other programs. Times are HH:MM of the day.

/// One row for each day of each team, with where it sleeps, what it drives, walks and costs.
[[nodiscard]] Table tripDayTable(const trips::Trip& trip);

/// The stops in their order, with times and slack; points are where the car is left.
[[nodiscard]] Table tripStopTable(const trips::Trip& trip);

/// What is not visited, and why; the most wanted first.
[[nodiscard]] Table tripLeftOutTable(const trips::Trip& trip);

/// Planned and left out by township.
[[nodiscard]] Table tripAreaTable(const trips::Trip& trip);

/// All of these.
[[nodiscard]] std::vector<Table> tripTables(const trips::Trip& trip);

/// Rules that the plan breaks.
[[nodiscard]] Table tripCheckTable(const trips::Trip& trip);

/// HH:MM, the minute that has begun.
[[nodiscard]] std::string clockText(trips::Seconds time);

} // namespace guatu::session
