// SPDX-License-Identifier: MIT
#pragma once

#include "trips/problem.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

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

/// Sets fits[i] to 1 where the visit between node i and the next is in time, else to 0. Uses wide
/// registers where the processor has them; the answer is the same everywhere.
void scanSlots(const SlotScan& scan, std::uint8_t* fits);

/// Calls visit(i) for each place from `from` on where the visit is in time, in order.
template <typename Visit>
void forEachFit(const SlotScan& scan, std::size_t from, Visit&& visit)
{
    constexpr std::size_t together = sizeof(std::uint64_t), most = 8 * together;
    for (; from < scan.slots; from += most) {
        SlotScan piece = scan;
        piece.slots = std::min(most, scan.slots - from);
        piece.places += from;
        piece.ready += from;
        piece.late += from;
        std::array<std::uint8_t, most> fits{};
        scanSlots(piece, fits.data());
        for (std::size_t i = 0; i < piece.slots; i += together) {
            std::uint64_t word = 0; // eight places are looked at together
            std::memcpy(&word, &fits[i], together);
            for (std::size_t k = i; word != 0 && k < i + together; ++k)
                if (fits[k] != 0)
                    visit(from + k);
        }
    }
}

} // namespace guatu::trips
