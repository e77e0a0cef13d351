// SPDX-License-Identifier: MIT
#include "trips/slot_scan.h"

#include <algorithm>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define GUATU_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define GUATU_WIDE
#endif

namespace guatu::trips
{

// Compiled once more for wide registers, which gather eight legs at a time.
GUATU_WIDE void scanSlots(const SlotScan& scan, std::uint8_t* __restrict fits)
{
    const std::uint32_t* __restrict places = scan.places;
    const Seconds* __restrict ready = scan.ready;
    const Seconds* __restrict late = scan.late;
    const Seconds* __restrict into = scan.into;
    const Seconds* __restrict outOf = scan.outOf;
    const Seconds first = scan.first, last = scan.last, visit = scan.visit;
    for (std::size_t i = 0; i < scan.slots; ++i) {
        const Seconds start = std::max(first, ready[i] + into[places[i]]);
        const bool isInTime =
            (start <= last) & (start + visit + outOf[places[i + 1]] <= late[i + 1]);
        fits[i] = isInTime ? 1 : 0;
    }
}

} // namespace guatu::trips
