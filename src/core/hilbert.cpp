// SPDX-License-Identifier: MIT
#include "core/hilbert.h"

#include <algorithm>

namespace guatu
{
namespace
{

/// Position along the curve (Warren, Hacker's Delight, chapter 16).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t distance = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        distance = (distance << 2U) | ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = ~x;
                y = ~y;
            }
            std::swap(x, y);
        }
    }
    return distance;
}

std::uint32_t cell(double at, double from, double length)
{
    const double share = (at - from) / length; // NaN for a length of 0 and for infinite boxes
    return share > 0 ? static_cast<std::uint32_t>(std::min(share, 1.0) * 65535) : 0;
}

} // namespace

std::uint32_t hilbertIndex(Point place, const Box& all)
{
    return hilbert(cell(place.x, all.minX, all.width()), cell(place.y, all.minY, all.height()));
}

} // namespace guatu
