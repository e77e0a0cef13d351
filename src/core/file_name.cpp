// SPDX-License-Identifier: MIT
#include "core/file_name.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

constexpr std::size_t mostBytes = 120;

bool isForbidden(char32_t point)
{
    return point < 0x20 || point == 0x7F ||
           std::u32string_view(U"\\/:*?\"<>|").find(point) != std::u32string_view::npos;
}

/// Names of devices, with or without an extension.
bool isDevice(const std::string& name)
{
    constexpr std::array<std::string_view, 4> plain{"con", "prn", "aux", "nul"};
    const std::string stem = foldWidth(name.substr(0, name.find('.')));
    if (std::ranges::find(plain, stem) != plain.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
           stem[3] >= '1' && stem[3] <= '9';
}

} // namespace

std::string legalFileName(std::string_view text)
{
    std::u32string points = decodeUtf8(trim(text));
    std::ranges::replace_if(points, isForbidden, U'-');
    while (encodeUtf8(points).size() > mostBytes)
        points.pop_back();
    const auto isEdge = [](char32_t point) { return point == U' ' || point == U'.'; };
    while (!points.empty() && isEdge(points.back()))
        points.pop_back();
    while (!points.empty() && isEdge(points.front()))
        points.erase(0, 1);
    const std::string name = encodeUtf8(points);
    if (name.empty())
        return "-";
    return isDevice(name) ? name + "_" : name;
}

} // namespace guatu
