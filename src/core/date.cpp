// SPDX-License-Identifier: MIT
#include "core/date.h"

#include <chrono>

#include <fmt/format.h>

namespace guatu
{
namespace
{

std::chrono::year_month_day calendar(std::int32_t days)
{
    return std::chrono::sys_days{std::chrono::days{days}};
}

/// The number that the digits of `text` write; nothing else may stand in it.
std::optional<int> readDigits(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

std::optional<Date> Date::fromYmd(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return Date{static_cast<std::int32_t>(days)};
}

std::optional<Date> Date::fromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = readDigits(text.substr(0, 4));
    const auto month = readDigits(text.substr(5, 2));
    const auto day = readDigits(text.substr(8, 2));
    return year && month && day ? fromYmd(*year, *month, *day) : std::nullopt;
}

std::string Date::iso() const
{
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

int Date::year() const
{
    return static_cast<int>(calendar(m_days).year());
}

int Date::month() const
{
    return static_cast<int>(static_cast<unsigned>(calendar(m_days).month()));
}

int Date::day() const
{
    return static_cast<int>(static_cast<unsigned>(calendar(m_days).day()));
}

} // namespace guatu
