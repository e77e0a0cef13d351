// SPDX-License-Identifier: MIT
#include "exchange/raster.h"

#include "core/crs.h"
#include "core/error.h"
#include "exchange/raster_stretch.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::TemporaryFolder;

namespace
{

/// 100 by 50 pixels over 102..103 E, 25..25.5 N; each pixel says its column and row.
std::filesystem::path makeTiff(const TemporaryFolder& folder, int bands, bool placed = true)
{
    GDALAllRegister();
    const std::filesystem::path file = folder / "r.tif";
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* made = driver->Create(file.c_str(), 100, 50, bands, GDT_Byte, nullptr);
    if (placed) {
        std::array<double, 6> place{102, 0.01, 0, 25.5, 0, -0.01};
        made->SetGeoTransform(place.data());
        OGRSpatialReference crs;
        crs.importFromEPSG(4490);
        crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        made->SetSpatialRef(&crs);
    }
    std::vector<std::uint8_t> pixels(100 * 50);
    for (int band = 1; band <= bands; ++band) {
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(band == 1 ? i % 100 * 2 : i / 100 * 4);
        CHECK(made->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, 100, 50, pixels.data(), 100, 50,
                                                  GDT_Byte, 0, 0, nullptr) == CE_None);
    }
    GDALClose(made);
    return file;
}

std::string failureId(const std::filesystem::path& file)
{
    try {
        static_cast<void>(rasterInfo(file, "EPSG:4543"));
    } catch (const Error& error) {
        return error.message().id;
    }
    return {};
}

} // namespace

TEST_CASE("a GeoTIFF in degrees lies where it should in the metres of the map", "[exchange]")
{
    const TemporaryFolder folder;
    const auto file = makeTiff(folder, 3);
    const RasterInfo info = rasterInfo(file, "EPSG:4543");
    CHECK(info.format == "GTiff");
    const Transform transform(std::string(storeCrs), "EPSG:4543");
    // The meridian is the zone's central one, so the western edge is straight; GDAL's box may be
    // a pixel larger.
    CHECK(info.extent.minX == Approx(transform.forward({102, 25.2}).x).margin(1100));
    CHECK(info.extent.maxY == Approx(transform.forward({103, 25.5}).y).margin(1100));

    const Point middle = transform.forward({102.405, 25.255}); // column 40, row 24
    const RasterWindow window =
        readRaster(file, "EPSG:4543", Box{middle.x, middle.y, middle.x, middle.y}.grown(50), 5, 5);
    REQUIRE(window.rgba.size() == 100);
    const std::uint8_t* pixel = &window.rgba[(2 * 5 + 2) * 4];
    CHECK(std::abs(pixel[0] - 80) <= 2);
    CHECK(std::abs(pixel[1] - 96) <= 4);
    CHECK(pixel[3] == 255);
}

TEST_CASE("outside the raster there is nothing, not black", "[exchange]")
{
    const TemporaryFolder folder;
    const Transform transform(std::string(storeCrs), "EPSG:4543");
    const Point away = transform.forward({104, 26});
    const RasterWindow window = readRaster(makeTiff(folder, 1), "EPSG:4543",
                                           Box{away.x, away.y, away.x, away.y}.grown(500), 4, 4);
    for (std::size_t i = 3; i < window.rgba.size(); i += 4)
        CHECK(window.rgba[i] == 0);
}

TEST_CASE("grey stays grey", "[exchange]")
{
    const TemporaryFolder folder;
    const Transform transform(std::string(storeCrs), "EPSG:4543");
    const Point place = transform.forward({102.405, 25.255});
    const RasterWindow window = readRaster(makeTiff(folder, 1), "EPSG:4543",
                                           Box{place.x, place.y, place.x, place.y}.grown(50), 1, 1);
    CHECK(window.rgba[0] == window.rgba[1]);
    CHECK(window.rgba[1] == window.rgba[2]);
    CHECK(std::abs(window.rgba[0] - 80) <= 2);
}

namespace
{

/// Three bands of 16 bits: 1000 + 10 * column, two glaring pixels, and nothing in the last row.
std::filesystem::path makeWideTiff(const TemporaryFolder& folder)
{
    GDALAllRegister();
    const std::filesystem::path file = folder / "wide.tif";
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* made = driver->Create(file.c_str(), 100, 50, 3, GDT_UInt16, nullptr);
    std::array<double, 6> place{500000, 100, 0, 2800000, 0, -100};
    made->SetGeoTransform(place.data());
    OGRSpatialReference crs;
    crs.importFromEPSG(4543);
    made->SetSpatialRef(&crs);
    std::vector<std::uint16_t> pixels(100 * 50);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = i / 100 == 49 ? 0 : static_cast<std::uint16_t>(1000 + 10 * (i % 100));
    pixels[0] = pixels[1] = 65000;
    for (int band = 1; band <= 3; ++band) {
        made->GetRasterBand(band)->SetNoDataValue(0);
        CHECK(made->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, 100, 50, pixels.data(), 100, 50,
                                                  GDT_UInt16, 0, 0, nullptr) == CE_None);
    }
    GDALClose(made);
    return file;
}

} // namespace

TEST_CASE("values of 16 bits are stretched between their 2nd and 98th percentile", "[exchange]")
{
    const TemporaryFolder folder;
    const auto file = makeWideTiff(folder);
    CHECK_FALSE(rasterInfo(file, "EPSG:4543").isElevation);
    const Box whole{500000, 2795000, 510000, 2800000};
    const RasterWindow window = readRaster(file, "EPSG:4543", whole, 100, 50);
    const auto pixel = [&](int column, int row) {
        return &window.rgba[static_cast<std::size_t>(row * 100 + column) * 4];
    };
    // The values run evenly from 1000 to 1990; 2 % are cut off at either end: 1020 to 1970.
    CHECK(pixel(0, 20)[0] == 0);
    CHECK(pixel(99, 20)[1] == 255);
    CHECK(std::abs(pixel(50, 20)[2] - 255 * (1500 - 1020) / 950) <= 2);
    CHECK(pixel(0, 0)[0] == 255);
    CHECK(pixel(50, 20)[3] == 255);
    CHECK(pixel(50, 49)[3] == 0);
    // A part of the file looks as it does in the whole.
    const RasterWindow part =
        readRaster(file, "EPSG:4543", {504000, 2797000, 506000, 2798000}, 20, 10);
    CHECK(part.rgba[(5 * 20 + 10) * 4] == pixel(50, 25)[0]);
}

TEST_CASE("percentiles leave glaring values aside", "[exchange]")
{
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(i);
    values.front() = -1e9;
    values.back() = 1e9;
    const Stretch stretch = stretchOf(values);
    CHECK(stretch.black == 2);
    CHECK(stretch.white == 98);
    CHECK(stretch.at(2) == 0);
    CHECK(stretch.at(50) == 128);
    CHECK(stretch.at(1e12) == 255);
    CHECK(stretch.at(std::nan("")) == 0);
    std::vector<double> same{7, 7, 7};
    CHECK(stretchOf(same).at(7) == 128);
    CHECK(stretchOf(std::span<double>{}).white == 255);
}

TEST_CASE("what is no raster, and a raster that lies nowhere, are refused by name", "[exchange]")
{
    const TemporaryFolder folder;
    CHECK(failureId(folder.write("a.tif", "no picture")) == "exchange.raster_unreadable");
    CHECK(failureId(folder / "gone.tif") == "exchange.raster_unreadable");
    CHECK(failureId(makeTiff(folder, 3, false)) == "exchange.raster_nowhere");
}
