// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace guatu
{

/// Patterns as styles write them, in the order of Pattern.
inline constexpr std::array<std::string_view, 5> patternWords{"none", "crosses", "diagonal", "dots",
                                                              "rings"};

} // namespace guatu
