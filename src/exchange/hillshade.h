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

/// The shade of a terrain, north up, one byte a pixel, rows from the top: 255 where the ground is
/// flat, faces the light or is unknown; the steeper away from the light, the darker, at most 60 %.
struct Hillshade {
    Box extent;
    int width = 0, height = 0;
    std::vector<std::uint8_t> grey;
};

/// Reads a window of a file of elevations (see RasterInfo::isElevation) warped to `crs`, in metres.
/// Light from the north-west, 45 degrees high, on Horn's gradient (1981), as `gdaldem hillshade`
/// computes it; what flat ground gets there is white here, so that the map stays clear. Heights are
/// exaggerated where pixels are wider than 30 m, by the root of that ratio, as their slopes are
/// flatter than the land.
/// Throws Error(Input) for anything but elevations, and Cancelled on a stop request.
[[nodiscard]] Hillshade readHillshade(const std::filesystem::path& file, const std::string& crs,
                                      const Box& window, int width, int height,
                                      const Progress& progress = {});

} // namespace guatu::exchange
