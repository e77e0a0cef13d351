// SPDX-License-Identifier: MIT
#include "core/crs.h"

#include "core/error.h"
#include "support/catch.h"

#include <array>
#include <vector>

using namespace guatu;

namespace
{

// From PROJ 9.1.1's own program, which takes and gives latitude or north first:
// printf '25.0331 101.5449\n25.5294 102.4036\n26.15 100.6\n24.2 102.49\n25.0 102.0\n' |
// cs2cs -f %.6f EPSG:4490 EPSG:4543 (and 4522, 3857)
struct Place {
    Point lonLat;
    Point gauss; ///< EPSG:4543; EPSG:4522 is 34 000 000 m more to the east
    Point mercator;
};
constexpr std::array<Place, 5> places{
    {{{101.5449, 25.0331}, {454069.617535, 2769797.947128}, {11303926.560654, 2879810.761481}},
     {{102.4036, 25.5294}, {540567.355462, 2824761.011110}, {11399516.607398, 2940910.902204}},
     {{100.6, 26.15}, {360005.103834, 2894206.837679}, {11198740.773803, 3017670.978091}},
     {{102.49, 24.2}, {549781.418964, 2677527.848076}, {11409134.611403, 2777797.987111}},
     {{102.0, 25.0}, {500000.0, 2766054.169063}, {11354588.060914, 2875744.624352}}}};

void checkClose(Point found, Point expected, double margin)
{
    CHECK(found.x == Approx(expected.x).margin(margin).epsilon(0));
    CHECK(found.y == Approx(expected.y).margin(margin).epsilon(0));
}

constexpr double millimetre = 1e-3;
constexpr double micrometreInDegrees = 1e-11;

constexpr const char* gaussWkt =
    R"(PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 102E",GEOGCS["China Geodetic Coordinate System 2000",)"
    R"(DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],)"
    R"(UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
    R"(PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",102],)"
    R"(PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],)"
    R"(PARAMETER["false_northing",0],UNIT["metre",1]])";

} // namespace

TEST_CASE("positions come as east and north whatever the authority's axis order", "[core]")
{
    const Transform toGauss("EPSG:4490", "EPSG:4543");
    const Transform toZone("EPSG:4490", "EPSG:4522");
    const Transform toMercator("EPSG:4490", "EPSG:3857");
    const Transform toWgs84("EPSG:4490", "EPSG:4326");
    const Transform byText("EPSG:4490", gaussWkt);
    for (const Place& place : places) {
        checkClose(toGauss.forward(place.lonLat), place.gauss, millimetre);
        checkClose(toZone.forward(place.lonLat), {place.gauss.x + 34e6, place.gauss.y}, millimetre);
        checkClose(toMercator.forward(place.lonLat), place.mercator, millimetre);
        checkClose(toWgs84.forward(place.lonLat), place.lonLat, micrometreInDegrees);
        checkClose(byText.forward(place.lonLat), place.gauss, millimetre);
        checkClose(toGauss.inverse(place.gauss), place.lonLat, 1e-10);
    }
}

TEST_CASE("a transform there and back ends where it began", "[core]")
{
    const Transform toGauss("EPSG:4490", "EPSG:4543");
    for (double lon = 100.5; lon <= 103.5; lon += 0.25)
        for (double lat = 24; lat <= 27; lat += 0.25)
            checkClose(toGauss.inverse(toGauss.forward(Point{lon, lat})), {lon, lat}, 1e-11);
}

TEST_CASE("places that have no image become invalid and spoil no neighbour", "[core]")
{
    std::vector<Point> points{{101.5449, 25.0331}, {},
                              {25.0331, 101.5449}, {1e9, 1e9},
                              {HUGE_VAL, 25},      {101.5449, 25.0331}};
    const Transform toGauss("EPSG:4490", "EPSG:4543");
    toGauss.forward(points);
    checkClose(points.front(), places[0].gauss, millimetre);
    checkClose(points.back(), places[0].gauss, millimetre);
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        CHECK_FALSE(points[i].valid());
    CHECK_FALSE(toGauss.forward(Point{}).valid());
    toGauss.forward(std::span<Point>{});
}

TEST_CASE("many points on all cores land where one at a time does", "[core]")
{
    std::vector<Point> points;
    for (int i = 0; i < 100'003; ++i)
        points.push_back({100.6 + 2e-5 * (i % 99'991), 24.1 + 2.4e-5 * (i * 7 % 99'989)});
    points[77'777] = {};
    std::vector<Point> moved = points;
    transformAll("EPSG:4490", "EPSG:4543", moved);
    const Transform toGauss("EPSG:4490", "EPSG:4543");
    std::size_t different = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point expected = toGauss.forward(points[i]);
        const bool same = expected.valid() ? expected == moved[i] : !moved[i].valid();
        different += same ? 0 : 1;
    }
    CHECK(different == 0);
    CHECK_FALSE(moved[77'777].valid());
    transformAll("EPSG:4490", "EPSG:4543", {});
}

TEST_CASE("a reference system that nobody knows is the user's error", "[core]")
{
    for (const char* crs : {"", "EPSG:999999", "nonsense", "PROJCS[\"broken", "+proj=tmerc",
                            "+proj=pipeline +step +proj=merc"}) {
        CHECK_THROWS_AS(Transform(crs, "EPSG:4490"), Error);
        CHECK_THROWS_AS(Transform("EPSG:4490", crs), Error);
        CHECK_THROWS_AS(isProjected(crs), Error);
    }
    std::vector<Point> points(100'000, Point{101, 25});
    CHECK_THROWS_AS(transformAll("EPSG:4490", "EPSG:999999", points), Error);
    CHECK(points.front() == Point{101, 25});
}

TEST_CASE("a reference system gives metres or degrees", "[core]")
{
    CHECK(isProjected("EPSG:4543"));
    CHECK(isProjected("EPSG:4522"));
    CHECK(isProjected("EPSG:3857"));
    CHECK(isProjected(gaussWkt));
    CHECK_FALSE(isProjected("EPSG:4490"));
    CHECK_FALSE(isProjected("EPSG:4326"));
    CHECK_FALSE(isProjected("EPSG:4480"));            // CGCS2000 with heights
    CHECK_THROWS_AS(isProjected("EPSG:4479"), Error); // geocentric
}
