// SPDX-License-Identifier: MIT
#include "core/curve_order.h"
#include "core/ground_distance.h"
#include "core/point_grid.h"
#include "core/segment.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace guatu;

TEST_CASE("the nearest points are those that a look at all finds", "[geometry]")
{
    std::mt19937 random(3);
    for (const std::size_t count : {1U, 2U, 7U, 300U}) {
        std::uniform_real_distribution<double> place(0, 1000);
        std::vector<Point> points(count);
        for (Point& p : points)
            p = {std::floor(place(random) / 10) * 10, std::floor(place(random))};
        points.emplace_back(); // without a position
        const PointGrid grid(points);
        for (int i = 0; i < 200; ++i) {
            const Point at{place(random) * 3 - 1000, place(random) * 3 - 1000};
            std::vector<PointGrid::Found> all;
            for (std::uint32_t item = 0; item < count; ++item)
                all.push_back({item, std::hypot(points[item].x - at.x, points[item].y - at.y)});
            std::ranges::sort(all, [](const auto& a, const auto& b) {
                return a.distance != b.distance ? a.distance < b.distance : a.item < b.item;
            });
            all.resize(std::min<std::size_t>(5, count));
            CHECK(grid.nearest(at, 5) == all);
            CHECK(grid.nearest(at) == all.front());
            std::size_t near = 0;
            grid.anyWithin(at, 150, [&](std::uint32_t, double) {
                ++near;
                return false;
            });
            std::size_t expected = 0;
            for (std::uint32_t item = 0; item < count; ++item)
                expected += std::hypot(points[item].x - at.x, points[item].y - at.y) <= 150 ? 1 : 0;
            CHECK(near == expected);
        }
    }
    CHECK(PointGrid().nearest({0, 0}, 3).empty());
    CHECK(PointGrid().nearest({0, 0}).item == PointGrid::noItem);
    CHECK(PointGrid(std::vector<Point>{{5, 5}}).nearest(Point{}).item == PointGrid::noItem);
    CHECK(PointGrid(std::vector<Point>{{5, 5}}).nearest({}, 1).empty());
}

TEST_CASE("many places at once find what each finds alone, whatever their order", "[geometry]")
{
    std::mt19937 random(8);
    const auto draw = [&] { return static_cast<double>(random() % 100000); };
    for (const std::size_t count : {50U, 20000U}) {
        std::vector<Point> points(count), places(5000);
        for (Point& p : points)
            p = {draw(), draw()};
        for (Point& p : places)
            p = {draw(), draw()};
        places[7] = {};
        const PointGrid grid(points);
        const auto found = grid.nearestOfEach(places);
        REQUIRE(found.size() == places.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            CHECK(found[i] == grid.nearest(places[i]));
    }
    // Every point once, those without a position too.
    std::vector<Point> points(3000, Point{1, 1});
    points[5] = {};
    points[9] = {4, 4};
    auto order = curveOrder(points);
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < order.size(); ++i)
        REQUIRE(order[i] == i);
}

TEST_CASE("segments are as far apart as their nearest points", "[geometry]")
{
    const auto apart = [](Segment s, Segment t) {
        const auto [p, q] = nearestPoints(s, t);
        return std::hypot(p.x - q.x, p.y - q.y);
    };
    CHECK(apart({{0, 0}, {10, 0}}, {{3, 4}, {3, 9}}) == 4);
    CHECK(apart({{0, 0}, {10, 0}}, {{13, 4}, {20, 4}}) == 5);
    CHECK(apart({{0, 0}, {10, 0}}, {{5, -5}, {5, 5}}) == 0);
    CHECK(apart({{0, 0}, {0, 0}}, {{3, 4}, {3, 4}}) == 5);
}

TEST_CASE("the plane settles only what its stretch cannot change", "[geometry]")
{
    // Web Mercator at 60 degrees north stretches about twofold.
    const Box area{1000000, 8300000, 1100000, 8400000};
    const GroundDistance ground("EPSG:3857", area);
    const Point a{1050000, 8350000};
    for (const double metres : {100.0, 5000.0})
        for (double plane = metres; plane < metres * 3; plane += metres / 20) {
            const Point b{a.x + plane * 0.6, a.y + plane * 0.8};
            CHECK(ground.within(a, b, plane, metres) ==
                  (ground.between(a, b) <= metres + GroundDistance::slack));
        }
}
