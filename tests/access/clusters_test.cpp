// SPDX-License-Identifier: MIT
#include "access/clusters.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <cmath>

using namespace guatu;
using namespace guatu::access;

TEST_CASE("neighbours are visited together, who lives alone is alone", "[access]")
{
    const std::vector<Point> points{{0, 0},    {90, 0},   {180, 0},  {1000, 0},
                                    {5000, 0}, {5050, 0}, {5100, 0}, Point{}};
    CHECK(clustersOf(points, 100, 3) ==
          std::vector<std::uint32_t>{0, 0, 0, noCluster, 1, 1, 1, noCluster});
    CHECK(clustersOf(points, 100, 4)[0] == noCluster);
    CHECK(clustersOf({}, 100, 3).empty());
}

TEST_CASE("dense points within a step of each other are in one cluster", "[access]")
{
    CHECK(rc::check("clusters", [] {
        std::vector<Point> points(*rc::gen::inRange<std::size_t>(0, 40));
        for (Point& p : points)
            p = {static_cast<double>(*rc::gen::inRange(0, 30)),
                 static_cast<double>(*rc::gen::inRange(0, 30))};
        const auto least = *rc::gen::inRange<std::size_t>(1, 5);
        const auto cluster = clustersOf(points, 4, least);
        const auto near = [&](std::size_t a, std::size_t b) {
            return std::hypot(points[a].x - points[b].x, points[a].y - points[b].y) <= 4;
        };
        std::vector<bool> dense(points.size());
        for (std::size_t a = 0; a < points.size(); ++a) {
            std::size_t count = 0;
            for (std::size_t b = 0; b < points.size(); ++b)
                count += near(a, b) ? 1 : 0;
            dense[a] = count >= least;
        }
        for (std::size_t a = 0; a < points.size(); ++a) {
            bool rim = false;
            for (std::size_t b = 0; b < points.size(); ++b) {
                if (dense[a] && dense[b] && near(a, b))
                    RC_ASSERT(cluster[a] == cluster[b]);
                rim = rim || (dense[b] && near(a, b));
            }
            RC_ASSERT((cluster[a] != noCluster) == rim);
        }
    }));
}
