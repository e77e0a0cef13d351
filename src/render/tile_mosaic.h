// SPDX-License-Identifier: MIT
#pragma once

#include "core/tile_warp.h"

#include <QImage>

#include <functional>

namespace guatu::render
{

/// A tile's picture of one of a service's layers, the lowest being 0; null when it is not there.
using FindTile = std::function<QImage(std::size_t layer, const TilePlace& place)>;

/// A service's tiles as one picture of the plane.
struct WarpedTiles {
    QImage image;         ///< ARGB32_Premultiplied; null when there is nothing at all
    bool isSharp = false; ///< every tile of every layer was there
};

/// The tiles that a picture of the plane needs; none when they are more than a picture can use.
[[nodiscard]] TileRange tilesFor(const TileWarp& warp, const TileMatrix& matrix);

/// Lays the tiles over each other, the lowest layer first, and warps them into a picture of
/// `width` by `height` pixels, between four pixels each. Where a tile is not there, the nearest
/// one above it down to zoom `minZoom` is shown larger.
[[nodiscard]] WarpedTiles warpTiles(const TileWarp& warp, const TileMatrix& matrix, int minZoom,
                                    std::size_t layers, const FindTile& find, int width,
                                    int height);

} // namespace guatu::render
