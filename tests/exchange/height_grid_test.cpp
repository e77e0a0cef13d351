// SPDX-License-Identifier: MIT
#include "exchange/height_grid.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/elevation_file.h"

#include <array>
#include <cmath>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::TemporaryFolder;

namespace
{

constexpr auto side = test::ElevationSquare::side;
constexpr auto pixel = test::ElevationSquare::pixel;
constexpr auto left = test::ElevationSquare::left, top = test::ElevationSquare::top;
constexpr Box whole = test::ElevationSquare::whole;

/// A slope of 0.1 to the east and 0.2 to the north, unknown in its north-western corner.
std::filesystem::path makeSlope(const TemporaryFolder& folder, GDALDataType type)
{
    return test::makeElevations(folder, 0.1, 0.2, 2, 1, type);
}

} // namespace

TEST_CASE("heights are those of the plane, between pixels too", "[exchange]")
{
    const TemporaryFolder folder;
    const HeightGrid grid = readHeights(makeSlope(folder, GDT_Float32), "EPSG:4543", whole);
    // The centre of the pixel in column 10, row 12.
    const Point centre{left + 10.5 * pixel, top - 12.5 * pixel};
    CHECK(grid.at(centre) == Approx(2000 + 30 - 72));
    CHECK(grid.at({centre.x + 50, centre.y + 20}) == Approx(2000 + 30 - 72 + 5 + 4));
    CHECK(std::isnan(grid.at({left + pixel, top - pixel}))); // the unknown corner
    CHECK(std::isnan(grid.at({left - 1, top - 100})));
    CHECK(std::isnan(grid.at(Point{})));
    CHECK(std::isnan(HeightGrid().at(centre)));
}

TEST_CASE("a picture is no file of elevations", "[exchange]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_AS(readHeights(makeSlope(folder, GDT_Byte), "EPSG:4543", whole), Error);
}
