// SPDX-License-Identifier: MIT
#include "render/map_picture.h"

#include <cmath>

namespace guatu::render
{

ScaleBar scaleBar(double trueMetresPerPixel, double maxPixels)
{
    const double longest = trueMetresPerPixel * maxPixels;
    const double decade = std::pow(10, std::floor(std::log10(longest)));
    // 1, 2 and 5 part into halves and quarters, fifths or tenths whose labels stay short.
    double metres = decade;
    int divisions = 4;
    for (const auto& [step, parts] : {std::pair{2.0, 4}, std::pair{5.0, 5}}) {
        if (step * decade <= longest * (1 + 1e-12)) {
            metres = step * decade;
            divisions = parts;
        }
    }
    return {metres, metres / trueMetresPerPixel, divisions};
}

} // namespace guatu::render
