// SPDX-License-Identifier: MIT
#pragma once

#include "trips/model.h"

namespace guatu::trips
{

/// The itinerary without what makes it impossible: stops that are too late, too far or before what
/// they must follow are taken out, those worth least first; never a locked one. A route that is
/// impossible with its locked stops alone keeps these.
[[nodiscard]] Itinerary repaired(const Model& model, Itinerary itinerary,
                                 const std::vector<char>& isLocked);

} // namespace guatu::trips
