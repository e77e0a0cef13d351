// SPDX-License-Identifier: MIT
#include "exchange/qgis_tokens.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Letters, digits, underscores, and all beyond ASCII.
bool isNameCharacter(char c)
{
    return isDigit(c) || (upper(c) >= 'A' && upper(c) <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Takes the text between quotes, a doubled quote being one, and \' in texts.
bool takeQuoted(std::string_view& rest, std::string& text)
{
    const char quote = rest.front();
    rest.remove_prefix(1);
    while (!rest.empty()) {
        const bool escapes = quote == '\'' && rest.front() == '\\' && rest.size() > 1;
        if (escapes || (rest.front() == quote && rest.size() > 1 && rest[1] == quote))
            rest.remove_prefix(1);
        else if (rest.front() == quote) {
            rest.remove_prefix(1);
            return true;
        }
        text += rest.front();
        rest.remove_prefix(1);
    }
    return false;
}

template <typename Accepts>
std::string takeWhile(std::string_view& rest, Accepts accepts)
{
    const auto end = std::ranges::find_if_not(rest, accepts);
    std::string taken(rest.begin(), end);
    rest.remove_prefix(taken.size());
    return taken;
}

std::string takeNumber(std::string_view& rest)
{
    std::string number;
    if (rest.front() == '-') {
        number = "-";
        rest.remove_prefix(1);
    }
    number += takeWhile(rest, [](char c) { return isDigit(c) || c == '.'; });
    if (!rest.empty() && upper(rest.front()) == 'E') {
        number += 'e';
        rest.remove_prefix(1);
        if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
            if (rest.front() == '-')
                number += '-';
            rest.remove_prefix(1);
        }
        number += takeWhile(rest, isDigit);
    }
    return number;
}

bool startsNumber(std::string_view rest)
{
    const std::size_t at = rest.front() == '-' ? 1 : 0;
    return at < rest.size() && (isDigit(rest[at]) ||
                                (rest[at] == '.' && at + 1 < rest.size() && isDigit(rest[at + 1])));
}

std::string takeSign(std::string_view& rest)
{
    constexpr std::array<std::string_view, 15> signs{"<=", ">=", "<>", "!=", "||", "=", "<", ">",
                                                     "(",  ")",  ",",  "+",  "-",  "*", "/"};
    for (const std::string_view sign : signs)
        if (rest.starts_with(sign)) {
            rest.remove_prefix(sign.size());
            return std::string(sign);
        }
    return {};
}

} // namespace

bool QgisToken::isWord(std::string_view word) const
{
    if (kind == Kind::Sign)
        return text == word;
    return kind == Kind::Name &&
           std::ranges::equal(text, word, {}, [](char c) { return upper(c); });
}

std::optional<std::vector<QgisToken>> qgisTokens(std::string_view rest)
{
    std::vector<QgisToken> tokens;
    while (!rest.empty()) {
        const char c = rest.front();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            rest.remove_prefix(1);
            continue;
        }
        QgisToken token;
        if (c == '\'' || c == '"') {
            token.kind = c == '"' ? QgisToken::Kind::Quoted : QgisToken::Kind::Text;
            if (!takeQuoted(rest, token.text))
                return std::nullopt;
        } else if (startsNumber(rest)) {
            token = {QgisToken::Kind::Number, takeNumber(rest)};
        } else if (isNameCharacter(c)) {
            token = {QgisToken::Kind::Name, takeWhile(rest, isNameCharacter)};
        } else {
            token.text = takeSign(rest);
            if (token.text.empty())
                return std::nullopt;
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace guatu::exchange
