// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// A column of words from a short list, one byte a row. Word 0 is always "unknown".
struct CategoryColumn {
    std::vector<std::string> words{"unknown"};
    std::vector<std::uint8_t> rows{};

    [[nodiscard]] std::string_view operator[](std::size_t row) const { return words[rows[row]]; }
    friend bool operator==(const CategoryColumn&, const CategoryColumn&) = default;
};

} // namespace guatu
