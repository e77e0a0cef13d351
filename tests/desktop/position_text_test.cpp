// SPDX-License-Identifier: MIT
#include "desktop/position_text.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::desktop;

TEST_CASE("a position is understood in degrees, minutes and seconds, or metres", "[desktop]")
{
    // 102°07'34.8" is 102 + 7/60 + 34.8/3600.
    constexpr double lon = 102 + 7 / 60.0 + 34.8 / 3600;
    constexpr double lat = 25 + 35 / 60.0 + 16.5 / 3600;
    const auto degrees =
        GENERATE(as<std::string>{}, "102.126333333, 25.587916667", "25.587916667 102.126333333",
                 "102.126333333，25.587916667", "102°07'34.8\" E 25°35'16.5\" N",
                 "102°07′34.8″E 25°35′16.5″N", "25°35'16.5\"N, 102°07'34.8\"E",
                 "东经102度7分34.8秒 北纬25度35分16.5秒", "北纬25°35′16.5″ 东经102°07′34.8″",
                 "102 7 34.8 25 35 16.5", "102°7.58' 25°35.275'");
    INFO(degrees);
    const auto position = readPosition(degrees);
    REQUIRE(position);
    CHECK(position->inDegrees);
    CHECK(position->point.x == Approx(lon).margin(1e-8));
    CHECK(position->point.y == Approx(lat).margin(1e-8));
}

TEST_CASE("metres are taken in either order, and a zone prefix is taken off", "[desktop]")
{
    const auto typed = GENERATE(as<std::string>{}, "512692 2831188", "2831188, 512692",
                                "E 512692  N 2831188 m", "X=2831188 Y=512692");
    INFO(typed);
    const auto position = readPosition(typed);
    if (typed.front() != 'X') { // X is north on Chinese maps and east on others: the sizes decide
        REQUIRE(position);
    }
    REQUIRE(position);
    CHECK_FALSE(position->inDegrees);
    CHECK(position->point == Point{512692, 2831188});
    CHECK_FALSE(position->zonePrefix);

    const auto prefixed = readPosition("34512692 2831188");
    REQUIRE(prefixed);
    CHECK(prefixed->zonePrefix);
    CHECK(prefixed->point == Point{512692, 2831188});
}

TEST_CASE("what is no position is refused", "[desktop]")
{
    for (const char* text :
         {"", "102", "小河", "102.1 25.5 3", "0 0", "200, 100", "12 34", "1e5 2e6"}) {
        INFO(text);
        CHECK_FALSE(readPosition(text));
    }
}

TEST_CASE("a position is written as read, and rounds over into the next minute", "[desktop]")
{
    CHECK(degreesText({102.126333333, 25.587916667}) == "102°07′34.8″ E  25°35′16.5″ N");
    CHECK(degreesText({101.99999999, 24.0}) == "102°00′00.0″ E  24°00′00.0″ N");
    CHECK(metresText({512692.4, 2831187.6}) == "E 512692  N 2831188 m");
}

TEST_CASE("scales and measures are written in round figures with their unit", "[desktop]")
{
    CHECK(scaleText(149876) == "1:150,000");
    CHECK(scaleText(1234567) == "1:1,230,000");
    CHECK(scaleText(0).empty());
    CHECK(lengthText(840.4) == "840 m");
    CHECK(lengthText(1234) == "1.23 km");
    CHECK(lengthText(45678) == "45.7 km");
    CHECK(areaText(6200) == "6,200 m²");
    CHECK(areaText(13.2e6) == "13.20 km²");
    CHECK(areaMu(10000) == Approx(15)); // one hectare is 15 mu
}
