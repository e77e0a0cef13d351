// SPDX-License-Identifier: MIT
#include "desktop/title_row.h"

#include <algorithm>

namespace guatu::desktop
{
namespace
{

/// Titles that stand side by side: where the first begins.
struct Pool {
    double sum;
    std::size_t count;
    [[nodiscard]] double left() const { return sum / static_cast<double>(count); }
};

} // namespace

std::optional<std::vector<double>> placeInRow(std::span<const RowTitle> titles, double gap,
                                              double from, double to)
{
    // Without the widths of those before them the titles are points that need only keep order.
    std::vector<double> before;
    std::vector<Pool> pools;
    double used = 0;
    for (const RowTitle& title : titles) {
        before.push_back(used);
        pools.push_back({title.at - title.width / 2 - used, 1});
        used += title.width + gap;
        while (pools.size() > 1 && pools[pools.size() - 2].left() > pools.back().left()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    const double latest = to - (used - gap);
    if (!titles.empty() && latest < from)
        return std::nullopt;
    std::vector<double> lefts;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.count; ++i)
            lefts.push_back(std::clamp(pool.left(), from, latest) + before[lefts.size()]);
    }
    return lefts;
}

} // namespace guatu::desktop
