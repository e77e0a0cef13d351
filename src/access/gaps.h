// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_network.h"
#include "access/standard.h"
#include "core/message.h"
#include "core/snapshot.h"
#include "core/status.h"

#include <optional>
#include <span>
#include <vector>

namespace guatu::access
{

/// Something that needs a service: where it stands, and in which unit.
struct Subject {
    Point at{};
    RowIndex unit = noRow;
};

/// Whether a subject has a service near enough, and why.
struct Gap {
    CriterionResult verdict = CriterionResult::Unknown;
    RowIndex facility = noRow;      ///< the nearest that works
    std::optional<double> figure{}; ///< minutes or metres to it, as the standard says
    Message reason;
};

/// Judges every subject. Only working facilities serve; one whose state is not recorded, or that
/// has no position, turns what would be unmet into unknown where it could serve. A subject without
/// a position, or too far from any road, is unknown; one that no road joins to a facility is unmet.
/// `network` is needed by standards in minutes only, and must be one of their means.
[[nodiscard]] std::vector<Gap> judgeGaps(const Snapshot& snapshot, const Standard& standard,
                                         const RoadNetwork* network,
                                         std::span<const Subject> subjects);

} // namespace guatu::access
