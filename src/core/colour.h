// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace guatu
{

/// Red, green, blue, opacity, 0 to 255; from "#RRGGBB" or "#RRGGBBAA".
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

} // namespace guatu
