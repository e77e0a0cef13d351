// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guatu
{

/// Levels of the closure chain, from the widest down. Households stand below the group.
enum class Level : std::uint8_t { Prefecture, County, Town, Village, Group };
inline constexpr std::size_t levelCount = 5;

/// The word used in files: prefecture, county, town, village, group.
[[nodiscard]] std::string_view toString(Level level);
[[nodiscard]] std::optional<Level> levelFromString(std::string_view text);

/// A statistical unit code: 12 digits = 2 province + 2 prefecture + 2 county + 3 township +
/// 3 village (GB/T 2260, GB/T 10114); groups append 3 more. Kept as a number below 10^15 with
/// its length, so that a code column takes 8 bytes per row.
class UnitCode
{
public:
    constexpr UnitCode() = default;

    /// Reads 12 or 15 digits, or the short forms 4 (prefecture), 6 (county) and 9 (township)
    /// which are filled with zeros. Anything else, and a code with a part below an empty part
    /// (532329000201), is null.
    [[nodiscard]] static std::optional<UnitCode> parse(std::string_view digits);

    /// Null for the default-made code.
    [[nodiscard]] constexpr explicit operator bool() const { return m_number != 0; }

    [[nodiscard]] Level level() const;

    /// The code one level up; null for a prefecture.
    [[nodiscard]] std::optional<UnitCode> parent() const;

    /// The code of the unit of `level` that holds this one, itself included; null when
    /// `level` is below this unit's own.
    [[nodiscard]] std::optional<UnitCode> ancestor(Level level) const;

    /// Whether `other` is this unit or lies below it.
    [[nodiscard]] bool contains(UnitCode other) const;

    /// 12 digits, or 15 for a group.
    [[nodiscard]] std::string str() const;

    friend constexpr auto operator<=>(UnitCode, UnitCode) = default;

private:
    constexpr explicit UnitCode(std::uint64_t number) : m_number(number) {}
    std::uint64_t m_number = 0; ///< always as 15 digits: 12-digit codes end in 000

    friend struct std::hash<UnitCode>;
};

} // namespace guatu

template <>
struct std::hash<guatu::UnitCode> {
    std::size_t operator()(guatu::UnitCode code) const noexcept
    {
        return std::hash<std::uint64_t>{}(code.m_number);
    }
};
