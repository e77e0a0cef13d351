// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

namespace guatu::test
{

/// A small prefecture with a campaign, full of edge cases: missing townships, empty and ungrouped
/// villages, moved households, unknown and exempt values, figures on thresholds, days on due days,
/// recorded values of every method, visits that agree or not, problems of every state.
struct RandomPrefecture {
    Profile profile;
    Snapshot snapshot;
};

/// The same for the same seed.
[[nodiscard]] RandomPrefecture randomPrefecture(unsigned seed);

/// Changes everything of a household that may change without moving it.
void scramble(Snapshot& snapshot, std::size_t household, unsigned seed);

} // namespace guatu::test
