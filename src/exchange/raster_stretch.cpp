// SPDX-License-Identifier: MIT
#include "exchange/raster_stretch.h"

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace guatu::exchange
{
namespace
{

constexpr double cutOff = 0.02; // of the values, at either end
constexpr int mostSide = 500;   // of the values looked at

/// The value below which a share of them lies; sorts them in part.
double percentile(std::span<double> values, double share)
{
    const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + index, values.end());
    return values[static_cast<std::size_t>(index)];
}

} // namespace

std::uint8_t Stretch::at(double value) const
{
    const double share = (value - black) / (white - black);
    return share > 0 ? static_cast<std::uint8_t>(std::lround(255 * std::min(share, 1.0))) : 0;
}

Stretch stretchOf(std::span<double> values)
{
    if (values.empty())
        return {};
    const Stretch found{percentile(values, cutOff), percentile(values, 1 - cutOff)};
    if (found.black < found.white)
        return found;
    return {found.black - 1, found.black + 1};
}

Stretch stretchOf(const Dataset& raster, int number)
{
    GDALRasterBandH band = GDALGetRasterBand(raster.get(), number);
    if (GDALGetRasterDataType(band) == GDT_Byte)
        return {};
    const int width = std::min(mostSide, GDALGetRasterXSize(raster.get()));
    const int height = std::min(mostSide, GDALGetRasterYSize(raster.get()));
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<double> values(count);
    std::vector<std::uint8_t> known(count);
    const int fullWidth = GDALGetRasterXSize(raster.get());
    const int fullHeight = GDALGetRasterYSize(raster.get());
    if (GDALRasterIO(band, GF_Read, 0, 0, fullWidth, fullHeight, values.data(), width, height,
                     GDT_Float64, 0, 0) != CE_None ||
        GDALRasterIO(GDALGetMaskBand(band), GF_Read, 0, 0, fullWidth, fullHeight, known.data(),
                     width, height, GDT_Byte, 0, 0) != CE_None)
        return {};
    std::vector<double> used;
    for (std::size_t i = 0; i < count; ++i)
        if (known[i] != 0 && std::isfinite(values[i]))
            used.push_back(values[i]);
    return stretchOf(used);
}

} // namespace guatu::exchange
