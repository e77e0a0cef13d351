// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace guatu
{

/// A day of the Gregorian calendar, without time or zone.
class Date
{
public:
    /// Days since 1970-01-01.
    constexpr explicit Date(std::int32_t days) : m_days(days) {}

    /// Null when there is no such day, as 2019-02-29.
    [[nodiscard]] static std::optional<Date> fromYmd(int year, int month, int day);

    /// Reads `2020-04-17` exactly; anything else is null.
    [[nodiscard]] static std::optional<Date> fromIso(std::string_view text);

    [[nodiscard]] constexpr std::int32_t days() const { return m_days; }
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;

    friend constexpr auto operator<=>(Date, Date) = default;

    /// Whole days from `from` to `to`; negative when `to` is earlier.
    friend constexpr std::int32_t daysBetween(Date from, Date to)
    {
        return to.m_days - from.m_days;
    }

private:
    std::int32_t m_days;
};

/// Stands for a day that is not known, in columns that must stay small. Earlier than any day.
inline constexpr Date noDate{std::numeric_limits<std::int32_t>::min()};

} // namespace guatu
