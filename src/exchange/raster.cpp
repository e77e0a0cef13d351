// SPDX-License-Identifier: MIT
#include "exchange/raster.h"

#include "core/error.h"
#include "exchange/raster_dataset.h"

#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <array>
#include <memory>

namespace guatu::exchange
{
namespace
{

constexpr std::array<const char*, 3> pictures{"GTiff", "MBTiles", nullptr};
const char* const* const pictureDrivers = pictures.data();

/// The raster as bytes of grey or colour: palettes resolved, wide values stretched.
Dataset asBytes(const Dataset& source, const std::filesystem::path& file, const GdalErrors& errors)
{
    const GDALRasterBandH band = GDALGetRasterBand(source.get(), 1);
    Arguments arguments{"-of", "VRT"};
    if (GDALGetRasterColorTable(band))
        arguments.insert(arguments.end(), {"-expand", "rgba"});
    else if (GDALGetRasterDataType(band) != GDT_Byte)
        arguments.insert(arguments.end(), {"-ot", "Byte", "-scale"});
    std::vector<char*> pointers = pointersTo(arguments);
    const std::unique_ptr<GDALTranslateOptions, decltype(&GDALTranslateOptionsFree)> options(
        GDALTranslateOptionsNew(pointers.data(), nullptr), &GDALTranslateOptionsFree);
    Dataset bytes(GDALTranslate("", source.get(), options.get(), nullptr));
    if (!bytes)
        throw refusal("exchange.raster_unreadable", file, errors);
    return bytes;
}

/// Red, green, blue and opacity from 2 bands (grey) or 4 (colour), the last being opacity.
void readPixels(const Dataset& warped, RasterWindow& window, const std::filesystem::path& file,
                const GdalErrors& errors)
{
    const int bands = GDALGetRasterCount(warped.get());
    const std::array<int, 4> order = bands >= 4   ? std::array{1, 2, 3, bands}
                                     : bands == 3 ? std::array{1, 1, 1, 3}
                                                  : std::array{1, 1, 1, 2};
    window.rgba.resize(static_cast<std::size_t>(window.width) *
                       static_cast<std::size_t>(window.height) * 4);
    for (std::size_t channel = 0; channel < order.size(); ++channel) {
        const GDALRasterBandH band = GDALGetRasterBand(warped.get(), order[channel]);
        const CPLErr result =
            GDALRasterIOEx(band, GF_Read, 0, 0, window.width, window.height,
                           window.rgba.data() + channel, window.width, window.height, GDT_Byte, 4,
                           static_cast<GSpacing>(window.width) * 4, nullptr);
        if (result != CE_None)
            throw refusal("exchange.raster_unreadable", file, errors);
    }
}

} // namespace

RasterInfo rasterInfo(const std::filesystem::path& file, const std::string& crs)
{
    const GdalErrors errors;
    const Dataset source = openRaster(file, errors);
    const Dataset warped = warp(source, {"-of", "VRT", "-t_srs", crs}, file, errors, Progress{});
    std::array<double, 6> place{};
    GDALGetGeoTransform(warped.get(), place.data());
    RasterInfo info;
    info.format = GDALGetDriverShortName(GDALGetDatasetDriver(source.get()));
    info.metresPerPixel = place[1];
    info.isElevation = isElevation(source);
    info.extent.add(Point{place[0], place[3]});
    info.extent.add(Point{place[0] + place[1] * GDALGetRasterXSize(warped.get()),
                          place[3] + place[5] * GDALGetRasterYSize(warped.get())});
    return info;
}

RasterWindow readRaster(const std::filesystem::path& file, const std::string& crs,
                        const Box& window, int width, int height, const Progress& progress)
{
    const GdalErrors errors;
    const Dataset source = openRaster(file, errors);
    const Dataset bytes = asBytes(source, file, errors);
    Arguments arguments{"-of",
                        "MEM",
                        "-t_srs",
                        crs,
                        "-te",
                        exact(window.minX),
                        exact(window.minY),
                        exact(window.maxX),
                        exact(window.maxY),
                        "-ts",
                        std::to_string(width),
                        std::to_string(height),
                        "-r",
                        "bilinear"};
    const int bands = GDALGetRasterCount(bytes.get());
    const bool hasAlpha =
        GDALGetRasterColorInterpretation(GDALGetRasterBand(bytes.get(), bands)) == GCI_AlphaBand;
    if (!hasAlpha)
        arguments.emplace_back("-dstalpha");
    const Dataset warped = warp(bytes, std::move(arguments), file, errors, progress);
    RasterWindow read{window, width, height, {}};
    readPixels(warped, read, file, errors);
    return read;
}

} // namespace guatu::exchange
