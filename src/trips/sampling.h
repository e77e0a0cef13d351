// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guatu::trips
{

/// A village whose households may be drawn, with their codes.
struct SampleVillage {
    std::string code{};
    std::vector<std::string> registered{}; ///< households of the register
    std::vector<std::string> others{};     ///< and the others
};

/// How much is drawn, as sample checks are prescribed (domain notes §8 Q25): at least two villages
/// a month, at least 20 registered and 5 other households in each, no village twice.
struct SampleRule {
    int months = 1;
    int villages = 2; ///< a month
    int registered = 20, others = 5;
};

/// A village that was drawn.
struct SampledVillage {
    int month = 0;                                   ///< from 0
    std::size_t village = 0;                         ///< of the frame
    std::vector<std::string> registered{}, others{}; ///< codes, ascending
    bool tooFew = false; ///< has fewer households than the rule asks for; then all are drawn
    friend bool operator==(const SampledVillage&, const SampledVillage&) = default;
};

struct SampleDraw {
    std::vector<SampledVillage> villages{}; ///< by month, as drawn
    int missing = 0; ///< villages that could not be drawn, because all were drawn before
    friend bool operator==(const SampleDraw&, const SampleDraw&) = default;
};

/// Draws by lot: villages that have enough households first, others only when those are used up.
/// Villages whose code is in `before` are not drawn again. The same seed draws the same, whatever
/// the order of the frame.
[[nodiscard]] SampleDraw drawSample(const std::vector<SampleVillage>& frame, const SampleRule& rule,
                                    const std::vector<std::string>& before, std::uint64_t seed);

} // namespace guatu::trips
