// SPDX-License-Identifier: MIT
#include "exchange/qgis_label_expression.h"

#include "exchange/qgis_filter.h"
#include "exchange/qgis_tokens.h"

#include <algorithm>
#include <array>
#include <set>

namespace guatu::exchange
{
namespace
{

/// Signs as words: brackets tell who lists a place from what only meets the rule.
struct Sign {
    std::string_view symbol, word;
};
constexpr std::array<Sign, 3> signs{
    {{"listed-prefecture", "【督】"}, {"listed-county", "[督]"}, {"listed-rule", "(督)"}}};
constexpr std::string_view otherSign = "● ";
constexpr std::string_view before = "<span style=\"color:#7A0177;\">", after = "</span>";
constexpr double badgeSize = 3.7; ///< mm

std::string wordOf(const std::string& symbol)
{
    const auto* sign = std::ranges::find(signs, symbol, &Sign::symbol);
    return std::string(sign == signs.end() ? otherSign : sign->word);
}

std::optional<Marker> badgeIn(std::string_view text)
{
    if (!text.starts_with(before) || !text.ends_with(after))
        return std::nullopt;
    text.remove_prefix(before.size());
    text.remove_suffix(after.size());
    const auto* sign = std::ranges::find(signs, text, &Sign::word);
    if (sign == signs.end())
        return std::nullopt;
    return Marker{std::string(sign->symbol), badgeSize};
}

bool isFunction(const std::vector<QgisToken>& tokens, std::size_t at)
{
    return at + 1 < tokens.size() && tokens[at + 1].isWord("(");
}

} // namespace

std::string qgisLabelExpression(const LabelText& text)
{
    std::string field = "\"" + text.field + "\"";
    if (!text.badge)
        return field;
    // The name is part of HTML now.
    return "'" + std::string(before) + wordOf(text.badge->symbol) + std::string(after) +
           "' || replace(replace(" + field + ", '&', '&amp;'), '<', '&lt;')";
}

std::optional<LabelText> readLabelExpression(const std::string& expression, int line,
                                             StyleReading& reading)
{
    const auto tokens = qgisTokens(expression);
    std::set<std::string> fields;
    for (std::size_t i = 0; tokens && i < tokens->size(); ++i) {
        const QgisToken& token = (*tokens)[i];
        const bool isPlainName =
            token.kind == QgisToken::Kind::Name && !isFunction(*tokens, i) && tokens->size() == 1;
        if (token.kind == QgisToken::Kind::Quoted || isPlainName)
            fields.insert(token.text);
    }
    if (fields.size() != 1) {
        reading.note("style_import.label_left", line, {{"expression", expression}});
        return std::nullopt;
    }
    LabelText text{reading.column(*fields.begin(), line)};
    if (tokens->size() == 1)
        return text;
    text.badge = badgeIn(tokens->front().text);
    if (!text.badge || qgisLabelExpression({*fields.begin(), text.badge}) != expression) {
        text.badge.reset();
        reading.note("style_import.label_expression", line,
                     {{"expression", expression}, {"field", text.field}});
    }
    return text;
}

} // namespace guatu::exchange
