// SPDX-License-Identifier: MIT
#include "core/geometry.h"

#include "support/catch.h"

#include <array>

using namespace guatu;

TEST_CASE("features keep their parts apart in one column", "[core]")
{
    GeometryColumn lines(GeometryType::Line);
    lines.addPart(std::array<Point, 2>{{{0, 0}, {3, 4}}});
    lines.addPart(std::array<Point, 3>{{{5, 5}, {6, 5}, {7, -1}}});
    lines.endFeature();
    lines.endFeature();
    lines.addPart(std::array<Point, 2>{{{9, 9}, {8, 8}}});
    lines.endFeature();

    REQUIRE(lines.size() == 3);
    CHECK(lines.partCount(0) == 2);
    CHECK(lines.part(0, 1).size() == 3);
    CHECK(lines.part(0, 1)[2] == Point{7, -1});
    CHECK(lines.box(0) == Box{0, -1, 7, 5});
    CHECK_FALSE(lines.hasGeometry(1));
    CHECK(lines.box(1).empty());
    CHECK_FALSE(lines.firstPoint(1).valid());
    CHECK(lines.firstPoint(2) == Point{9, 9});
    CHECK(lines.box() == Box{0, -1, 9, 9});
    CHECK(lines.vertices().size() == 7);
}

TEST_CASE("a place without a position is a feature without geometry", "[core]")
{
    GeometryColumn points(GeometryType::Point);
    points.reserve(2, 2);
    points.addPoint({1, 2});
    points.addPoint({});
    CHECK(points.size() == 2);
    CHECK(points.hasGeometry(0));
    CHECK_FALSE(points.hasGeometry(1));
    CHECK(points.box() == Box{1, 2, 1, 2});
}

TEST_CASE("boxes that only touch do intersect, empty ones never", "[core]")
{
    const Box box{0, 0, 2, 2};
    CHECK(box.intersects(Box{2, 2, 3, 3}));
    CHECK_FALSE(box.intersects(Box{2.001, 0, 3, 3}));
    CHECK_FALSE(box.intersects(Box{}));
    CHECK(box.contains(Point{2, 0}));
    CHECK_FALSE(box.contains(Point{}));
}

TEST_CASE("a box that an empty one is added to stays as it was", "[core]")
{
    Box box{0, 0, 2, 2};
    box.add(Box{});
    CHECK(box == Box{0, 0, 2, 2});
    Box empty;
    empty.add(Box{});
    CHECK(empty.empty());
    empty.add(box);
    CHECK(empty == box);
}
