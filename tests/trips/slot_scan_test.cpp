// SPDX-License-Identifier: MIT
#include "trips/slot_scan.h"

#include "support/catch.h"

#include <random>

using namespace guatu::trips;

TEST_CASE("slots are in time by the definition, however long the route", "[trips]")
{
    constexpr int placeCount = 30;
    std::mt19937 random(7);
    const auto below = [&random](int end) { return static_cast<int>(random() % unsigned(end)); };
    for (std::size_t slots = 0; slots < 160; ++slots) {
        std::vector<std::uint32_t> places;
        std::vector<Seconds> ready, late, into, outOf;
        for (std::size_t i = 0; i <= slots; ++i) {
            places.push_back(static_cast<std::uint32_t>(below(placeCount)));
            ready.push_back(below(5000));
            late.push_back(below(9000));
        }
        for (int i = 0; i < placeCount; ++i) {
            into.push_back(below(900));
            outOf.push_back(below(900));
        }
        const Seconds first = below(3000), last = first + below(3000), visit = below(600);
        const SlotScan scan{slots,        places.data(), ready.data(), late.data(), into.data(),
                            outOf.data(), first,         last,         visit};
        std::vector<std::size_t> expected, found;
        for (std::size_t i = 0; i < slots; ++i) {
            const Seconds arrival = ready[i] + into[places[i]];
            const Seconds start = arrival < first ? first : arrival;
            if (start <= last && start + visit + outOf[places[i + 1]] <= late[i + 1])
                expected.push_back(i);
        }
        forEachFit(scan, 0, [&found](std::size_t i) { found.push_back(i); });
        CHECK(found == expected);
        const std::size_t from = slots / 3;
        std::erase_if(expected, [from](std::size_t i) { return i < from; });
        found.clear();
        forEachFit(scan, from, [&found](std::size_t i) { found.push_back(i); });
        CHECK(found == expected);
    }
}
