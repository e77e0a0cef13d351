// SPDX-License-Identifier: MIT
#include "exchange/raster.h"

#include "core/error.h"
#include "exchange/raster_dataset.h"
#include "exchange/raster_stretch.h"

#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <array>
#include <memory>

namespace guatu::exchange
{
namespace
{

/// The raster without palettes.
Dataset unfolded(const Dataset& source, const std::filesystem::path& file, const GdalErrors& errors)
{
    Arguments arguments{"-of", "VRT"};
    if (GDALGetRasterColorTable(GDALGetRasterBand(source.get(), 1)))
        arguments.insert(arguments.end(), {"-expand", "rgba"});
    std::vector<char*> pointers = pointersTo(arguments);
    const std::unique_ptr<GDALTranslateOptions, decltype(&GDALTranslateOptionsFree)> options(
        GDALTranslateOptionsNew(pointers.data(), nullptr), &GDALTranslateOptionsFree);
    Dataset plain(GDALTranslate("", source.get(), options.get(), nullptr));
    if (!plain)
        throw refusal("exchange.raster_unreadable", file, errors);
    return plain;
}

/// One band of the window as bytes, every fourth of which is written.
void readBand(const Dataset& warped, int number, const Stretch& stretch, std::uint8_t* to,
              const RasterWindow& window, const std::filesystem::path& file,
              const GdalErrors& errors)
{
    const GDALRasterBandH band = GDALGetRasterBand(warped.get(), number);
    std::vector<double> values(static_cast<std::size_t>(window.width) *
                               static_cast<std::size_t>(window.height));
    if (GDALRasterIO(band, GF_Read, 0, 0, window.width, window.height, values.data(), window.width,
                     window.height, GDT_Float64, 0, 0) != CE_None)
        throw refusal("exchange.raster_unreadable", file, errors);
    for (const double value : values) {
        *to = stretch.at(value);
        to += 4;
    }
}

/// Red, green, blue and opacity from 2 bands (grey) or 4 (colour), the last being opacity.
/// `stretches` are those of the bands before it.
void readPixels(const Dataset& warped, const std::vector<Stretch>& stretches, RasterWindow& window,
                const std::filesystem::path& file, const GdalErrors& errors)
{
    const int bands = GDALGetRasterCount(warped.get());
    const bool isColour = bands >= 4;
    window.rgba.resize(static_cast<std::size_t>(window.width) *
                       static_cast<std::size_t>(window.height) * 4);
    for (int channel = 0; channel < 3; ++channel) {
        const int band = isColour ? channel + 1 : 1;
        readBand(warped, band, stretches[static_cast<std::size_t>(band - 1)],
                 window.rgba.data() + channel, window, file, errors);
    }
    // What gdalwarp takes for full opacity (DST_ALPHA_MAX).
    const GDALDataType type = GDALGetRasterDataType(GDALGetRasterBand(warped.get(), bands));
    const double full = type == GDT_UInt16 ? 65535 : type == GDT_Int16 ? 32767 : 255;
    readBand(warped, bands, {0, full}, window.rgba.data() + 3, window, file, errors);
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
    const Dataset plain = unfolded(source, file, errors);
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
    const int bands = GDALGetRasterCount(plain.get());
    const bool hasAlpha =
        GDALGetRasterColorInterpretation(GDALGetRasterBand(plain.get(), bands)) == GCI_AlphaBand;
    if (!hasAlpha)
        arguments.emplace_back("-dstalpha");
    std::vector<Stretch> stretches;
    for (int band = 1; band <= bands; ++band)
        stretches.push_back(stretchOf(plain, band));
    const Dataset warped = warp(plain, std::move(arguments), file, errors, progress);
    RasterWindow read{window, width, height, {}};
    readPixels(warped, stretches, read, file, errors);
    return read;
}

} // namespace guatu::exchange
