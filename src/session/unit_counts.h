// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// What charts and badges of units show, by unit, each of its whole subtree.
struct UnitCounts {
    /// The states of households in scope, each household in one: domain notes §6.
    static constexpr std::array<std::string_view, 4> states{"cleared", "uncleared", "at_risk",
                                                            "unknown"};
    std::vector<std::array<std::int64_t, 4>> households; ///< by `states`
    std::vector<std::int64_t> openProblems;
};

[[nodiscard]] UnitCounts unitCounts(const Snapshot& snapshot, const campaign::Closure& closure);

} // namespace guatu::session
