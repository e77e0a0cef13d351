// SPDX-License-Identifier: MIT
#pragma once

#include "trips/checker.h"

namespace guatu::trips
{

/// What is wrong with one team's day by itself; `index` is its place in the plan.
[[nodiscard]] std::vector<Violation> violationsOfDay(const Problem& problem, const DayPlan& day,
                                                     std::size_t index);

} // namespace guatu::trips
