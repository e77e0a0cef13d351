// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/progress.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// Heights of the ground on a grid, north up.
class HeightGrid
{
public:
    HeightGrid() = default;
    /// `metres` by rows from the top; NaN where nothing is known.
    HeightGrid(const Box& extent, int width, int height, std::vector<float> metres);

    /// Metres between the centres of the pixels around, bilinear; NaN beyond them or beside an
    /// unknown one.
    [[nodiscard]] double at(Point point) const;

private:
    Box m_extent;
    int m_width = 0, m_height = 0;
    std::vector<float> m_metres;
};

/// Reads a window of a file of elevations (see RasterInfo::isElevation) warped to `crs`, as fine as
/// the file is, at most 8192 pixels a side. Throws Error(Input) for anything but elevations, and
/// Cancelled on a stop request.
[[nodiscard]] HeightGrid readHeights(const std::filesystem::path& file, const std::string& crs,
                                     const Box& window, const Progress& progress = {});

} // namespace guatu::exchange
