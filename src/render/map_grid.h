// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <string>
#include <vector>

namespace guatu::render
{

/// A line of a grid over the map, in plane coordinates, with what is written at its ends.
struct GridLine {
    bool northward;          ///< a meridian or an easting; else a parallel or a northing
    double value;            ///< degrees or metres
    std::vector<Point> path; ///< from the west or the south
    std::string label;
};

/// Meridians and parallels across a box of the plane whose CRS is `crs`, at a round interval of
/// degrees, minutes or seconds that is at least `least` metres wide. Lines are sampled so densely
/// that their curve shows. None where the plane has no place on the earth.
[[nodiscard]] std::vector<GridLine> graticule(const Box& extent, const std::string& crs,
                                              double least);

/// Lines of the plane at a round number of metres, 1, 2 or 5 times a power of ten, at least
/// `least` metres apart. Labels are whole kilometres, or metres where lines lie closer.
[[nodiscard]] std::vector<GridLine> kilometreGrid(const Box& extent, double least);

/// Degrees as maps write them: 102°30′, or 102°30′15″ where the seconds are not 0.
[[nodiscard]] std::string angleText(double degrees);

} // namespace guatu::render
