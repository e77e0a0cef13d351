// SPDX-License-Identifier: MIT
#include "core/rtree.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace guatu;

namespace
{

double number()
{
    return *rc::gen::inRange(-200, 200) / 4.0;
}

Box randomBox()
{
    const double x = number();
    const double y = number();
    if (*rc::gen::inRange(0, 20) == 0)
        return {};
    return {x, y, x + *rc::gen::inRange(0, 12) / 1.0, y + *rc::gen::inRange(0, 12) / 1.0};
}

std::vector<Box> randomBoxes()
{
    std::vector<Box> boxes(*rc::gen::inRange<std::size_t>(0, 700));
    std::ranges::generate(boxes, randomBox);
    return boxes;
}

double distance(const Box& box, Point p)
{
    const double x = std::clamp(p.x, box.minX, box.maxX);
    const double y = std::clamp(p.y, box.minY, box.maxY);
    return (x - p.x) * (x - p.x) + (y - p.y) * (y - p.y);
}

} // namespace

TEST_CASE("the index finds what a look at every box finds", "[core]")
{
    CHECK(rc::check("search", [] {
        const std::vector<Box> boxes = randomBoxes();
        const RTree tree(boxes);
        RC_ASSERT(tree.size() == boxes.size());
        for (int i = 0; i < 5; ++i) {
            const Box wanted = randomBox();
            std::vector<std::uint32_t> expected;
            for (std::uint32_t item = 0; item < boxes.size(); ++item)
                if (boxes[item].intersects(wanted))
                    expected.push_back(item);
            RC_ASSERT(tree.search(wanted) == expected);
        }
    }));
}

TEST_CASE("the nearest items are those of a full sort, ties by number", "[core]")
{
    CHECK(rc::check("nearest", [] {
        const std::vector<Box> boxes = randomBoxes();
        const RTree tree(boxes);
        const Point from{number(), number()};
        const auto count = *rc::gen::inRange<std::size_t>(0, 40);
        const double within =
            *rc::gen::element(0.0, 3.0, 25.0, 1e9, std::numeric_limits<double>::infinity());
        std::vector<std::pair<double, std::uint32_t>> all;
        for (std::uint32_t item = 0; item < boxes.size(); ++item)
            if (!boxes[item].empty() && distance(boxes[item], from) <= within * within)
                all.emplace_back(distance(boxes[item], from), item);
        std::ranges::sort(all);
        all.resize(std::min(all.size(), count));
        std::vector<std::uint32_t> expected;
        for (const auto& entry : all)
            expected.push_back(entry.second);
        RC_ASSERT(tree.nearest(from, count, within) == expected);
    }));
}

TEST_CASE("empty boxes and features without geometry are never found", "[core]")
{
    const Box everything{-1e9, -1e9, 1e9, 1e9};
    CHECK(RTree{}.search(everything).empty());
    CHECK(RTree{}.nearest({0, 0}, 3).empty());
    CHECK(RTree(std::array<Box, 3>{}).search(everything).empty());

    GeometryColumn points(GeometryType::Point);
    points.addPoint({1, 1});
    points.addPoint({});
    points.addPoint({3, 3});
    const RTree tree(points);
    CHECK(tree.size() == 3);
    CHECK(tree.search(everything) == std::vector<std::uint32_t>{0, 2});
    CHECK(tree.nearest({0, 0}, 9) == std::vector<std::uint32_t>{0, 2});
    CHECK(tree.nearest({}, 9).empty()); // from nowhere
}

TEST_CASE("boxes without bounds do no harm", "[core]")
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const std::array<Box, 3> boxes{Box{-infinite, -infinite, infinite, infinite}, Box{1, 1, 2, 2},
                                   Box{NAN, 0, 1, 1}};
    CHECK(RTree(boxes).search({1, 1, 1, 1}) == std::vector<std::uint32_t>{0, 1});
}
