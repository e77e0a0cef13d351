// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"
#include "core/definition.h"
#include "core/symbol.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// Where a number is divided into classes.
enum class ClassMethod : std::uint8_t {
    Thresholds,    ///< at the breaks given, those of a rule
    EqualInterval, ///< at equal steps from the least to the largest value
    Quantiles,     ///< so that classes hold equally many features
    NaturalBreaks  ///< so that values of a class are as alike as can be
};
/// As styles write them: thresholds, equal_interval, quantiles, natural_breaks.
inline constexpr std::array<std::string_view, 4> classMethodWords{"thresholds", "equal_interval",
                                                                  "quantiles", "natural_breaks"};
inline constexpr std::size_t mostClasses = 12;

/// Classes of a style that follow from the values of a number field; classified() makes them. What
/// is not known is always a class of its own, and so is what is not finite.
struct Classification {
    std::string field;
    ClassMethod method = ClassMethod::NaturalBreaks;
    std::size_t classes = 5;       ///< 1 to mostClasses; at Thresholds the breaks say it
    std::vector<double> breaks{};  ///< of Thresholds, ascending
    bool breakBelongsAbove = true; ///< a value on a break: 及以上 above it, else 不超过 below
    std::string ramp = "warm";     ///< see colourRamps() ...
    std::vector<Colour> colours{}; ///< ... unless given here, light to dark
    Symbol symbol{};               ///< of every class; the fill takes the class's colour
    LocalText unitWord{};          ///< of the values: 人, %
    std::optional<LocalText> zero{};    ///< 0 is a class of its own, of this title
    std::optional<LocalText> unknown{}; ///< title of that class, else 未核实

    friend bool operator==(const Classification&, const Classification&) = default;
};

} // namespace guatu
