// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <compare>
#include <cstdint>

namespace guatu
{

/// How a service parts the world into tiles.
enum class TileScheme : unsigned char {
    WebMercator, ///< EPSG:3857: a square of the world, halved at each zoom
    Degrees      ///< EPSG:4490, set "c" of TianDiTu: 360 degrees wide from (-180, 90)
};

/// A tile: row 0 is the northernmost, column 0 the westernmost.
struct TilePlace {
    int zoom = 0;
    int column = 0, row = 0;

    [[nodiscard]] TilePlace parent() const { return {zoom - 1, column / 2, row / 2}; }
    friend auto operator<=>(const TilePlace&, const TilePlace&) = default;
};

/// Tiles from (firstColumn, firstRow) to (lastColumn, lastRow), both with them; empty when last is
/// before first.
struct TileRange {
    int zoom = 0;
    int firstColumn = 0, firstRow = 0, lastColumn = -1, lastRow = -1;

    [[nodiscard]] bool empty() const { return lastColumn < firstColumn || lastRow < firstRow; }
    [[nodiscard]] int columns() const { return lastColumn - firstColumn + 1; }
    [[nodiscard]] int rows() const { return lastRow - firstRow + 1; }
    friend bool operator==(const TileRange&, const TileRange&) = default;
};

/// The pixels of a service's tiles. A pixel position counts east and south from the north-western
/// corner of tile (0, 0); the first pixel's middle lies at (0.5, 0.5). Degrees are in the
/// service's own datum.
///
/// Web Mercator as OGC 17-083r4, annex D.1, defines WebMercatorQuad, on the sphere of 6378137 m.
class TileMatrix
{
public:
    explicit TileMatrix(TileScheme scheme, int tileSize = 256)
        : m_scheme(scheme), m_tileSize(tileSize)
    {
    }

    [[nodiscard]] int tileSize() const { return m_tileSize; }
    /// Latitudes beyond those of web Mercator are taken to its edge.
    [[nodiscard]] Point pixelOf(Point lonLat, int zoom) const;
    [[nodiscard]] Point lonLatOf(Point pixel, int zoom) const;

    /// Metres on the ground that a pixel spans to the north at a latitude.
    [[nodiscard]] double metresPerPixel(double latitude, int zoom) const;

    /// The zoom of `least` to `most` whose pixels are nearest in size to `metresPerPixel`: never
    /// more than 1.42 times larger or smaller within the range.
    [[nodiscard]] int zoomFor(double metresPerPixel, double latitude, int least, int most) const;

    /// How many tiles there are.
    [[nodiscard]] int columns(int zoom) const { return 1 << zoom; }
    [[nodiscard]] int rows(int zoom) const
    {
        return m_scheme == TileScheme::WebMercator ? 1 << zoom : (1 << zoom) / 2;
    }

    /// The tiles that hold the pixels of a box, as far as they exist.
    [[nodiscard]] TileRange tilesOf(const Box& pixels, int zoom) const;

private:
    [[nodiscard]] double worldPixels(int zoom) const
    {
        return static_cast<double>(m_tileSize) * static_cast<double>(1 << zoom);
    }

    TileScheme m_scheme;
    int m_tileSize;
};

} // namespace guatu
