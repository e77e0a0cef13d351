// SPDX-License-Identifier: MIT
#include "trips/sampling.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <set>

using namespace guatu::trips;

namespace
{

std::vector<SampleVillage> frame(std::size_t villages, std::uint64_t seed)
{
    std::mt19937_64 dice(seed);
    std::vector<SampleVillage> all;
    for (std::size_t v = 0; v < villages; ++v) {
        SampleVillage village{.code = std::to_string(100 + v)};
        for (std::size_t i = dice() % 40; i > 0; --i)
            village.registered.push_back(village.code + "r" + std::to_string(i));
        for (std::size_t i = dice() % 12; i > 0; --i)
            village.others.push_back(village.code + "o" + std::to_string(i));
        all.push_back(std::move(village));
    }
    return all;
}

} // namespace

TEST_CASE("a sample keeps the rule or says where it cannot", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const auto villages = frame(9, seed);
        const SampleRule rule{.months = 3};
        const SampleDraw draw = drawSample(villages, rule, {"103"}, seed);
        std::set<std::size_t> seen;
        bool hasFew = false;
        for (const SampledVillage& drawn : draw.villages) {
            const SampleVillage& from = villages[drawn.village];
            RC_ASSERT(seen.insert(drawn.village).second);
            RC_ASSERT(from.code != "103");
            RC_ASSERT(drawn.registered.size() == std::min<std::size_t>(20, from.registered.size()));
            RC_ASSERT(drawn.others.size() == std::min<std::size_t>(5, from.others.size()));
            RC_ASSERT(drawn.tooFew == (from.registered.size() < 20 || from.others.size() < 5));
            RC_ASSERT(!hasFew || drawn.tooFew); // those with enough come first
            hasFew = drawn.tooFew;
            const std::set<std::string> all(from.registered.begin(), from.registered.end());
            for (const std::string& code : drawn.registered)
                RC_ASSERT(all.contains(code));
        }
        RC_ASSERT(draw.villages.size() + static_cast<std::size_t>(draw.missing) == 6);
    }));
}

TEST_CASE("the same seed draws the same in any order of the villages", "[trips]")
{
    auto villages = frame(12, 5);
    const auto codes = [&villages](const SampleDraw& draw) {
        std::vector<std::string> all;
        for (const SampledVillage& each : draw.villages)
            all.push_back(villages[each.village].code + each.registered.front());
        return all;
    };
    for (SampleVillage& village : villages)
        village.registered.emplace_back(village.code + "z");
    const auto first = codes(drawSample(villages, {.months = 2}, {}, 9));
    CHECK(codes(drawSample(villages, {.months = 2}, {}, 10)) != first);
    std::reverse(villages.begin(), villages.end());
    CHECK(codes(drawSample(villages, {.months = 2}, {}, 9)) == first);
}
