// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace guatu
{

/// A text as part of an address: all bytes but the unreserved ones of RFC 3986 §2.3 as %XX.
[[nodiscard]] inline std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                             (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' || c == '~';
        if (isPlain)
            encoded += c;
        else
            encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

} // namespace guatu
