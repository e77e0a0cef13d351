// SPDX-License-Identifier: MIT
#pragma once

#include "access/sweep.h"

#include <span>

namespace guatu::access
{

/// Vertices that searches are to reach, each once.
struct Targets {
    /// One that only few vertices lead to, as on an island, and those vertices, ascending.
    struct Enclosed {
        std::uint32_t vertex = 0;
        std::vector<std::uint32_t> from{};
    };
    std::vector<std::uint32_t> vertices{};
    std::vector<Enclosed> enclosed{};
};

/// `against` are the arcs by the vertex they reach, in the sense of the searches.
[[nodiscard]] Targets targetsOf(const ArcRows& against, std::span<const std::uint32_t> vertices);

/// Searches from one place after the other, in the same memory. One for each thread.
class TimeSearch
{
public:
    /// `longest` is the longest arc or seed that any search will meet. A search ends once all
    /// targets that it can reach have their times; without any, when everything is reached.
    TimeSearch(const ArcRows& rows, Time longest, const Targets& targets);

    void run(std::span<const Seed> seeds, Time within = never);

    /// Of the last search; right for the targets, or for all without any.
    [[nodiscard]] Time time(std::uint32_t vertex) const { return m_times[vertex]; }
    /// The least time over seeds with what each adds; `never` when none is reached.
    [[nodiscard]] Time least(std::span<const Seed> seeds) const;

private:
    enum Awaited : std::uint8_t { No, Waiting, Reached };

    void skipEnclosed(std::span<const Seed> seeds);

    const ArcRows& m_rows;
    const Targets& m_targets;
    BucketQueue m_queue;
    std::vector<Time> m_times;
    std::vector<std::uint8_t> m_awaited; ///< empty when nothing in particular is awaited
    std::vector<std::uint32_t> m_reached;
};

} // namespace guatu::access
