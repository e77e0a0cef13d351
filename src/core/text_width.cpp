// SPDX-License-Identifier: MIT
#include "core/text_width.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

struct Range {
    char32_t first, last;
};

constexpr std::array wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
                          Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
                          Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
                          Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6B},   Range{0xFF01, 0xFF60},
                          Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF},
                          Range{0x20000, 0x2FFFD}, Range{0x30000, 0x3FFFD}};

constexpr std::array without{Range{0x0000, 0x001F}, Range{0x007F, 0x009F}, Range{0x0300, 0x036F},
                             Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x20D0, 0x20FF},
                             Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}};

template <std::size_t Count>
bool isIn(const std::array<Range, Count>& ranges, char32_t point)
{
    const auto next = std::ranges::upper_bound(ranges, point, {}, &Range::first);
    return next != ranges.begin() && point <= std::prev(next)->last;
}

} // namespace

int textWidth(std::string_view utf8)
{
    int width = 0;
    for (const char32_t point : decodeUtf8(utf8))
        width += isIn(wide, point) ? 2 : isIn(without, point) ? 0 : 1;
    return width;
}

} // namespace guatu
