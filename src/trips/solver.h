// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "trips/plan.h"

namespace guatu::trips
{

/// How long to search. By steps: the same plan from the same seed on every machine. By time: the
/// best that was found until then.
struct SolveLimit {
    std::uint64_t steps = 0; ///< 0: by time
    double seconds = 1;
    /// Seconds since any moment; by default of the wall.
    std::function<double()> clock{};
};

struct SolveOptions {
    SolveLimit limit{};
    std::uint64_t seed = 1;
    /// Called with each better itinerary, at most a few times a second.
    std::function<void(const Itinerary&)> onBetter{};
};

/// Who is visited, in the order: most musts, most priority, fairness if asked, least cost. A
/// requested stop ends the search with the best so far. Never fails because of one stop; throws
/// Error(Input) for an unsound problem.
[[nodiscard]] Itinerary solve(const Problem& problem, const SolveOptions& options = {},
                              const Progress& progress = {});

/// The same for the rest of an itinerary: stops in `locked` stay with their team and day, all else
/// may move. What a hand has made impossible is first repaired by taking stops out that are not
/// locked.
[[nodiscard]] Itinerary improve(const Problem& problem, const Itinerary& itinerary,
                                const std::vector<std::size_t>& locked,
                                const SolveOptions& options = {}, const Progress& progress = {});

} // namespace guatu::trips
