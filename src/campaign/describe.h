// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/blockers.h"
#include "core/definition.h"

namespace guatu::campaign
{

/// A criterion on one subject in words: 贫困发生率 3.08 %（要求 <3 %）未达标，计算，2014-12-31.
[[nodiscard]] LocalText describe(const Snapshot& snapshot, const Profile& profile,
                                 const Judgement& judgement);

/// A problem in words: its topic, state, due day and text.
[[nodiscard]] LocalText describeProblem(const Snapshot& snapshot, const Profile& profile,
                                        std::size_t problem);

/// A blocker in words, with the place it stands in.
[[nodiscard]] LocalText describe(const Snapshot& snapshot, const Profile& profile,
                                 const Closure& closure, const Blocker& blocker);

/// The criteria of a household or unit that are not met or not known, by title: 住房安全未达标.
[[nodiscard]] std::vector<LocalText> shortfalls(const std::vector<Judgement>& judgements,
                                                const Profile& profile);

} // namespace guatu::campaign
