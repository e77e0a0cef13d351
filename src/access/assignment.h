// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guatu::access
{

/// A way from a place to a facility that may be taken.
struct AssignmentWay {
    std::uint32_t place = 0, facility = 0;
    Time time = 0;
};

/// Persons who go from a place to a facility.
struct AssignedGroup {
    std::uint32_t place = 0, facility = 0;
    std::int64_t persons = 0;

    friend bool operator==(const AssignedGroup&, const AssignedGroup&) = default;
};

struct Assignment {
    std::vector<AssignedGroup> groups{}; ///< by place, then facility
    std::vector<std::int64_t> served{};  ///< persons at each facility
    std::vector<std::int64_t> left{};    ///< persons of each place for whom no seat is left
    std::int64_t assigned = 0;           ///< persons in all
    std::uint64_t personTime = 0;        ///< their times together, in milliseconds
};

/// As many persons as the seats and ways allow, and of all such assignments one whose times add up
/// to the least: a flow of least cost by shortest augmenting ways with potentials (Edmonds & Karp
/// 1972), which is exact. Ties go to the lowest facility.
[[nodiscard]] Assignment assignToSeats(std::span<const std::int64_t> persons,
                                       std::span<const std::int64_t> seats,
                                       std::span<const AssignmentWay> ways);

/// Everybody to the nearest facility, whatever its seats: what overload would come of it. Ties go
/// to the lowest facility.
[[nodiscard]] Assignment assignToNearest(std::span<const std::int64_t> persons,
                                         std::size_t facilities,
                                         std::span<const AssignmentWay> ways);

} // namespace guatu::access
