// SPDX-License-Identifier: MIT
#include "core/unit_code.h"

#include <algorithm>

#include <fmt/format.h>

namespace guatu
{
namespace
{

constexpr std::array<std::string_view, levelCount> words{"prefecture", "county", "town", "village",
                                                         "group"};
/// What a unit's number is a multiple of, by level: the place value of its last own digit.
constexpr std::array<std::uint64_t, levelCount> places{100'000'000'000, 1'000'000'000, 1'000'000,
                                                       1'000, 1};
constexpr std::size_t fullLength = 15;

std::uint64_t place(Level level)
{
    return places[static_cast<std::size_t>(level)];
}

/// The own part of a level within the number, 23 of 532329... for a prefecture.
std::uint64_t part(std::uint64_t number, Level level)
{
    const std::uint64_t above = level == Level::Prefecture
                                    ? place(level) * 100
                                    : places[static_cast<std::size_t>(level) - 1];
    return number % above / place(level);
}

bool hasGap(std::uint64_t number)
{
    bool ended = false;
    for (std::size_t level = 0; level < levelCount; ++level) {
        const bool filled = part(number, static_cast<Level>(level)) != 0;
        if (ended && filled)
            return true;
        ended = ended || !filled;
    }
    return false;
}

} // namespace

std::string_view toString(Level level)
{
    return words[static_cast<std::size_t>(level)];
}

std::optional<Level> levelFromString(std::string_view text)
{
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Level>(found - words.begin());
}

std::optional<UnitCode> UnitCode::parse(std::string_view digits)
{
    constexpr std::array<std::size_t, levelCount> lengths{4, 6, 9, 12, 15};
    if (std::ranges::find(lengths, digits.size()) == lengths.end())
        return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    for (std::size_t length = digits.size(); length < fullLength; ++length)
        number *= 10;
    const bool hasProvince = number / (place(Level::Prefecture) * 100) != 0;
    if (!hasProvince || part(number, Level::Prefecture) == 0 || hasGap(number))
        return std::nullopt;
    return UnitCode(number);
}

Level UnitCode::level() const
{
    for (std::size_t level = levelCount - 1; level > 0; --level)
        if (part(m_number, static_cast<Level>(level)) != 0)
            return static_cast<Level>(level);
    return Level::Prefecture;
}

std::optional<UnitCode> UnitCode::parent() const
{
    const Level own = level();
    if (own == Level::Prefecture)
        return std::nullopt;
    return ancestor(static_cast<Level>(static_cast<std::size_t>(own) - 1));
}

std::optional<UnitCode> UnitCode::ancestor(Level level) const
{
    if (level > this->level())
        return std::nullopt;
    return UnitCode(m_number - m_number % place(level));
}

bool UnitCode::contains(UnitCode other) const
{
    return m_number != 0 && other.m_number - other.m_number % place(level()) == m_number;
}

std::string UnitCode::str() const
{
    const bool isGroup = part(m_number, Level::Group) != 0;
    return isGroup ? fmt::format("{:015}", m_number) : fmt::format("{:012}", m_number / 1'000);
}

} // namespace guatu
