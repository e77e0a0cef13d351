// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include <cstdint>
#include <span>

namespace guatu::render
{

/// A picture for MapScene::background from `width` * `height` * 4 bytes red, green, blue, opacity.
[[nodiscard]] QImage pictureImage(std::span<const std::uint8_t> rgba, int width, int height);

/// A relief for MapScene::relief from one byte of grey a pixel.
[[nodiscard]] QImage reliefImage(std::span<const std::uint8_t> grey, int width, int height);

} // namespace guatu::render
