// SPDX-License-Identifier: MIT
#pragma once

#include "access/sweep.h"

#include <span>

namespace guatu::access
{

/// Searches from one place after the other, in the same memory. One for each thread.
class TimeSearch
{
public:
    /// `longest` is the longest arc or seed that any search will meet. A search ends once all
    /// vertices of `until` have their times; without any, when everything is reached.
    TimeSearch(const ArcRows& rows, Time longest, std::span<const std::uint32_t> until);

    void run(std::span<const Seed> seeds, Time within = never);

    /// Of the last search; right for the vertices of `until`, or for all without any.
    [[nodiscard]] Time time(std::uint32_t vertex) const { return m_times[vertex]; }
    /// The least time over seeds with what each adds; `never` when none is reached.
    [[nodiscard]] Time least(std::span<const Seed> seeds) const;

private:
    enum Awaited : std::uint8_t { No, Waiting, Reached };

    const ArcRows& m_rows;
    BucketQueue m_queue;
    std::vector<Time> m_times;
    std::vector<std::uint8_t> m_awaited; ///< empty when nothing in particular is awaited
    std::vector<std::uint32_t> m_until, m_reached;
};

} // namespace guatu::access
