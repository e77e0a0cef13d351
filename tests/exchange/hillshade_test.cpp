// SPDX-License-Identifier: MIT
#include "exchange/hillshade.h"

#include "core/error.h"
#include "exchange/raster.h"
#include "support/catch.h"
#include "support/elevation_file.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::TemporaryFolder;

namespace
{

constexpr auto side = test::ElevationSquare::side;
constexpr auto pixel = test::ElevationSquare::pixel;
constexpr auto left = test::ElevationSquare::left, top = test::ElevationSquare::top;
constexpr Box whole = test::ElevationSquare::whole;

std::filesystem::path makePlane(const TemporaryFolder& folder, double east, double north,
                                int bands = 1)
{
    return test::makeElevations(folder, east, north, 5, bands);
}

/// Lambert's law on the plane's normal; light from azimuth 315, 45 high; GDAL's range 1 to 255.
double greyOf(double east, double north)
{
    const double h = std::numbers::sqrt2 / 2;
    const std::array<double, 3> light{-h * h, h * h, h};
    const double cosine = (-east * light[0] - north * light[1] + light[2]) /
                          std::sqrt(1 + east * east + north * north);
    const double shade = 1 + 254 * std::max(0.0, cosine);
    const double level = 1 + 254 * h;
    return shade >= level ? 255 : 255 * (1 - 0.6 * (level - shade) / (level - 1));
}

int grey(const Hillshade& shade, int column, int row)
{
    return shade.grey[static_cast<std::size_t>(row * side + column)];
}

} // namespace

TEST_CASE("slopes are shaded by the angle of their light, level ground stays white", "[exchange]")
{
    const TemporaryFolder folder;
    for (const auto& [east, north] :
         {std::pair{0.0, 0.0}, {0.5, 0.0}, {-0.5, 0.0}, {0.3, -0.8}, {-3.0, 3.0}}) {
        const auto shade =
            readHillshade(makePlane(folder, east, north), "EPSG:4543", whole, side, side);
        CHECK(std::abs(grey(shade, 12, 12) - greyOf(east, north)) <= 1.5);
    }
    CHECK(greyOf(0, 0) == 255);
}

TEST_CASE("the shade follows gdaldem on ridges and valleys", "[exchange]")
{
    const TemporaryFolder folder;
    const auto file = makePlane(folder, 0, 0);
    {
        GDALDataset* dem = static_cast<GDALDataset*>(GDALOpen(file.c_str(), GA_Update));
        std::vector<float> heights;
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                heights.push_back(
                    static_cast<float>(2000 + 60 * std::sin(column * 0.7) * std::cos(row * 0.5)));
        CHECK(dem->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, side, side, heights.data(), side,
                                              side, GDT_Float32, 0, 0, nullptr) == CE_None);
        GDALClose(dem);
    }
    const auto expected = folder / "shade.tif";
    const std::string command =
        "gdaldem hillshade -q -compute_edges '" + file.string() + "' '" + expected.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::vector<std::uint8_t> bytes(side * side);
    GDALDataset* peer = static_cast<GDALDataset*>(GDALOpen(expected.c_str(), GA_ReadOnly));
    REQUIRE(peer);
    CHECK(peer->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, side, side, bytes.data(), side, side,
                                           GDT_Byte, 0, 0, nullptr) == CE_None);
    GDALClose(peer);
    const auto shade = readHillshade(file, "EPSG:4543", whole, side, side);
    const double level = 1 + 254 * std::numbers::sqrt2 / 2;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const double missing = std::max(0.0, (level - bytes[i]) / (level - 1));
        CHECK(std::abs(shade.grey[i] - 255 * (1 - 0.6 * missing)) <= 1);
    }
}

TEST_CASE("unknown elevations and the ground outside the file stay clear", "[exchange]")
{
    const TemporaryFolder folder;
    const auto file = makePlane(folder, -0.5, 0.5);
    const auto shade = readHillshade(file, "EPSG:4543", whole, side, side);
    CHECK(grey(shade, 2, 2) == 255);
    const Box away{left + 90000, top, left + 90600, top + 600};
    CHECK(grey(readHillshade(file, "EPSG:4543", away, side, side), 12, 12) == 255);
}

TEST_CASE("a picture is no terrain, and a terrain is told from a picture", "[exchange]")
{
    const TemporaryFolder folder;
    const auto terrain = makePlane(folder, 0.5, 0);
    CHECK(rasterInfo(terrain, "EPSG:4543").isElevation);
    const auto picture = makePlane(folder, 0, 0, 3);
    CHECK_FALSE(rasterInfo(picture, "EPSG:4543").isElevation);
    try {
        static_cast<void>(readHillshade(picture, "EPSG:4543", whole, side, side));
        FAIL("taken as terrain");
    } catch (const Error& error) {
        CHECK(error.message().id == "exchange.no_elevations");
    }
}
