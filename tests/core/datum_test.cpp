// SPDX-License-Identifier: MIT
#include "core/datum.h"

#include "core/error.h"
#include "core/geodesic.h"
#include "support/catch.h"
#include "support/shared_data.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace guatu;

namespace
{

void checkClose(Point found, Point expected, double degrees)
{
    CHECK(found.x == Approx(expected.x).margin(degrees).epsilon(0));
    CHECK(found.y == Approx(expected.y).margin(degrees).epsilon(0));
}

} // namespace

// Values typed from the tests of open libraries: googollee/eviltransform (03ba58d),
// wandergis/coordtransform (606c6f3), hujiulong/gcoord (fa43556).
TEST_CASE("the forward formulas meet the vectors of open libraries", "[core]")
{
    checkClose(gcj02FromWgs84({116.404, 39.915}), {116.41024449916938, 39.91640428150164}, 1e-9);
    checkClose(bd09FromGcj02({116.404, 39.915}), {116.41036949371029, 39.92133699351021}, 1e-9);
    checkClose(gcj02FromWgs84({121.5272106, 31.1774276}), {121.531541859215, 31.17530398364597},
               1e-6);
    checkClose(gcj02FromWgs84({113.912316, 22.543847}), {113.9171764808363, 22.540796131694766},
               1e-6);
    checkClose(gcj02FromWgs84({123, 45}), {123.00607541, 45.00197815}, 1e-5);
}

TEST_CASE("the inverse formulas meet the vectors of open libraries", "[core]")
{
    const Point exact = wgs84FromGcj02({121.531541859215, 31.17530398364597});
    CHECK(geodesicDistance(exact, {121.5272106, 31.1774276}) < 0.5);
    // Those libraries go back in one step, so they are off by metres themselves.
    CHECK(geodesicDistance(wgs84FromGcj02({116.404, 39.915}),
                           {116.39775550083061, 39.91359571849836}) < 5);
    CHECK(geodesicDistance(gcj02FromBd09({116.404, 39.915}),
                           {116.39762729119315, 39.90865673957631}) < 0.5);
    // eviltransform's own Baidu vectors are left out: it writes sin(y * pi) for sin(y * 3000 pi /
    // 180) and so lies 10 m from what the service answers.
}

TEST_CASE("every place of the prefecture comes back from its shifted place", "[core]")
{
    double worst = 0;
    const auto compare = [&](Point a, Point b) {
        worst = std::max({worst, std::fabs(a.x - b.x), std::fabs(a.y - b.y)});
    };
    for (double lon = 100.5; lon <= 102.75; lon += 0.01)
        for (double lat = 24; lat <= 26.75; lat += 0.01) {
            const Point place{lon, lat};
            compare(wgs84FromGcj02(gcj02FromWgs84(place)), place);
            compare(gcj02FromBd09(bd09FromGcj02(place)), place);
            compare(gcj02FromWgs84(wgs84FromGcj02(place)), place);
            compare(toCgcs2000(Datum::Bd09, bd09FromGcj02(gcj02FromWgs84(place))), place);
        }
    CHECK(worst <= 1e-9);
}

TEST_CASE("outside China nothing is moved", "[core]")
{
    for (const Point place : {Point{-123, -45}, Point{0, 0}, Point{2.35, 48.86}, Point{140, 36}}) {
        CHECK(gcj02FromWgs84(place) == place);
        CHECK(bd09FromGcj02(place) == place);
        CHECK(wgs84FromGcj02(place) == place);
        CHECK(gcj02FromBd09(place) == place);
    }
    CHECK_FALSE(toCgcs2000(Datum::Bd09, {}).valid());
}

TEST_CASE("only declared datums are moved", "[core]")
{
    const Point place{101.5449, 25.0331};
    CHECK(toCgcs2000(Datum::Cgcs2000, place) == place);
    CHECK(toCgcs2000(Datum::Wgs84, place) == place);
    CHECK(toCgcs2000(Datum::Gcj02, place) == wgs84FromGcj02(place));
    CHECK_THROWS_AS(toCgcs2000(Datum::Unknown, place), Error);
    CHECK_THROWS_AS(toCgcs2000(Datum::Local, place), Error);
    for (const char* word : {"unknown", "cgcs2000", "wgs84", "gcj02", "bd09", "local"})
        CHECK(toString(*datumFromString(word)) == word);
    CHECK_FALSE(datumFromString("WGS84"));
}

TEST_CASE("332 cities land within a metre of what map services answer", "[core][shared]")
{
    const auto file = sharedData("transforms/gcoord-china-cities.json");
    if (file.empty()) {
        WARN("gcoord-china-cities.json is not here: not compared");
        return;
    }
    const auto cities = nlohmann::json::parse(std::ifstream(file));
    double worstGcj02 = 0;
    double worstBd09 = 0;
    double worstInverse = 0;
    for (const auto& city : cities) {
        const auto place = [&](const char* datum) {
            const auto& pair = city.at("coords").at(datum);
            return Point{pair.at(0).get<double>(), pair.at(1).get<double>()};
        };
        const Point wgs84 = place("WGS84");
        const Point gcj02 = place("GCJ02");
        worstGcj02 = std::max(worstGcj02, geodesicDistance(gcj02FromWgs84(wgs84), gcj02));
        worstBd09 = std::max(worstBd09, geodesicDistance(bd09FromGcj02(gcj02), place("BD09")));
        worstInverse =
            std::max(worstInverse, geodesicDistance(toCgcs2000(Datum::Bd09, place("BD09")), wgs84));
    }
    CAPTURE(worstGcj02, worstBd09, worstInverse);
    CHECK(cities.size() == 664);
    CHECK(worstGcj02 < 0.74);
    CHECK(worstBd09 < 1);
    CHECK(worstInverse < 1.5);
}
