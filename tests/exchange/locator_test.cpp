// SPDX-License-Identifier: MIT
#include "exchange/locator.h"

#include "core/error.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;

namespace
{

const Box chuxiong{100.5, 24.0, 103.0, 27.0};

std::string problemOf(Point point, const ImportOptions& base, const std::string& fileCrs = {})
{
    ImportOptions options = base;
    options.area = chuxiong;
    const auto problem = Locator(options, fileCrs).locate(point);
    return problem ? problem->reason.id : "";
}

ImportOptions inDatum(Datum datum)
{
    ImportOptions options;
    options.datum = datum;
    return options;
}

ImportOptions inCrs(const char* crs)
{
    ImportOptions options;
    options.crs = crs;
    return options;
}

} // namespace

TEST_CASE("degrees are read as numbers and as degrees, minutes and seconds", "[exchange]")
{
    CHECK(parseCoordinate("101.5362") == Approx(101.5362));
    CHECK(parseCoordinate("-3.5") == Approx(-3.5));
    for (const char* text : {"101°32′10.32″", "101°32'10.32\"", "101度32分10.32秒", "E101 32 10.32",
                             "101：32：10.32", "东经101°32′10.32″"})
        CHECK(parseCoordinate(text) == Approx(101 + 32 / 60.0 + 10.32 / 3600).epsilon(1e-12));
    CHECK(parseCoordinate("25°N") == Approx(25));
    CHECK(parseCoordinate("101°32.172′") == Approx(101.5362));
    CHECK(parseCoordinate("12°30′S") == Approx(-12.5));
    for (const char* text : {"", "北", "101°75′", "1 2 3 4", "abc", "101,5"})
        CHECK_FALSE(parseCoordinate(text));
}

TEST_CASE("a position is moved as its datum was declared", "[exchange]")
{
    // cs2cs EPSG:4490 EPSG:4522 of 101.528027 E, 25.045012 N.
    Point zoned{34452371.308, 2771123.339};
    ImportOptions options = inCrs("EPSG:4522");
    options.area = chuxiong;
    CHECK_FALSE(Locator(options, {}).locate(zoned));
    CHECK(zoned.x == Approx(101.528027).margin(1e-8));
    CHECK(zoned.y == Approx(25.045012).margin(1e-8));
    // GCJ-02 lies some hundred metres off, WGS 84 does not.
    ImportOptions gcj = inDatum(Datum::Gcj02);
    Point point{101.53, 25.04};
    CHECK_FALSE(Locator(gcj, {}).locate(point));
    CHECK(std::hypot(point.x - 101.53, point.y - 25.04) > 0.001);
    Point still{101.53, 25.04};
    CHECK_FALSE(Locator(inDatum(Datum::Wgs84), {}).locate(still));
    CHECK(still == Point{101.53, 25.04});
}

TEST_CASE("the user's word overrules a wrong .prj and says so", "[exchange]")
{
    const Locator locator(inDatum(Datum::Gcj02), "EPSG:4326");
    CHECK(locator.description() == "gcj02");
    CHECK(locator.overruled());
    CHECK_FALSE(Locator({}, "EPSG:4490").overruled());
    CHECK_FALSE(Locator({}, {}).ready());
    CHECK_THROWS_AS(Locator(inCrs("EPSG:99999"), {}), Error);
    CHECK_THROWS_AS(Locator(inDatum(Datum::Local), {}), Error);
}

TEST_CASE("slips in coordinates are refused with the likely cause, never mended", "[exchange]")
{
    const ImportOptions degrees = inDatum(Datum::Cgcs2000);
    CHECK(problemOf({101.53, 25.04}, degrees).empty());
    CHECK(problemOf({0, 0}, degrees) == "import.position_zero");
    CHECK(problemOf({25.04, 101.53}, degrees) == "import.position_swapped");
    CHECK(problemOf({34452368, 2770909}, degrees) == "import.position_zone");
    CHECK(problemOf({2770909, 34452368}, degrees) == "import.position_zone");
    CHECK(problemOf({452368, 2770909}, degrees) == "import.position_metres");
    CHECK(problemOf({116.4, 39.9}, degrees) == "import.position_outside");
    const ImportOptions metres = inCrs("EPSG:4543");
    CHECK(problemOf({452368, 2770909}, metres).empty());
    CHECK(problemOf({2770909, 452368}, metres) == "import.position_swapped");
    CHECK(problemOf({34452368, 2770909}, metres) == "import.position_zone");
    CHECK(problemOf({101.53, 25.04}, metres) == "import.position_degrees");
    CHECK(problemOf({452368, 4000000}, metres) == "import.position_other_zone");
}

TEST_CASE("undeclared coordinates are described for asking", "[exchange]")
{
    ImportOptions options;
    options.area = chuxiong;
    const Locator locator(options, {});
    CHECK(locator.look({101.53, 25.04}).id == "import.look_degrees");
    CHECK(locator.look({25.04, 101.53}).id == "import.look_swapped");
    CHECK(locator.look({34452368, 2770909}) == Message{"import.look_zone", {{"crs", "EPSG:4522"}}});
    CHECK(locator.look({452368, 2770909}).id == "import.look_metres");
}
