// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <string>
#include <string_view>

namespace guatu::trips
{

/// Files in which the field publishes its test instances.
enum class BenchmarkFormat : std::uint8_t {
    Toptw,   ///< team orienteering with time windows, as KU Leuven collects them
    Small,   ///< field trips with a proven optimum, JSON
    Tsp,     ///< TSPLIB, EUC_2D
    Solomon, ///< vehicle routing with time windows; every customer is a must
};

/// An instance as a trip problem. Distances as the literature has them: toptw cut after one
/// decimal, after two for names that begin with "pr"; tsp rounded; solomon real, here in 1/10,000
/// rounded up, so that what fits here fits there. `routes` vehicles for toptw.
/// Throws Error(Input) for a broken
/// file; `file` is its name without folder.
[[nodiscard]] Problem readBenchmark(BenchmarkFormat format, std::string_view text,
                                    const std::string& file, std::size_t routes);

/// One route per line, ids as in the file; for small the JSON that its checker reads.
[[nodiscard]] std::string benchmarkSolution(BenchmarkFormat format, const Problem& problem,
                                            const Itinerary& itinerary);

} // namespace guatu::trips
