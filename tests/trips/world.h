// SPDX-License-Identifier: MIT
#pragma once

#include "trips/problem.h"

namespace guatu::test
{

/// Places on a line, one kilometre and one minute of driving apart, the base at the first; one
/// team, one day from 8 to 18 o'clock; one stop of ten minutes at each place behind the base.
[[nodiscard]] trips::Problem lineWorld(std::size_t stops);

/// A trip with all that a problem can hold, any size and shape that is sound, from a seed:
/// several teams and days, lunch, nights, windows, skills, orders, off-road and closed places.
[[nodiscard]] trips::Problem anyWorld(std::uint64_t seed);

} // namespace guatu::test
