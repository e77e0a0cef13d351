// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <vector>

namespace guatu::test
{

/// A square of elevations in EPSG:4543, as makeElevations() writes it.
struct ElevationSquare {
    static constexpr int side = 20;
    static constexpr double pixel = 30, left = 500000, top = 2800000;
    static constexpr Box whole{left, top - side* pixel, left + side* pixel, top};
};

/// A plane that rises by `east` and `north` metres a metre from 2,000 m at its first pixel; unknown
/// in so many rows and columns of its north-western corner.
inline std::filesystem::path makeElevations(const TemporaryFolder& folder, double east,
                                            double north, int unknownCorner, int bands = 1,
                                            GDALDataType type = GDT_Float32)
{
    using Square = ElevationSquare;
    GDALAllRegister();
    const std::filesystem::path file = folder / "dem.tif";
    GDALDataset* made = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), Square::side, Square::side, bands, type, nullptr);
    std::array<double, 6> place{Square::left, Square::pixel, 0, Square::top, 0, -Square::pixel};
    made->SetGeoTransform(place.data());
    OGRSpatialReference crs;
    crs.importFromEPSG(4543);
    made->SetSpatialRef(&crs);
    made->GetRasterBand(1)->SetNoDataValue(-9999);
    std::vector<float> heights;
    for (int row = 0; row < Square::side; ++row)
        for (int column = 0; column < Square::side; ++column)
            heights.push_back(
                row < unknownCorner && column < unknownCorner
                    ? -9999.0F
                    : static_cast<float>(2000 + Square::pixel * (east * column - north * row)));
    CHECK(made->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, Square::side, Square::side,
                                           heights.data(), Square::side, Square::side, GDT_Float32,
                                           0, 0, nullptr) == CE_None);
    GDALClose(made);
    return file;
}

} // namespace guatu::test
