// SPDX-License-Identifier: MIT
#include "session/card_blockers.h"

#include "campaign/blockers.h"
#include "session/household_list.h"
#include "session/unit_card.h"

#include <algorithm>
#include <limits>
#include <map>

namespace guatu::session
{
namespace
{

/// How many levels each household, and each unit by an own criterion, keeps open.
struct Levels {
    std::vector<int> household;
    std::map<std::pair<RowIndex, std::size_t>, int> own; ///< by unit and criterion of its set
};

Levels levelsOf(const WorkspaceView& view, RowIndex unit)
{
    Levels levels{std::vector<int>(view.snapshot.households.size()), {}};
    const auto blockers = campaign::blockersOf(view.snapshot, view.profile, view.closure, unit,
                                               std::numeric_limits<std::size_t>::max());
    for (const campaign::Blocker& blocker : blockers.first) {
        if (blocker.kind == campaign::BlockerKind::Household)
            levels.household[static_cast<std::size_t>(blocker.row)] = blocker.levels;
        else if (blocker.kind == campaign::BlockerKind::Criterion)
            levels.own[{blocker.unit, blocker.criterion}] = blocker.levels;
    }
    return levels;
}

void count(CardBlocker& blocker, CriterionResult result, int levels, const std::optional<Date>& due)
{
    ++(result == CriterionResult::Unmet ? blocker.unmet : blocker.unknown);
    blocker.levels = std::max(blocker.levels, levels);
    if (due && (!blocker.due || *due < *blocker.due))
        blocker.due = due;
}

bool isOpen(CriterionResult result)
{
    return result == CriterionResult::Unmet || result == CriterionResult::Unknown;
}

void addHouseholds(std::vector<CardBlocker>& found, const WorkspaceView& view, RowIndex unit,
                   const Levels& levels)
{
    const std::vector<std::uint32_t> households = householdsOf(view, unit);
    const auto criteria = householdCriteria(view);
    for (std::size_t i = 0; i < view.closure.criteria.ids.size(); ++i) {
        CardBlocker blocker{criteria[i].id, criteria[i].title};
        const auto& results = view.closure.criteria.results[i];
        for (const std::uint32_t row : households)
            if (view.closure.household[row] != Clear::OutOfScope && isOpen(results[row]))
                count(blocker, results[row], levels.household[row],
                      campaign::dueDay(criteria[i], view.snapshot.households, row));
        found.push_back(std::move(blocker));
    }
}

void addUnits(std::vector<CardBlocker>& found, const WorkspaceView& view, RowIndex unit,
              const Levels& levels)
{
    std::map<std::pair<std::string, std::size_t>, CardBlocker> bySet;
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    for (RowIndex row = unit; row < end; ++row) {
        const auto binding = view.closure.own.binding[static_cast<std::size_t>(row)];
        if (binding < 0)
            continue;
        const std::string& set = view.profile.closure.own[static_cast<std::size_t>(binding)].set;
        const auto& results = view.closure.own.results[static_cast<std::size_t>(row)];
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!isOpen(results[i]))
                continue;
            const Criterion& criterion = view.profile.criteria.at(set)[i];
            CardBlocker& blocker =
                bySet.try_emplace({set, i}, CardBlocker{criterion.id, criterion.title, true})
                    .first->second;
            const auto level = levels.own.find({row, i});
            count(blocker, results[i], level == levels.own.end() ? 0 : level->second,
                  criterion.due);
        }
    }
    for (auto& [key, blocker] : bySet)
        found.push_back(std::move(blocker));
}

} // namespace

std::vector<CardBlocker> cardBlockers(const WorkspaceView& view, RowIndex unit)
{
    const Levels levels = levelsOf(view, unit);
    std::vector<CardBlocker> found;
    addHouseholds(found, view, unit, levels);
    addUnits(found, view, unit, levels);
    std::erase_if(found,
                  [](const CardBlocker& blocker) { return blocker.unmet + blocker.unknown == 0; });
    std::ranges::stable_sort(found, [](const CardBlocker& a, const CardBlocker& b) {
        const auto rank = [](const CardBlocker& each) {
            return std::tuple(each.unmet > 0, each.levels, each.unmet, each.unknown);
        };
        return rank(a) > rank(b);
    });
    return found;
}

} // namespace guatu::session
