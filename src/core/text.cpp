// SPDX-License-Identifier: MIT
#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t malformed = 0xFFFFFFFF;

/// The code point that starts at `at`, which moves behind it; `malformed` (and one byte on) when
/// there is none. Overlong forms, surrogates and numbers past U+10FFFF are malformed.
char32_t decodeNext(std::string_view bytes, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size()) {
        ++at;
        return malformed;
    }
    char32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            ++at;
            return malformed;
        }
        point = (point << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        ++at;
        return malformed;
    }
    at += length;
    return point;
}

void encode(char32_t point, std::string& bytes)
{
    const auto add = [&](char32_t byte) { bytes.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | (point >> 6U));
        add(0x80 | (point & 0x3FU));
    } else if (point < 0x10000) {
        add(0xE0 | (point >> 12U));
        add(0x80 | ((point >> 6U) & 0x3FU));
        add(0x80 | (point & 0x3FU));
    } else {
        add(0xF0 | (point >> 18U));
        add(0x80 | ((point >> 12U) & 0x3FU));
        add(0x80 | ((point >> 6U) & 0x3FU));
        add(0x80 | (point & 0x3FU));
    }
}

bool isSpace(char32_t point)
{
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 || point == 0xA0 ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 ||
           point == 0x202F || point == 0x3000 || point == 0xFEFF;
}

bool isDash(char32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2015);
}

char32_t foldWidth(char32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        point -= 0xFEE0;
    else if (point == 0x3000)
        point = ' ';
    return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
}

/// Where the bracket that the last character closes was opened; npos when it closes none.
std::size_t openingOfLastBracket(const std::u32string& text)
{
    int depth = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        if (text[at] == U')')
            ++depth;
        else if (text[at] == U'(')
            --depth;
        if (depth == 0)
            return at + 1 == text.size() ? std::u32string::npos : at;
    }
    return std::u32string::npos;
}

} // namespace

std::string_view trim(std::string_view utf8)
{
    std::size_t first = utf8.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        if (isSpace(decodeNext(utf8, at)))
            continue;
        first = std::min(first, start);
        last = at;
    }
    return first < last ? utf8.substr(first, last - first) : std::string_view{};
}

std::string foldWidth(std::string_view utf8)
{
    std::u32string text = decodeUtf8(utf8);
    std::ranges::transform(text, text.begin(), [](char32_t point) { return foldWidth(point); });
    return encodeUtf8(text);
}

std::string foldHeader(std::string_view utf8)
{
    std::u32string text = decodeUtf8(utf8);
    std::erase_if(text, isSpace);
    std::ranges::transform(text, text.begin(), [](char32_t point) { return foldWidth(point); });
    const std::size_t unit = openingOfLastBracket(text);
    if (unit != std::u32string::npos && unit > 0)
        text.resize(unit);
    return encodeUtf8(text);
}

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();)
        if (decodeNext(bytes, at) == malformed)
            return false;
    return true;
}

std::u32string decodeUtf8(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t point = decodeNext(utf8, at);
        text.push_back(point == malformed ? replacement : point);
    }
    return text;
}

std::string encodeUtf8(std::u32string_view text)
{
    std::string bytes;
    bytes.reserve(text.size() * 3);
    for (const char32_t point : text)
        encode(point, bytes);
    return bytes;
}

bool isMissing(std::string_view cell)
{
    constexpr std::array<std::string_view, 6> words{"/", "无", "未知", "不详", "n/a", "null"};
    constexpr std::size_t longest = 12; // null in full width letters
    const std::string_view said = trim(cell);
    if (said.empty())
        return true;
    if (said.size() > longest || (said.front() >= '0' && said.front() <= '9'))
        return false; // most cells of a table; the rest is slower
    const std::string text = foldWidth(said);
    return std::ranges::find(words, text) != words.end() ||
           std::ranges::all_of(decodeUtf8(text), isDash);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string withThousands(long long number)
{
    std::string digits = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > sign + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

} // namespace guatu
