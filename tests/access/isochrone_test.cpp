// SPDX-License-Identifier: MIT
#include "access/contour.h"
#include "access/isochrone.h"
#include "core/polygon.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <rapidcheck.h>

#include <cmath>
#include <numbers>

using namespace guatu;
using namespace guatu::access;

namespace
{

/// A road of 2 km east, walked at 4 km/h; off it people walk at 3 km/h.
RoadNetwork road()
{
    RoadColumns roads;
    const std::vector<Point> line{{0, 0}, {700, 0}, {2000, 0}};
    roads.line.addPart(line);
    roads.line.endFeature();
    roads.roadClass = {"village"};
    roads.surface = {"concrete"};
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    return {roads, travel, *travel.find("foot"), Season::Dry};
}

} // namespace

TEST_CASE("the area within a value is that of the circle, with its hole", "[access]")
{
    // Distances from a centre: within 300, and beyond 100.
    Lattice lattice{.origin = {-500, -500}, .cell = 10, .columns = 101, .rows = 101};
    for (int row = 0; row < 101; ++row)
        for (int column = 0; column < 101; ++column) {
            const Point at = lattice.place(column, row);
            const double r = std::hypot(at.x, at.y);
            lattice.values.push_back(std::max(r, 400 - r));
        }
    GeometryColumn areas(GeometryType::Polygon);
    addAreaWithin(lattice, 300, areas);
    REQUIRE(areas.size() == 1);
    CHECK(areas.partCount(0) == 2);
    CHECK(area(areas, 0) == Approx(std::numbers::pi * (300 * 300 - 100 * 100)).epsilon(0.01));
    CHECK(contains(areas, 0, {200, 0}));
    CHECK_FALSE(contains(areas, 0, {50, 0}));
    addAreaWithin(lattice, 100, areas);
    CHECK_FALSE(areas.hasGeometry(1));
}

TEST_CASE("a crossing of the lattice is in the area exactly when its value is within", "[access]")
{
    CHECK(rc::check("contour", [] {
        Lattice lattice{.origin = {0, 0}, .cell = 1, .columns = 6, .rows = 5};
        for (int i = 0; i < 30; ++i) {
            const int value = *rc::gen::inRange(0, 6);
            lattice.values.push_back(value == 5 ? INFINITY : value + 0.25);
        }
        GeometryColumn areas(GeometryType::Polygon);
        addAreaWithin(lattice, 2.5, areas);
        for (int row = 0; row < 5; ++row)
            for (int column = 0; column < 6; ++column)
                RC_ASSERT(contains(areas, 0, lattice.place(column, row)) ==
                          (lattice.at(column, row) <= 2.5));
    }));
}

TEST_CASE("an isochrone holds just the places that are within the time", "[access]")
{
    const RoadNetwork network = road();
    const Nearest nearest(network.graph(), {network.snap({0, 0}).place});
    const std::vector<Time> limits{600000, 1200000}; // 10 and 20 minutes
    const GeometryColumn areas = isochroneAreas(network, nearest, limits, 20);
    REQUIRE(areas.size() == 2);
    // 10 minutes are 666 m of road; at 300 m of road 4.5 are gone, and 5.5 are 275 m of field.
    CHECK(contains(areas, 0, {640, 0}));
    CHECK_FALSE(contains(areas, 0, {700, 0}));
    CHECK(contains(areas, 0, {300, 250}));
    CHECK_FALSE(contains(areas, 0, {300, 300}));
    CHECK(contains(areas, 1, {1300, 0}));
    CHECK(area(areas, 1) > area(areas, 0));
}

TEST_CASE("the network is cut where a limit is passed", "[access]")
{
    const RoadNetwork network = road();
    const Nearest nearest(network.graph(), {network.snap({0, 0}).place});
    const std::vector<Time> limits{600000, 1200000};
    const ColouredNetwork made = colouredNetwork(network, nearest, limits);
    REQUIRE(made.band == std::vector<std::size_t>{0, 1, 2});
    CHECK(made.line.part(0, 0).back().x == Approx(666.7).margin(1));
    CHECK(made.line.part(1, 0).back().x == Approx(1333.3).margin(1));
    CHECK(made.line.part(2, 0).back().x == Approx(2000));
    // A facility in the middle of a link is nearest there, not at its ends.
    const Nearest middle(network.graph(), {network.snap({1000, 0}).place});
    CHECK(colouredNetwork(network, middle, limits).band == std::vector<std::size_t>{1, 0, 1});
}
