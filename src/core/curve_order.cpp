// SPDX-License-Identifier: MIT
#include "core/curve_order.h"

#include "core/hilbert.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <array>

namespace guatu
{
namespace
{

struct Item {
    std::uint32_t key = 0, number = 0;
};

std::vector<Item> keyed(std::span<const Point> points)
{
    Box box;
    for (const Point p : points)
        if (p.valid())
            box.add(p);
    std::vector<Item> items(points.size());
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, points.size(), 4096), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i)
                items[i] = {hilbertIndex(points[i], box), static_cast<std::uint32_t>(i)};
        });
    return items;
}

} // namespace

std::vector<std::uint32_t> curveOrder(std::span<const Point> points)
{
    // A radix sort, least digit first, so equal keys keep their order. The upper 22 bits of the
    // keys are 2048 cells a side, which is as near as it matters.
    constexpr unsigned bits = 11, mask = (1U << bits) - 1;
    std::vector<Item> items = keyed(points), sorted(points.size());
    for (unsigned shift = 32 - 2 * bits; shift < 32; shift += bits) {
        std::array<std::uint32_t, mask + 2> starts{};
        for (const Item& item : items)
            ++starts[((item.key >> shift) & mask) + 1];
        for (std::size_t digit = 1; digit < starts.size(); ++digit)
            starts[digit] += starts[digit - 1];
        for (const Item& item : items)
            sorted[starts[(item.key >> shift) & mask]++] = item;
        items.swap(sorted);
    }
    std::vector<std::uint32_t> order(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        order[i] = items[i].number;
    return order;
}

} // namespace guatu
