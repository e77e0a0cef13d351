// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace guatu::sample
{

/// The number with leading zeros to at least `width` digits.
[[nodiscard]] inline std::string digits(std::size_t number, std::size_t width)
{
    std::string text = std::to_string(number);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return text;
}

} // namespace guatu::sample
