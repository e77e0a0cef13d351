// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <vector>

namespace guatu::test
{

/// When a team arrives at each of its visits and, last, at the evening's base: added up again from
/// the matrix of times, visit lengths, walks and the beginnings that the plan says, as one would
/// with a pocket calculator.
[[nodiscard]] std::vector<trips::Seconds> addedTimes(const trips::Problem& problem,
                                                     const trips::DayPlan& day);

} // namespace guatu::test
