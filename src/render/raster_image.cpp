// SPDX-License-Identifier: MIT
#include "render/raster_image.h"

namespace guatu::render
{

// Both copy: the bytes are the caller's.

QImage pictureImage(std::span<const std::uint8_t> rgba, int width, int height)
{
    return QImage(rgba.data(), width, height, width * 4, QImage::Format_RGBA8888)
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage reliefImage(std::span<const std::uint8_t> grey, int width, int height)
{
    return QImage(grey.data(), width, height, width, QImage::Format_Grayscale8).copy();
}

} // namespace guatu::render
