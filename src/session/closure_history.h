// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

#include <map>
#include <optional>
#include <vector>

namespace guatu::session
{

/// How far the units were at one date; small, so that many dates can be kept.
struct HistoryPoint {
    std::vector<UnitCode> codes; ///< ascending
    std::vector<campaign::Tally> tallies;

    /// Null for a unit that was not there.
    [[nodiscard]] const campaign::Tally* of(UnitCode unit) const;
};
[[nodiscard]] HistoryPoint historyPoint(const WorkspaceView& view);

/// Households to clear a week from now on, and how many were.
struct Pace {
    double requiredPerWeek = 0;
    std::optional<double> actualPerWeek{}; ///< over the last four weeks, as far as they are known
    std::int64_t missing = 0;              ///< households not cleared at the end, at this pace
};

/// Null when the campaign has no end, or is over, or nothing is left to clear. `points` are the
/// dates that are known; the one that lies closest to four weeks before `now`, at least a week, is
/// compared.
[[nodiscard]] std::optional<Pace> paceOf(const Profile& profile, UnitCode unit, Date now,
                                         const std::map<Date, HistoryPoint>& points);

/// The dates that a timeline keeps ready: the campaign's start, every seventh day from there to
/// its end, its deadlines within, and the data's own date; ascending. Without an end, twelve weeks
/// before and after the data's date.
[[nodiscard]] std::vector<Date> timelineDates(const Profile& profile, Date dataDate);

} // namespace guatu::session
