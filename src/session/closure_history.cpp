// SPDX-License-Identifier: MIT
#include "session/closure_history.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace guatu::session
{

const campaign::Tally* HistoryPoint::of(UnitCode unit) const
{
    const auto found = std::ranges::lower_bound(codes, unit);
    return found != codes.end() && *found == unit
               ? &tallies[static_cast<std::size_t>(found - codes.begin())]
               : nullptr;
}

HistoryPoint historyPoint(const WorkspaceView& view)
{
    return {view.snapshot.units.code, view.closure.tally};
}

std::optional<Pace> paceOf(const Profile& profile, UnitCode unit, Date now,
                           const std::map<Date, HistoryPoint>& points)
{
    constexpr double week = 7, fourWeeks = 28;
    const auto point = points.find(now);
    const campaign::Tally* tally = point == points.end() ? nullptr : point->second.of(unit);
    if (!profile.end || !tally || now >= *profile.end)
        return {};
    const auto open = tally->inScope() - tally->count(Clear::Cleared);
    if (open <= 0)
        return {};
    const double weeksLeft = daysBetween(now, *profile.end) / week;
    Pace pace{static_cast<double>(open) / weeksLeft, {}, 0};
    const campaign::Tally* before = nullptr;
    double days = 0;
    for (const auto& [date, earlier] : points) {
        const double ago = daysBetween(date, now);
        const campaign::Tally* then = earlier.of(unit);
        if (ago < week || !then || then->inScope() == 0)
            continue;
        if (!before || std::abs(ago - fourWeeks) < std::abs(days - fourWeeks)) {
            before = then;
            days = ago;
        }
    }
    if (!before)
        return pace;
    pace.actualPerWeek =
        static_cast<double>(tally->count(Clear::Cleared) - before->count(Clear::Cleared)) /
        (days / week);
    pace.missing = std::max<std::int64_t>(
        0, open - std::llround(std::max(0.0, *pace.actualPerWeek) * weeksLeft));
    return pace;
}

std::vector<Date> timelineDates(const Profile& profile, Date dataDate)
{
    constexpr int week = 7, weeksAround = 12;
    const Date end = profile.end.value_or(Date(dataDate.days() + weeksAround * week));
    const Date start =
        profile.end ? std::min(profile.start, end) : Date(dataDate.days() - weeksAround * week);
    std::set<Date> dates{end};
    for (Date date = start; date <= end; date = Date(date.days() + week))
        dates.insert(date);
    for (const Deadline& deadline : profile.deadlines)
        if (deadline.on >= start && deadline.on <= end)
            dates.insert(deadline.on);
    if (dataDate >= start && dataDate <= end)
        dates.insert(dataDate);
    return {dates.begin(), dates.end()};
}

} // namespace guatu::session
