// SPDX-License-Identifier: MIT
#pragma once

#include "access/siting.h"

namespace guatu::access
{

/// Candidates that keep the longest time short.
struct CenterChoice {
    std::vector<std::uint32_t> candidates{};
    Time longest = 0, bound = 0; ///< no choice has a longest time below the bound
    bool proven = false;
};

/// The least time within which `problem.add` candidates and what is there today reach every place
/// with persons that anything can reach: a search among the times that occur, each decided by
/// branching on the place with fewest candidates (set cover). Where the effort does not suffice to
/// decide, the bound stays below.
[[nodiscard]] CenterChoice chooseByLongest(const SitingProblem& problem);

} // namespace guatu::access
