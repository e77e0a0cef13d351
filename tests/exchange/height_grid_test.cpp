// SPDX-License-Identifier: MIT
#include "exchange/height_grid.h"

#include "core/error.h"
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

constexpr int side = 20;
constexpr double pixel = 30, left = 500000, top = 2800000;
const Box whole{left, top - side* pixel, left + side* pixel, top};

/// A slope of 0.1 to the east and 0.2 to the north, unknown in its north-western corner.
std::filesystem::path makeSlope(const TemporaryFolder& folder, GDALDataType type)
{
    GDALAllRegister();
    const std::filesystem::path file = folder / "dem.tif";
    GDALDataset* made = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), side, side, 1, type, nullptr);
    std::array<double, 6> place{left, pixel, 0, top, 0, -pixel};
    made->SetGeoTransform(place.data());
    OGRSpatialReference crs;
    crs.importFromEPSG(4543);
    made->SetSpatialRef(&crs);
    made->GetRasterBand(1)->SetNoDataValue(-9999);
    std::vector<float> heights;
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            heights.push_back(row < 2 && column < 2
                                  ? -9999.0F
                                  : static_cast<float>(2000 + 3.0 * column - 6.0 * row));
    CHECK(made->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, side, side, heights.data(), side, side,
                                           GDT_Float32, 0, 0, nullptr) == CE_None);
    GDALClose(made);
    return file;
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
