// SPDX-License-Identifier: MIT
#include "exchange/hillshade.h"

#include "exchange/raster_dataset.h"

#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guatu::exchange
{
namespace
{

constexpr double darkest = 0.6;                            // of black
constexpr double flat = 1 + 254 * std::numbers::sqrt2 / 2; // what GDAL gives level ground

/// Coarse pixels flatten slopes: heights are exaggerated by the root of the pixel over 30 m.
double exaggeration(double pixel)
{
    return std::max(1.0, std::sqrt(pixel / 30));
}

Dataset shaded(const Dataset& elevations, double pixel, const std::filesystem::path& file,
               const GdalErrors& errors)
{
    Arguments arguments{"-of", "MEM", "-compute_edges", "-z", exact(exaggeration(pixel))};
    std::vector<char*> pointers = pointersTo(arguments);
    const std::unique_ptr<GDALDEMProcessingOptions, decltype(&GDALDEMProcessingOptionsFree)>
        options(GDALDEMProcessingOptionsNew(pointers.data(), nullptr),
                &GDALDEMProcessingOptionsFree);
    Dataset shade(
        GDALDEMProcessing("", elevations.get(), "hillshade", nullptr, options.get(), nullptr));
    if (!shade)
        throw refusal("exchange.raster_unreadable", file, errors);
    return shade;
}

/// GDAL's shades go from 1 (dark) to 255 (full light); 0 is unknown.
std::uint8_t greyOf(std::uint8_t shade)
{
    if (shade == 0)
        return 255;
    const double missing = std::max(0.0, (flat - shade) / (flat - 1));
    return static_cast<std::uint8_t>(std::lround(255 * (1 - darkest * missing)));
}

} // namespace

Hillshade readHillshade(const std::filesystem::path& file, const std::string& crs,
                        const Box& window, int width, int height, const Progress& progress)
{
    const GdalErrors errors;
    const Dataset source = openRaster(file, errors);
    if (!isElevation(source))
        throw inputError({"exchange.no_elevations", {{"file", file.filename().string()}}});
    const Dataset elevations =
        warp(source,
             {"-of", "MEM", "-t_srs", crs, "-te", exact(window.minX), exact(window.minY),
              exact(window.maxX), exact(window.maxY), "-ts", std::to_string(width),
              std::to_string(height), "-r", "bilinear", "-ot", "Float32", "-dstnodata", "-32768"},
             file, errors, progress);
    const Dataset shade = shaded(elevations, window.width() / width, file, errors);
    Hillshade read{window, width, height, {}};
    read.grey.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (GDALRasterIO(GDALGetRasterBand(shade.get(), 1), GF_Read, 0, 0, width, height,
                     read.grey.data(), width, height, GDT_Byte, 0, 0) != CE_None)
        throw refusal("exchange.raster_unreadable", file, errors);
    std::ranges::transform(read.grey, read.grey.begin(), greyOf);
    return read;
}

} // namespace guatu::exchange
