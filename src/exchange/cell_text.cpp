// SPDX-License-Identifier: MIT
// The notations of numbers, dates and codes in ledgers.
#include "core/text.h"
#include "exchange/cell_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace guatu::exchange
{
namespace
{

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

int toInt(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The runs of digits of a text and whether nothing but separators stands between them.
struct Runs {
    std::vector<std::string_view> digits;
    std::vector<std::string_view> between;
};

Runs digitRuns(std::string_view text)
{
    Runs runs;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]) == isDigit(text[at]))
            ++end;
        (isDigit(text[at]) ? runs.digits : runs.between).push_back(text.substr(at, end - at));
        at = end;
    }
    return runs;
}

/// Without a time of day behind the date: "2020-05-06 00:00:00", "2020/5/6T10:30".
std::string_view withoutTime(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::size_t cut = text.find_first_of(" T");
    return colon != std::string_view::npos && cut < colon ? trim(text.substr(0, cut)) : text;
}

std::optional<Date> dateOfDigits(std::string_view digits)
{
    switch (digits.size()) {
    case 8:
        return Date::fromYmd(toInt(digits.substr(0, 4)), toInt(digits.substr(4, 2)),
                             toInt(digits.substr(6)));
    case 6:
        return Date::fromYmd(toInt(digits.substr(0, 4)), toInt(digits.substr(4)), 1);
    case 5: { // days since 1899-12-30, from 1954 to 2064
        constexpr int epoch = 25569;
        const int serial = toInt(digits);
        return serial >= 20000 && serial < 60000 ? std::optional(Date(serial - epoch))
                                                 : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

/// Chinese numerals up to 99: 四, 十二, 二十三, 两.
std::optional<double> chineseNumber(std::string_view text)
{
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    const std::u32string characters = decodeUtf8(text);
    if (characters.empty() || characters.size() > 3)
        return std::nullopt;
    int value = 0;
    int pending = -1;
    for (const char32_t character : characters) {
        const std::size_t digit = character == U'两' ? 2 : digits.find(character);
        if (character == U'十') {
            value += 10 * (pending < 0 ? 1 : pending);
            pending = -1;
        } else if (digit == std::u32string_view::npos || pending >= 0) {
            return std::nullopt;
        } else {
            pending = static_cast<int>(digit);
        }
    }
    return value + std::max(pending, 0);
}

/// Without a unit behind the digits.
std::string_view withoutUnit(std::string_view text)
{
    constexpr std::array<std::string_view, 16> units{
        "平方公里", "平方米", "个月", "公里", "人", "户", "口", "个",
        "元",       "米",     "年",   "月",   "岁", "%",  "km", "m"};
    for (const std::string_view unit : units)
        if (text.size() > unit.size() && text.ends_with(unit))
            return trim(text.substr(0, text.size() - unit.size()));
    return text;
}

} // namespace

std::optional<Date> parseDate(std::string_view text)
{
    std::string folded;
    text = trim(text);
    if (std::ranges::any_of(text, [](char c) { return static_cast<signed char>(c) < 0; })) {
        folded = foldWidth(text);
        text = folded;
    }
    text = withoutTime(text);
    const Runs runs = digitRuns(text);
    if (runs.digits.empty() || !isDigit(text.front()))
        return std::nullopt;
    if (runs.digits.size() == 1 && runs.between.empty())
        return dateOfDigits(text);
    // A serial number with a time of day: 43957.5.
    if (runs.digits.size() == 2 && runs.digits[0].size() == 5 && runs.between.size() == 1 &&
        runs.between[0] == ".")
        return dateOfDigits(runs.digits[0]);
    if (runs.digits[0].size() != 4 || runs.digits.size() > 3 || runs.digits.size() < 2)
        return std::nullopt;
    const int day = runs.digits.size() == 3 ? toInt(runs.digits[2]) : 1;
    const auto fits = [&](std::string_view first, std::string_view second, std::string_view last) {
        const std::size_t separators = runs.digits.size() - 1;
        return runs.between[0] == first && (separators < 2 || runs.between[1] == second) &&
               (runs.between.size() == separators ||
                (runs.between.size() == separators + 1 && runs.between.back() == last));
    };
    const bool known = fits("-", "-", "\n") || fits("/", "/", "\n") || fits(".", ".", "\n") ||
                       fits("年", "月", runs.digits.size() == 3 ? "日" : "月");
    return known ? Date::fromYmd(toInt(runs.digits[0]), toInt(runs.digits[1]), day) : std::nullopt;
}

std::optional<double> parseNumber(std::string_view text)
{
    const auto plain = [](std::string_view digits) -> std::optional<double> {
        double value = 0;
        const char* begin = digits.data();
        const char* end = begin + digits.size();
        const auto [stop, error] = std::from_chars(begin, end, value);
        if (error != std::errc{} || stop != end || !std::isfinite(value))
            return std::nullopt;
        return value;
    };
    text = trim(text);
    if (const auto number = plain(text))
        return number;
    std::string folded = foldWidth(text);
    std::string_view digits = withoutUnit(trim(folded));
    if (const auto number = chineseNumber(digits))
        return number;
    std::string joined(digits);
    if (joined.starts_with('+'))
        joined.erase(0, 1);
    // Commas only where thousands end.
    const std::size_t comma = joined.find(',');
    if (comma != std::string::npos) {
        const std::size_t point = std::min(joined.find('.'), joined.size());
        for (std::size_t at = comma; at != std::string::npos; at = joined.find(',', at + 1))
            if (at > point || (point - at) % 4 != 0)
                return std::nullopt;
        std::erase(joined, ',');
    }
    return plain(joined);
}

bool isScientific(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 >= text.size())
        return false;
    std::string_view exponent = text.substr(e + 1);
    if (exponent.front() == '+')
        exponent.remove_prefix(1);
    const std::string_view mantissa = text.substr(0, e);
    return allDigits(exponent) && exponent.size() <= 3 && isDigit(mantissa.front()) &&
           mantissa.find_first_not_of("0123456789.") == std::string_view::npos &&
           std::ranges::count(mantissa, '.') <= 1;
}

std::optional<std::string> exactInteger(std::string_view scientific)
{
    const std::size_t e = scientific.find_first_of("eE");
    std::string digits(scientific.substr(0, e));
    std::string_view exponent = scientific.substr(e + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    const std::size_t point = digits.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : digits.size() - point - 1;
    const auto shift = static_cast<std::size_t>(toInt(exponent));
    if (point != std::string::npos)
        digits.erase(point, 1);
    // A workbook keeps 15 digits: what is longer, or cut in the middle of them, is lost.
    if (shift < decimals || digits.size() + shift - decimals > 15)
        return std::nullopt;
    digits.append(shift - decimals, '0');
    return digits;
}

bool isIdNumber(std::string_view text)
{
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    if (text.size() != 18 || !allDigits(text.substr(0, 17)))
        return false;
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at)
        sum += weights[at] * (text[at] - '0');
    const char check = text[17] == 'x' ? 'X' : text[17];
    return check == checks[static_cast<std::size_t>(sum % 11)];
}

bool looksRounded(std::string_view digits)
{
    return digits.size() > 15 && digits.size() <= 20 && allDigits(digits) &&
           digits.substr(15).find_first_not_of('0') == std::string_view::npos &&
           !isIdNumber(digits);
}

} // namespace guatu::exchange
