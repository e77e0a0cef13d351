// SPDX-License-Identifier: MIT
#pragma once

#include "trips/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace guatu::trips
{

/// A route without lunch, as columns: of the morning, each stop and the evening the place, the
/// earliest end and the latest arrival; and a visit with one window that may be put in. All
/// pointers are to `slots` + 1 entries, or to as many as there are places.
struct SlotScan {
    std::size_t slots = 0;                 ///< places for the visit: before each node but the first
    const std::uint32_t* places = nullptr; ///< of the nodes
    const Seconds* ready = nullptr;
    const Seconds* late = nullptr;
    const Seconds* into = nullptr;  ///< from each place to the visit's
    const Seconds* outOf = nullptr; ///< from the visit's place to each
    Seconds first = 0, last = 0;    ///< window of its start
    Seconds visit = 0;
};

/// Calls visit(i) for the bytes that are not 0, eight looked at together.
template <typename Visit>
void forEachSet(const std::vector<std::uint8_t>& bytes, Visit&& visit)
{
    constexpr std::size_t together = sizeof(std::uint64_t);
    std::size_t i = 0;
    for (; i + together <= bytes.size(); i += together) {
        std::uint64_t word = 0;
        std::memcpy(&word, &bytes[i], together);
        if (word == 0)
            continue;
        for (std::size_t k = 0; k < together; ++k)
            if (bytes[i + k] != 0)
                visit(i + k);
    }
    for (; i < bytes.size(); ++i)
        if (bytes[i] != 0)
            visit(i);
}

/// Sets fits[i] to 1 where the visit between node i and the next is in time, else to 0. Uses wide
/// registers where the processor has them; the answer is the same everywhere.
void scanSlots(const SlotScan& scan, std::uint8_t* fits);

} // namespace guatu::trips
