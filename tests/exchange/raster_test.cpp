// SPDX-License-Identifier: MIT
#include "exchange/raster.h"

#include "core/crs.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>

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

TEST_CASE("what is no raster, and a raster that lies nowhere, are refused by name", "[exchange]")
{
    const TemporaryFolder folder;
    CHECK(failureId(folder.write("a.tif", "no picture")) == "exchange.raster_unreadable");
    CHECK(failureId(folder / "gone.tif") == "exchange.raster_unreadable");
    CHECK(failureId(makeTiff(folder, 3, false)) == "exchange.raster_nowhere");
}
