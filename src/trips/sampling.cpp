// SPDX-License-Identifier: MIT
#include "trips/sampling.h"

#include "trips/random.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

/// Brings the first `count` of a list into an order by lot.
template <typename Value>
void shuffle(std::vector<Value>& values, std::size_t count, Random& random)
{
    for (std::size_t i = 0; i < std::min(count, values.size()); ++i) {
        const auto left = static_cast<std::uint32_t>(values.size() - i);
        std::swap(values[i], values[i + random.below(left)]);
    }
}

std::vector<std::string> drawn(std::vector<std::string> codes, int count, Random& random)
{
    const auto most = static_cast<std::size_t>(std::max(0, count));
    std::sort(codes.begin(), codes.end());
    shuffle(codes, most, random);
    codes.resize(std::min(most, codes.size()));
    std::sort(codes.begin(), codes.end());
    return codes;
}

bool hasEnough(const SampleVillage& village, const SampleRule& rule)
{
    return village.registered.size() >= static_cast<std::size_t>(std::max(0, rule.registered)) &&
           village.others.size() >= static_cast<std::size_t>(std::max(0, rule.others));
}

} // namespace

SampleDraw drawSample(const std::vector<SampleVillage>& frame, const SampleRule& rule,
                      const std::vector<std::string>& before, std::uint64_t seed)
{
    std::vector<std::size_t> enough, few;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (std::find(before.begin(), before.end(), frame[i].code) != before.end() ||
            (frame[i].registered.empty() && frame[i].others.empty()))
            continue;
        (hasEnough(frame[i], rule) ? enough : few).push_back(i);
    }
    Random random(seed);
    for (std::vector<std::size_t>* each : {&enough, &few}) {
        std::sort(each->begin(), each->end(),
                  [&frame](std::size_t a, std::size_t b) { return frame[a].code < frame[b].code; });
        shuffle(*each, each->size(), random);
    }
    enough.insert(enough.end(), few.begin(), few.end());
    SampleDraw draw;
    const int wanted = std::max(0, rule.months) * std::max(0, rule.villages);
    for (int i = 0; i < wanted; ++i) {
        if (static_cast<std::size_t>(i) >= enough.size()) {
            ++draw.missing;
            continue;
        }
        const SampleVillage& village = frame[enough[static_cast<std::size_t>(i)]];
        draw.villages.push_back({i / rule.villages, enough[static_cast<std::size_t>(i)],
                                 drawn(village.registered, rule.registered, random),
                                 drawn(village.others, rule.others, random),
                                 !hasEnough(village, rule)});
    }
    return draw;
}

} // namespace guatu::trips
