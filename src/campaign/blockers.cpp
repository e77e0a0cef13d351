// SPDX-License-Identifier: MIT
#include "campaign/blockers.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace guatu::campaign
{
namespace
{

/// How far up the causes at a unit are felt.
struct Reach {
    int uncleared = 0; ///< units from here up
    int unknown = 0;   ///< those of them that are unknown, not uncleared
    int alone = 0;     ///< those that have one cause only
};

/// Names the causes in a unit's subtree.
class Finder
{
public:
    Finder(const Snapshot& snapshot, const Profile& profile, const Closure& closure)
        : m_snapshot(snapshot), m_profile(profile), m_closure(closure)
    {
    }

    template <typename Visit>
    void eachAt(RowIndex unit, Visit visit) const
    {
        const auto row = static_cast<std::size_t>(unit);
        if (m_closure.pendingHere[row].all() == 0)
            return;
        const Reach reach = reachOf(row);
        const auto say = [&](BlockerKind kind, bool isUnknown, RowIndex what, std::size_t criterion,
                             std::optional<Date> due) {
            visit(Blocker{kind, isUnknown ? Clear::Unknown : Clear::Uncleared, unit, what,
                          criterion, isUnknown ? reach.unknown : reach.uncleared, reach.alone,
                          due});
        };
        eachHousehold(unit, say);
        eachCriterion(row, say);
        if (m_profile.closure.openProblemBlocks)
            for (const std::uint32_t problem : m_closure.problems.of(unit))
                say(BlockerKind::Problem, false, static_cast<RowIndex>(problem), 0,
                    m_snapshot.problems.dueOn[problem]);
        eachNote(row, say);
    }

private:
    [[nodiscard]] Reach reachOf(std::size_t unit) const
    {
        Reach reach;
        for (auto up = static_cast<RowIndex>(unit); up != noRow;
             up = m_closure.parent[static_cast<std::size_t>(up)]) {
            const auto row = static_cast<std::size_t>(up);
            ++reach.uncleared;
            reach.unknown += m_closure.unit[row] == Clear::Unknown ? 1 : 0;
            reach.alone += m_closure.pending[row].all() == 1 ? 1 : 0;
        }
        return reach;
    }

    template <typename Say>
    void eachHousehold(RowIndex unit, const Say& say) const
    {
        for (const std::uint32_t household : m_closure.members.of(unit)) {
            const Clear clear = m_closure.household[household];
            if (clear == Clear::Uncleared || clear == Clear::Unknown)
                say(BlockerKind::Household, clear == Clear::Unknown,
                    static_cast<RowIndex>(household), 0, dueOf(household));
        }
    }

    [[nodiscard]] std::optional<Date> dueOf(std::size_t household) const
    {
        const Date due = m_closure.householdDue[household];
        return due == noDate ? std::nullopt : std::optional(due);
    }

    template <typename Say>
    void eachCriterion(std::size_t unit, const Say& say) const
    {
        const auto& results = m_closure.own.results[unit];
        for (std::size_t i = 0; i < results.size(); ++i)
            if (results[i] == CriterionResult::Unmet || results[i] == CriterionResult::Unknown)
                say(BlockerKind::Criterion, results[i] == CriterionResult::Unknown, noRow, i,
                    setOf(unit)[i].due);
    }

    template <typename Say>
    void eachNote(std::size_t unit, const Say& say) const
    {
        if (m_closure.own.binding[unit] == UnitCriteria::cannotTell)
            say(BlockerKind::Standard, true, noRow, 0, std::nullopt);
        if (m_closure.coverageGap[unit])
            say(BlockerKind::Coverage, true, noRow, 0, std::nullopt);
        else if (isEmpty(m_snapshot, m_closure, static_cast<RowIndex>(unit)))
            say(BlockerKind::Empty, true, noRow, 0, std::nullopt);
    }

    [[nodiscard]] const std::vector<Criterion>& setOf(std::size_t unit) const
    {
        const auto bound = static_cast<std::size_t>(m_closure.own.binding[unit]);
        return m_profile.criteria.at(m_profile.closure.own[bound].set);
    }

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    const Closure& m_closure;
};

/// A blocker with its place in the order; smaller stands first.
struct Ranked {
    std::uint64_t rank; ///< levels and alone, most first, then due day, then uncleared first
    Blocker blocker;
};

std::uint64_t rankOf(const Blocker& blocker)
{
    constexpr int most = 15; // a unit has at most five units above it
    const std::int32_t last = std::numeric_limits<std::int32_t>::max();
    const std::int32_t days = blocker.due ? blocker.due->days() : last;
    const auto due = static_cast<std::uint32_t>(days) ^ 0x80000000U; // in order, unsigned
    return static_cast<std::uint64_t>(most - blocker.levels) << 44U |
           static_cast<std::uint64_t>(most - blocker.alone) << 40U |
           static_cast<std::uint64_t>(due) << 8U | static_cast<std::uint64_t>(blocker.clear);
}

bool before(const Ranked& a, const Ranked& b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    const auto place = [](const Blocker& one) {
        return std::tuple(one.unit, one.kind, one.row, one.criterion);
    };
    return place(a.blocker) < place(b.blocker);
}

/// Keeps the first `limit` of many.
class FirstOf
{
public:
    explicit FirstOf(std::size_t limit) : m_limit(limit) {}

    /// Whether it is among the first so far.
    bool add(const Blocker& blocker)
    {
        const Ranked ranked{rankOf(blocker), blocker};
        if (m_kept.size() >= m_limit) {
            if (m_limit == 0 || !before(ranked, m_kept.front()))
                return false;
            std::ranges::pop_heap(m_kept, before);
            m_kept.pop_back();
        }
        m_kept.push_back(ranked);
        std::ranges::push_heap(m_kept, before);
        return true;
    }

    [[nodiscard]] std::vector<Blocker> sorted() &&
    {
        std::ranges::sort_heap(m_kept, before);
        std::vector<Blocker> blockers;
        blockers.reserve(m_kept.size());
        for (const Ranked& ranked : m_kept)
            blockers.push_back(ranked.blocker);
        return blockers;
    }

private:
    std::size_t m_limit;
    std::vector<Ranked> m_kept; // the last of the order on top
};

bool isKeptOpen(const Closure& closure, std::size_t unit)
{
    return closure.unit[unit] == Clear::Uncleared || closure.unit[unit] == Clear::Unknown;
}

} // namespace

Blockers blockersOf(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                    RowIndex unit, std::size_t limit)
{
    if (!isKeptOpen(closure, static_cast<std::size_t>(unit)))
        return {};
    const Pending& pending = closure.pending[static_cast<std::size_t>(unit)];
    const Finder finder(snapshot, profile, closure);
    FirstOf first(limit);
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    for (RowIndex row = unit; row < end; ++row)
        finder.eachAt(row, [&](const Blocker& blocker) { first.add(blocker); });
    return {pending.uncleared, pending.unknown, std::move(first).sorted()};
}

std::vector<Blockers> blockersOfUnits(const Snapshot& snapshot, const Profile& profile,
                                      const Closure& closure, std::size_t limit)
{
    const Finder finder(snapshot, profile, closure);
    std::vector<FirstOf> first(snapshot.units.size(), FirstOf(limit));
    std::vector<Blockers> blockers(snapshot.units.size());
    for (std::size_t row = blockers.size(); row-- > 0;) {
        finder.eachAt(static_cast<RowIndex>(row),
                      [&](const Blocker& blocker) { first[row].add(blocker); });
        std::vector<Blocker> sorted = std::move(first[row]).sorted();
        if (closure.parent[row] != noRow)
            for (const Blocker& blocker : sorted)
                if (!first[static_cast<std::size_t>(closure.parent[row])].add(blocker))
                    break; // nor do those behind it
        if (isKeptOpen(closure, row))
            blockers[row] = {closure.pending[row].uncleared, closure.pending[row].unknown,
                             std::move(sorted)};
    }
    return blockers;
}

} // namespace guatu::campaign
