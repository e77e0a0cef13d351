// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <bit>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>

namespace guatu::store
{

static_assert(std::endian::native == std::endian::little, "columns are kept little-endian");

/// The bytes of a column, and back. Reading is false when the bytes are not those of such a
/// column: they come from a file.
template <class Value>
std::string bytesOf(const std::vector<Value>& column)
{
    static_assert(std::is_trivially_copyable_v<Value>);
    std::string bytes(column.size() * sizeof(Value), '\0');
    if (!column.empty())
        std::memcpy(bytes.data(), column.data(), bytes.size());
    return bytes;
}
std::string bytesOf(const std::vector<std::string>& column);
std::string bytesOf(const std::vector<std::optional<Date>>& column);
std::string bytesOf(const TextColumn& column);
std::string bytesOf(const CategoryColumn& column);
std::string bytesOf(const GeometryColumn& column);

/// The last enumerator of the enumerations that snapshots hold.
template <class Enum>
constexpr Enum lastOf()
{
    if constexpr (std::is_same_v<Enum, Flag>)
        return Flag::Yes;
    else if constexpr (std::is_same_v<Enum, Level>)
        return Level::Group;
    else if constexpr (std::is_same_v<Enum, CriterionResult>)
        return CriterionResult::Exempt;
    else if constexpr (std::is_same_v<Enum, FormalStatus>)
        return FormalStatus::NeverRegistered;
    else if constexpr (std::is_same_v<Enum, Watch>)
        return Watch::Sudden;
    else if constexpr (std::is_same_v<Enum, AreaGrade>)
        return AreaGrade::Voronoi;
    else if constexpr (std::is_same_v<Enum, LocationState>)
        return LocationState::OutsideUnit;
    else if constexpr (std::is_same_v<Enum, LocationSource>)
        return LocationSource::Baidu;
    else if constexpr (std::is_same_v<Enum, HouseGrade>)
        return HouseGrade::D;
    else if constexpr (std::is_same_v<Enum, Livelihood>)
        return Livelihood::SafetyNet;
    else if constexpr (std::is_same_v<Enum, IncomeBasis>)
        return IncomeBasis::Estimated;
    else if constexpr (std::is_same_v<Enum, Method>)
        return Method::Verified;
    else if constexpr (std::is_same_v<Enum, SubjectType>)
        return SubjectType::Project;
    else {
        static_assert(std::is_same_v<Enum, SignAction>);
        return SignAction::Reopen;
    }
}

/// Days of the years 0 to 9999.
inline constexpr Date firstDay{-719528};
inline constexpr Date lastDay{2932896};

template <class Value>
bool fromBytes(std::string_view bytes, std::vector<Value>& column)
{
    static_assert(std::is_trivially_copyable_v<Value>);
    if (bytes.size() % sizeof(Value) != 0)
        return false;
    if constexpr (std::is_same_v<Value, Date>)
        column.assign(bytes.size() / sizeof(Value), noDate);
    else
        column.assign(bytes.size() / sizeof(Value), Value{});
    if (!bytes.empty())
        std::memcpy(column.data(), bytes.data(), bytes.size());
    if constexpr (std::is_same_v<Value, Date>)
        for (const Date day : column)
            if (day != noDate && (day < firstDay || day > lastDay))
                return false;
    if constexpr (std::is_enum_v<Value>)
        for (const Value value : column)
            if (value > lastOf<Value>())
                return false;
    return true;
}
[[nodiscard]] bool fromBytes(std::string_view bytes, std::vector<std::string>& column);
[[nodiscard]] bool fromBytes(std::string_view bytes, std::vector<std::optional<Date>>& column);
[[nodiscard]] bool fromBytes(std::string_view bytes, TextColumn& column);
[[nodiscard]] bool fromBytes(std::string_view bytes, CategoryColumn& column);
[[nodiscard]] bool fromBytes(std::string_view bytes, GeometryColumn& column);

inline std::size_t rowsOf(const CategoryColumn& column)
{
    return column.rows.size();
}
template <class Column>
std::size_t rowsOf(const Column& column)
{
    return column.size();
}

} // namespace guatu::store
