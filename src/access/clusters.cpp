// SPDX-License-Identifier: MIT
#include "access/clusters.h"

#include "core/point_grid.h"

namespace guatu::access
{

std::vector<std::uint32_t> clustersOf(std::span<const Point> points, double within,
                                      std::size_t least)
{
    const PointGrid grid(points, within);
    std::vector<std::uint8_t> dense(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::size_t near = 0;
        dense[i] = grid.anyWithin(points[i], within,
                                  [&](std::uint32_t, double) { return ++near >= least; })
                       ? 1
                       : 0;
    }
    std::vector<std::uint32_t> cluster(points.size(), noCluster);
    std::uint32_t next = 0;
    for (std::uint32_t first = 0; first < points.size(); ++first) {
        if (dense[first] == 0 || cluster[first] != noCluster)
            continue;
        std::vector<std::uint32_t> open{first};
        cluster[first] = next;
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            grid.anyWithin(points[at], within, [&](std::uint32_t other, double) {
                if (cluster[other] == noCluster) {
                    cluster[other] = next;
                    if (dense[other] != 0)
                        open.push_back(other);
                }
                return false;
            });
        }
        ++next;
    }
    // Numbered by the lowest point, which may be one at the rim.
    std::vector<std::uint32_t> number(next, noCluster);
    std::uint32_t used = 0;
    for (std::uint32_t& each : cluster)
        if (each != noCluster) {
            if (number[each] == noCluster)
                number[each] = used++;
            each = number[each];
        }
    return cluster;
}

} // namespace guatu::access
