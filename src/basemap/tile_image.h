// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include <string>

namespace guatu::basemap
{

/// No tile is larger: what sends more is no tile service.
inline constexpr std::size_t mostTileBytes = 4U << 20U;
inline constexpr int mostTileSide = 1024; ///< pixels

/// Whether the bytes begin as PNG, JPEG or WebP do.
[[nodiscard]] bool looksLikeTile(const std::string& bytes);

/// A tile from bytes of PNG, JPEG or WebP, ARGB32_Premultiplied. Bytes are hostile: their number,
/// format and size in pixels are looked at before anything is decoded. A null image when they are
/// no tile, or cut short.
[[nodiscard]] QImage readTile(const std::string& bytes);

} // namespace guatu::basemap
