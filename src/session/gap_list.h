// SPDX-License-Identifier: MIT
#pragma once

#include "session/gap_case.h"
#include "session/gap_trial.h"
#include "session/record_list.h"

namespace guatu::session
{

/// The households of a verdict with facility, figure, limit and sentence, the farthest first; those
/// without a figure before them.
[[nodiscard]] RecordList gapList(const GapCase& gaps, CriterionResult verdict);

/// The households that a change touches, those cut off first: figures before and after it.
[[nodiscard]] RecordList gapChangeList(const GapCase& before, const GapCase& after,
                                       const GapChanges& changes);

} // namespace guatu::session
