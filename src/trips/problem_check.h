// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "trips/problem.h"

namespace guatu::trips
{

/// Throws Error(Input) for what makes a problem meaningless: no day, an index that leads nowhere,
/// roads that do not cover all places, a negative length of time, visits in a circle.
void requireSound(const Problem& problem);

/// What is probably not meant but does no harm, so that one bad stop never stops a plan: windows
/// that end before they start, a team without hours, a base off the network, a lunch without room.
[[nodiscard]] std::vector<Message> oddities(const Problem& problem);

} // namespace guatu::trips
