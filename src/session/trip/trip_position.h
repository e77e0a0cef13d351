// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "trips/plan.h"

#include <span>
#include <vector>

namespace guatu::session
{

/// Where a team is at a time of its day. `drives` are the ways of the day in any plane, one for
/// each visit and the way back; `places` where each visit and, first and last, both bases are.
/// Cars drive evenly along each way. Before departure it is at its base, afterwards at the next.
[[nodiscard]] Point tripPosition(const trips::DayPlan& day,
                                 std::span<const std::vector<Point>> drives,
                                 std::span<const Point> places, trips::Seconds time);

/// A place on a line, by the share of its length from 0 to 1; the line has a vertex.
[[nodiscard]] Point alongLine(std::span<const Point> line, double share);

} // namespace guatu::session
