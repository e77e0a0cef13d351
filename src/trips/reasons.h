// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "trips/plan.h"

namespace guatu::trips
{

/// Why each stop that the itinerary leaves out is not in it, in the order of Problem::stops. For
/// those that are outweighed: which consecutive stops of one day, worth least together, would have
/// to make room, with those that may only follow them.
[[nodiscard]] std::vector<LeftOutStop> leftOutOf(const Problem& problem,
                                                 const Itinerary& itinerary);

/// The itinerary with its times and the reasons.
[[nodiscard]] Plan planOf(const Problem& problem, const Itinerary& itinerary);

/// The reason as a sentence.
[[nodiscard]] Message reasonText(const Problem& problem, const LeftOutStop& stop);

} // namespace guatu::trips
