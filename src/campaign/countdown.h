// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign
{

/// A due day of the campaign with what is to be done by then (倒排工期).
///
/// An item is a criterion on one subject whose due day it is, in scope and not exempt; for the
/// day of a plan without such criteria the counts are zero.
struct CountdownItem {
    std::string id; ///< of the profile's deadline; empty for a due day that only criteria have
    Date on;
    LocalText what;
    std::int64_t total = 0, done = 0, unknown = 0; ///< items; done are met
    int daysLeft = 0;                              ///< negative: over
    std::optional<double> requiredPerWeek{};       ///< items to do a week from now; null when over
    std::optional<double> actualPerWeek{};         ///< done a week since the earlier date
    bool late = false;                             ///< over, and not all done

    [[nodiscard]] std::int64_t open() const { return total - done; }
};

/// The earlier state that the actual rate is taken from.
struct Earlier {
    const Snapshot& snapshot;
    const Closure& closure;
};

/// The due days in order, of a unit's subtree.
[[nodiscard]] std::vector<CountdownItem> countdown(const Snapshot& snapshot, const Profile& profile,
                                                   const Closure& closure, RowIndex unit,
                                                   const Earlier* earlier = nullptr);

/// A criterion on one subject that is not met though its day is near or over (Q11).
struct DueItem {
    SubjectType subjectType{}; ///< Household or Unit
    RowIndex subject = noRow;
    std::string set, criterion;
    CriterionResult result{}; ///< Unmet or Unknown
    Date due;
};

/// Open items of a unit's subtree due up to `days` after the as-of date, earliest first; late ones
/// are due before the as-of date.
[[nodiscard]] std::vector<DueItem> dueItems(const Snapshot& snapshot, const Profile& profile,
                                            const Closure& closure, RowIndex unit, int days = 30);

} // namespace guatu::campaign
