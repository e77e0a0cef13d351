// SPDX-License-Identifier: MIT
#pragma once

#include "access/matrix.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace guatu::access
{

/// What new facilities are to do.
enum class SitingGoal : std::uint8_t {
    Cover,  ///< bring most persons within the limit (maximal covering; Church & ReVelle 1974)
    Median, ///< bring the mean time down most (p-median; Hakimi 1964)
    Center, ///< bring the longest time down most (p-center)
};

/// Where facilities may be added, and who needs them.
struct SitingProblem {
    SitingGoal goal = SitingGoal::Cover;
    std::vector<double> persons{}; ///< of each place
    std::vector<Time> today{};     ///< from each place to the nearest facility there is
    /// From each place (column) to each candidate (row); `never` beyond what was searched.
    TimeMatrix times{};
    std::size_t add = 1;                    ///< how many, the fixed ones among them
    Time limit = 0;                         ///< for Cover: kept when it is reached
    std::vector<std::uint32_t> fixed{};     ///< candidates that are to be among them
    std::vector<std::uint32_t> forbidden{}; ///< candidates that are not
    std::vector<double> costs{};            ///< of each candidate, 0 or more; empty: all 0
    double budget = std::numeric_limits<double>::infinity(); ///< for all that are added
    std::size_t effort = 2000; ///< most branches looked into for a proof

    [[nodiscard]] std::size_t candidates() const
    {
        return times.columns == 0 ? 0 : times.times.size() / times.columns;
    }
};

/// One new facility.
struct Sited {
    std::uint32_t candidate = 0;
    /// What it adds to those before it in the plan: persons that come within the limit (Cover),
    /// person-milliseconds saved (Median), persons for whom it is the nearest (Center).
    double gain = 0;
};

/// Which candidates to take, the one that adds most first.
struct SitingPlan {
    std::vector<Sited> sites{};
    /// Persons within the limit, the ones of today among them (Cover); person-milliseconds saved
    /// (Median); the longest time in milliseconds of all places that something can reach (Center).
    double value = 0;
    double bound = 0;    ///< no plan can be better than this
    bool proven = false; ///< whether no plan is better than this one
};

/// Persons within the limit, or person-milliseconds, or longest time, with these candidates.
[[nodiscard]] double valueOf(const SitingProblem& problem,
                             const std::vector<std::uint32_t>& candidates);

/// A good plan and what no plan can pass; the same for the same problem.
///
/// Cover and Median are one problem: the gain of the best candidate of each place, summed. Greedy
/// with lazy updates (Minoux 1978), then exchanges (Teitz & Bart 1968), then the Lagrangian
/// relaxation of "each place counts once" by subgradients (Cornuejols, Fisher & Nemhauser 1977),
/// whose bound also prunes the branches of a search for a proof. Center looks for the least
/// radius for which a cover exists, by branching on the place with fewest candidates.
///
/// Under a budget `add` is the most that are added; the greedy choice is also made by gain per cost
/// (Khuller, Moss & Naor 1999), and the relaxation is that of the knapsack with one part of a
/// candidate. A candidate that costs something and adds nothing is not taken.
///
/// Throws Error(Input) for more fixed candidates than are to be added, fixed ones that cost more
/// than the budget, or one that is both fixed and forbidden.
[[nodiscard]] SitingPlan siteFacilities(const SitingProblem& problem);

} // namespace guatu::access
