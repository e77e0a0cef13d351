// SPDX-License-Identifier: MIT
#include "render/picture_memory.h"

#include "core/error.h"
#include "core/text.h"

#include <cmath>
#include <fstream>
#include <limits>

namespace guatu::render
{
namespace
{

constexpr double mostSide = 32767; ///< Qt's raster engine clips what lies beyond
constexpr double gigabyte = 1024.0 * 1024 * 1024;

/// What programs may still take, in bytes; endless where the system does not say.
double availableMemory()
{
    std::ifstream in("/proc/meminfo");
    std::string word;
    while (in >> word) {
        double kilobytes = 0;
        if (word == "MemAvailable:" && in >> kilobytes)
            return kilobytes * 1024;
    }
    return std::numeric_limits<double>::infinity();
}

std::string tenths(double gigabytes)
{
    const auto all = std::llround(gigabytes * 10);
    return withThousands(all / 10) + "." + std::to_string(all % 10);
}

} // namespace

QImage imageFor(const MapView& view)
{
    const double width = std::round(view.width * view.pixelRatio);
    const double height = std::round(view.height * view.pixelRatio);
    const auto parameters = [&](double need, double have) {
        return Message::Parameters{{"width", std::to_string(std::llround(width))},
                                   {"height", std::to_string(std::llround(height))},
                                   {"need", tenths(need / gigabyte)},
                                   {"have", tenths(have / gigabyte)}};
    };
    if (width > mostSide || height > mostSide)
        throw inputError({"map.too_large", parameters(0, 0)});
    constexpr double bytesOfPixel = 4;
    constexpr double withTiles = 1.25; // 20,000 by 20,000 pixels take 1.9 GB at most
    constexpr double small = 64e6;     // pictures that are drawn all the time are not asked about
    const double need = width * height * bytesOfPixel * withTiles;
    if (need > small) {
        if (const double have = availableMemory(); need > have)
            throw inputError({"map.no_memory", parameters(need, have)});
    }
    QImage image(static_cast<int>(width), static_cast<int>(height),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull() && width > 0 && height > 0)
        throw inputError({"map.memory_refused", parameters(need, 0)});
    return image;
}

} // namespace guatu::render
