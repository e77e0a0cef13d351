// SPDX-License-Identifier: MIT
#include "campaign/countdown.h"

#include "campaign/due_rules.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace guatu::campaign
{
namespace
{

using enum CriterionResult;

/// Calls `visit(type, subject, criterion, set, result, due)` for each criterion with a due day on
/// each subject in scope of a unit's subtree.
template <typename Visit>
void eachDue(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
             RowIndex unit, Visit visit)
{
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    const DueRules rules(snapshot.households, profile);
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (const std::uint32_t household : closure.members.of(unit, end))
            if (const auto due = rules.of(i, household);
                due && closure.household[household] != Clear::OutOfScope)
                visit(SubjectType::Household, static_cast<RowIndex>(household), i,
                      std::string(householdSet), closure.criteria.results[i][household], *due);
    for (RowIndex row = unit; row < end; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (closure.own.binding[at] < 0)
            continue;
        const std::string& set =
            profile.closure.own[static_cast<std::size_t>(closure.own.binding[at])].set;
        for (std::size_t i = 0; i < closure.own.results[at].size(); ++i)
            if (const auto due = profile.criteria.at(set)[i].due)
                visit(SubjectType::Unit, row, i, set, closure.own.results[at][i], *due);
    }
}

struct Counts {
    std::int64_t total = 0, done = 0, unknown = 0;
};

std::map<Date, Counts> countDue(const Snapshot& snapshot, const Profile& profile,
                                const Closure& closure, RowIndex unit)
{
    std::map<Date, Counts> counts;
    eachDue(snapshot, profile, closure, unit,
            [&](SubjectType, RowIndex, std::size_t, const std::string&, CriterionResult result,
                Date due) {
                if (result == Exempt)
                    return;
                Counts& here = counts[due];
                ++here.total;
                here.done += result == Met ? 1 : 0;
                here.unknown += result == Unknown ? 1 : 0;
            });
    return counts;
}

/// The profile's deadlines, and the due days of criteria that it does not name.
std::vector<CountdownItem> daysOf(const Profile& profile, const std::map<Date, Counts>& counts)
{
    std::vector<CountdownItem> items;
    for (const Deadline& deadline : profile.deadlines)
        items.push_back({deadline.id, deadline.on, deadline.what});
    for (const auto& [day, count] : counts)
        if (std::ranges::find(profile.deadlines, day, &Deadline::on) == profile.deadlines.end())
            items.push_back({{}, day, {}});
    std::ranges::stable_sort(items, {}, &CountdownItem::on);
    return items;
}

constexpr double daysOfWeek = 7;

} // namespace

std::vector<CountdownItem> countdown(const Snapshot& snapshot, const Profile& profile,
                                     const Closure& closure, RowIndex unit, const Earlier* earlier)
{
    const auto now = countDue(snapshot, profile, closure, unit);
    std::map<Date, Counts> before;
    int daysPassed = 0;
    if (earlier != nullptr) {
        const RowIndex there =
            findUnit(earlier->snapshot.units, snapshot.units.code[static_cast<std::size_t>(unit)]);
        if (there != noRow) {
            daysPassed = daysBetween(earlier->snapshot.asOf, snapshot.asOf);
            before = countDue(earlier->snapshot, profile, earlier->closure, there);
        }
    }
    std::vector<CountdownItem> items = daysOf(profile, now);
    for (CountdownItem& item : items) {
        if (const auto found = now.find(item.on); found != now.end()) {
            item.total = found->second.total;
            item.done = found->second.done;
            item.unknown = found->second.unknown;
        }
        item.daysLeft = daysBetween(snapshot.asOf, item.on);
        item.late = item.daysLeft < 0 && item.open() > 0;
        if (item.daysLeft >= 0)
            item.requiredPerWeek =
                static_cast<double>(item.open()) * daysOfWeek / std::max(item.daysLeft, 1);
        if (daysPassed > 0) {
            const auto found = before.find(item.on);
            const std::int64_t doneBefore = found == before.end() ? 0 : found->second.done;
            item.actualPerWeek =
                static_cast<double>(item.done - doneBefore) * daysOfWeek / daysPassed;
        }
    }
    return items;
}

std::vector<DueItem> dueItems(const Snapshot& snapshot, const Profile& profile,
                              const Closure& closure, RowIndex unit, int days)
{
    std::vector<DueItem> items;
    eachDue(snapshot, profile, closure, unit,
            [&](SubjectType type, RowIndex subject, std::size_t criterion, const std::string& set,
                CriterionResult result, Date due) {
                if ((result == Unmet || result == Unknown) &&
                    daysBetween(snapshot.asOf, due) <= days)
                    items.push_back(
                        {type, subject, set, profile.criteria.at(set)[criterion].id, result, due});
            });
    std::ranges::stable_sort(items, {}, [](const DueItem& item) { return item.due; });
    return items;
}

} // namespace guatu::campaign
