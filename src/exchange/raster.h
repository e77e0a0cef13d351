// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// Where a picture lies and how fine it is.
struct RasterInfo {
    std::string format;       ///< GTiff, MBTiles
    Box extent;               ///< in the CRS that was asked for
    double metresPerPixel{};  ///< of its finest pixels, in units of that CRS
    bool isElevation = false; ///< heights rather than colours: see hillshade.h
};

/// A part of a raster, north up: `width` * `height` * 4 bytes red, green, blue, opacity, rows from
/// the top. Opacity 0 where the raster has nothing.
struct RasterWindow {
    Box extent;
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Looks at a file of pictures or elevations (GeoTIFF, MBTiles, hgt, asc, img, flt). Throws
/// Error(Input) when it is not one, or does not say where it lies.
[[nodiscard]] RasterInfo rasterInfo(const std::filesystem::path& file, const std::string& crs);

/// Reads a window of the raster, warped to `crs`. Palettes are resolved; values wider than a byte
/// are stretched as raster_stretch.h says, the same for every window of a file. Throws
/// Error(Input), and Cancelled on a stop request.
[[nodiscard]] RasterWindow readRaster(const std::filesystem::path& file, const std::string& crs,
                                      const Box& window, int width, int height,
                                      const Progress& progress = {});

} // namespace guatu::exchange
