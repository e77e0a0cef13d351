// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::exchange
{

/// A word of an expression of QGIS.
struct QgisToken {
    enum class Kind {
        Name,   ///< a field or a word of the language
        Quoted, ///< "field"
        Text,   ///< 'text'
        Number,
        Sign ///< operators, brackets, commas
    };
    Kind kind = Kind::Sign;
    std::string text{}; ///< without quotes

    /// Whether it is this word or sign; words in capitals, compared without regard to case.
    [[nodiscard]] bool isWord(std::string_view word) const;
    [[nodiscard]] bool isField() const { return kind == Kind::Name || kind == Kind::Quoted; }
    [[nodiscard]] bool isValue() const { return kind == Kind::Text || kind == Kind::Number; }
};

/// None for an expression with characters the language does not have, or an open quote.
[[nodiscard]] std::optional<std::vector<QgisToken>> qgisTokens(std::string_view expression);

} // namespace guatu::exchange
