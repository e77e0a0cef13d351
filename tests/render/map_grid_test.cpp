// SPDX-License-Identifier: MIT
#include "render/map_grid.h"

#include "core/crs.h"
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"

#include <algorithm>
#include <set>

using namespace guatu;
using namespace guatu::render;

namespace
{

/// 40 by 40 km around the middle of EPSG:4543's zone, near 102° E, 25.3° N.
constexpr Box around{480000, 2780000, 520000, 2820000};

std::set<std::string> labels(const std::vector<GridLine>& lines, bool northward)
{
    std::set<std::string> found;
    for (const GridLine& line : lines) {
        if (line.northward == northward)
            found.insert(line.label);
    }
    return found;
}

} // namespace

TEST_CASE("angles are written in degrees, minutes and seconds", "[render]")
{
    CHECK(angleText(102.5) == "102°30′");
    CHECK(angleText(25) == "25°00′");
    CHECK(angleText(102 + 5 / 60.0 + 7 / 3600.0) == "102°05′07″");
    CHECK(angleText(-0.25) == "−0°15′");
}

TEST_CASE("a graticule has round meridians and parallels that lie where PROJ puts them", "[render]")
{
    // 5' are some 9 km: the first round interval not below 8 km.
    const auto lines = graticule(around, "EPSG:4543", 8000);
    const Transform toEarth("EPSG:4543", "EPSG:4490");
    REQUIRE(!lines.empty());
    for (const GridLine& line : lines) {
        CHECK(std::abs(std::remainder(line.value, 5 / 60.0)) < 1e-9);
        for (const Point& p : line.path) {
            const Point earth = toEarth.forward(p);
            CHECK(std::abs((line.northward ? earth.x : earth.y) - line.value) < 1e-8);
        }
    }
    const auto meridians = labels(lines, true);
    CHECK(meridians.contains("102°00′"));
    CHECK(meridians.contains("101°50′"));
    // 40 km are 23.8' of longitude here, so 4 or 5 meridians, and 21.7' of latitude.
    CHECK(meridians.size() >= 4);
    CHECK(meridians.size() <= 6);
}

TEST_CASE("a kilometre grid stands at round metres and says kilometres", "[render]")
{
    const auto lines = kilometreGrid(around, 8000);
    CHECK(labels(lines, true) == std::set<std::string>{"480", "490", "500", "510", "520"});
    CHECK(labels(lines, false) == std::set<std::string>{"2780", "2790", "2800", "2810", "2820"});
    // Below a kilometre the number is in metres.
    const auto fine = kilometreGrid({480000, 2780000, 481000, 2781000}, 300);
    CHECK(labels(fine, true) == std::set<std::string>{"480000", "480500", "481000"});
}

TEST_CASE("a grid of an absurd view has no lines rather than a million", "[render]")
{
    CHECK(graticule({-1e12, -1e12, 1e12, 1e12}, "EPSG:4543", 1).empty());
    CHECK(kilometreGrid({0, 0, 1e9, 1e9}, 1).empty());
    CHECK(kilometreGrid(Box{}, 1000).empty());
    CHECK(kilometreGrid(around, 0).empty());
}

TEST_CASE("a grid is drawn on a map without any layer", "[render]")
{
    needGui();
    MapScene scene;
    scene.definition = std::make_shared<const MapDefinition>();
    scene.crs = "EPSG:4543";
    const MapView view = MapView::fitting(around, 400, 400);
    const QImage bare = drawMap(scene, view).image;
    scene.graticule = true;
    CHECK(drawMap(scene, view).image != bare);
    scene.graticule = false;
    scene.kilometreGrid = true;
    CHECK(drawMap(scene, view).image != bare);
    // The easting of 500 km runs through the middle.
    const QImage grid = drawMap(scene, view).image;
    const auto isLine = [&](int x) { return grid.pixel(x, 57) != bare.pixel(x, 57); };
    CHECK((isLine(199) || isLine(200) || isLine(201)));
    CHECK_FALSE(isLine(230));
}
