// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "exchange/table_writer.h"

#include <algorithm>
#include <set>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t longest = 31;

/// Characters outside the first plane count twice, as Excel counts them.
std::size_t lengthOf(const std::u32string& name)
{
    return name.size() + static_cast<std::size_t>(std::ranges::count_if(
                             name, [](char32_t point) { return point > 0xFFFF; }));
}

std::u32string cut(std::u32string name, std::size_t length)
{
    while (lengthOf(name) > length)
        name.pop_back();
    return name;
}

bool isForbidden(char32_t point)
{
    return point < 0x20 || std::u32string_view(U"[]:*?/\\").find(point) != std::u32string::npos;
}

std::u32string cleaned(const std::string& title)
{
    std::u32string name = decodeUtf8(trim(title));
    std::ranges::replace_if(name, isForbidden, U'-');
    name = cut(std::move(name), longest);
    while (!name.empty() && (name.front() == U'\'' || name.front() == U' '))
        name.erase(0, 1);
    while (!name.empty() && (name.back() == U'\'' || name.back() == U' '))
        name.pop_back();
    return name.empty() ? U"-" : name;
}

/// Excel tells names apart without regard to case, and keeps "History" to itself.
std::string folded(const std::u32string& name)
{
    return foldWidth(encodeUtf8(name));
}

} // namespace

std::vector<std::string> sheetNames(std::span<const std::string> titles)
{
    std::vector<std::string> names;
    std::set<std::string> taken{"history"};
    for (const std::string& title : titles) {
        const std::u32string wanted = cleaned(title);
        std::u32string name = wanted;
        for (int number = 2; !taken.insert(folded(name)).second; ++number) {
            const std::u32string suffix = decodeUtf8(" " + std::to_string(number));
            name = cut(wanted, longest - suffix.size()) + suffix;
        }
        names.push_back(encodeUtf8(name));
    }
    return names;
}

} // namespace guatu::exchange
