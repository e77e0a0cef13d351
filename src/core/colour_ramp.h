// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"

#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// Colours for ordered values, light to dark, each of one hue. Status colours are not among them.
struct ColourRamp {
    std::string_view name;
    std::vector<Colour> stops;
};

/// warm, blue, teal, purple, brown.
[[nodiscard]] const std::vector<ColourRamp>& colourRamps();

/// The stops of a ramp by name; those of the first ramp for a name that is none.
[[nodiscard]] const std::vector<Colour>& colourStops(std::string_view name);

/// `count` colours evenly along the stops, first and last included; one alone is the middle.
/// Between stops they are mixed in equal steps of red, green and blue. Stops must not be empty.
[[nodiscard]] std::vector<Colour> sampled(const std::vector<Colour>& stops, std::size_t count);

} // namespace guatu
