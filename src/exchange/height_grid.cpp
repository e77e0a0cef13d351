// SPDX-License-Identifier: MIT
#include "exchange/height_grid.h"

#include "exchange/raster.h"
#include "exchange/raster_dataset.h"

#include <gdal.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace guatu::exchange
{
namespace
{

constexpr double mostPixels = 8192;
constexpr float unknown = -32768;

int pixelsFor(double metres, double pixel)
{
    return static_cast<int>(std::clamp(std::ceil(metres / pixel), 1.0, mostPixels));
}

} // namespace

HeightGrid::HeightGrid(const Box& extent, int width, int height, std::vector<float> metres)
    : m_extent(extent), m_width(width), m_height(height), m_metres(std::move(metres))
{
}

double HeightGrid::at(Point point) const
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (m_metres.empty() || !point.valid())
        return none;
    const double x = (point.x - m_extent.minX) / m_extent.width() * m_width - 0.5;
    const double y = (m_extent.maxY - point.y) / m_extent.height() * m_height - 0.5;
    if (x < -0.5 || y < -0.5 || x > m_width - 0.5 || y > m_height - 0.5)
        return none;
    // Beyond the outermost centres their own heights hold.
    const auto near = [](double value, int size) {
        return static_cast<int>(std::clamp(std::floor(value), 0.0, std::max(size - 2.0, 0.0)));
    };
    const int column = near(x, m_width), row = near(y, m_height);
    const double east = std::clamp(x - column, 0.0, 1.0), south = std::clamp(y - row, 0.0, 1.0);
    const auto pixel = [&](int c, int r) {
        const auto index = static_cast<std::size_t>(std::min(r, m_height - 1)) *
                               static_cast<std::size_t>(m_width) +
                           static_cast<std::size_t>(std::min(c, m_width - 1));
        return static_cast<double>(m_metres[index]);
    };
    const double north = std::lerp(pixel(column, row), pixel(column + 1, row), east);
    const double below = std::lerp(pixel(column, row + 1), pixel(column + 1, row + 1), east);
    return std::lerp(north, below, south);
}

HeightGrid readHeights(const std::filesystem::path& file, const std::string& crs, const Box& window,
                       const Progress& progress)
{
    const RasterInfo info = rasterInfo(file, crs);
    if (!info.isElevation)
        throw inputError({"exchange.no_elevations", {{"file", file.filename().string()}}});
    const GdalErrors errors;
    const Dataset source = openRaster(file, errors);
    const int width = pixelsFor(window.width(), info.metresPerPixel);
    const int height = pixelsFor(window.height(), info.metresPerPixel);
    const Dataset warped =
        warp(source,
             {"-of", "MEM", "-t_srs", crs, "-te", exact(window.minX), exact(window.minY),
              exact(window.maxX), exact(window.maxY), "-ts", std::to_string(width),
              std::to_string(height), "-r", "bilinear", "-ot", "Float32", "-dstnodata", "-32768"},
             file, errors, progress);
    std::vector<float> metres(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (GDALRasterIO(GDALGetRasterBand(warped.get(), 1), GF_Read, 0, 0, width, height,
                     metres.data(), width, height, GDT_Float32, 0, 0) != CE_None)
        throw refusal("exchange.raster_unreadable", file, errors);
    std::ranges::replace(metres, unknown, std::numeric_limits<float>::quiet_NaN());
    return {window, width, height, std::move(metres)};
}

} // namespace guatu::exchange
