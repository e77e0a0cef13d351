// SPDX-License-Identifier: MIT
#include "render/tile_mosaic.h"

#include "render/pixels.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr int mostTiles = 144; // of one picture; beyond, it is far too small for them

/// The tiles side by side; what is not there is seen through.
struct Mosaic {
    QImage image;
    bool isEmpty = true, isSharp = true;
};

/// The part of an ancestor that a tile covers.
QRectF partOf(const TilePlace& tile, const TilePlace& ancestor, double side)
{
    const int levels = tile.zoom - ancestor.zoom;
    const double part = side / (1 << levels);
    return {(tile.column - (ancestor.column << levels)) * part,
            (tile.row - (ancestor.row << levels)) * part, part, part};
}

/// Draws one tile of one layer, or the nearest above it.
void drawTile(QPainter& painter, Mosaic& mosaic, const QRectF& to, std::size_t layer,
              const TilePlace& tile, int minZoom, const FindTile& find)
{
    for (TilePlace place = tile; place.zoom >= minZoom; place = place.parent()) {
        const QImage image = find(layer, place);
        if (!image.isNull()) {
            painter.drawImage(to, image, partOf(tile, place, image.width()));
            mosaic.isEmpty = false;
            return;
        }
        mosaic.isSharp = false;
        if (place.zoom == 0)
            return;
    }
}

Mosaic mosaicOf(const TileRange& range, const TileMatrix& matrix, int minZoom, std::size_t layers,
                const FindTile& find)
{
    const int side = matrix.tileSize();
    Mosaic mosaic{
        QImage(range.columns() * side, range.rows() * side, QImage::Format_ARGB32_Premultiplied)};
    mosaic.image.fill(Qt::transparent);
    QPainter painter(&mosaic.image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t layer = 0; layer < layers; ++layer) {
        for (int row = range.firstRow; row <= range.lastRow; ++row) {
            for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
                const QRectF to((column - range.firstColumn) * side, (row - range.firstRow) * side,
                                side, side);
                drawTile(painter, mosaic, to, layer, {range.zoom, column, row}, minZoom, find);
            }
        }
    }
    return mosaic;
}

/// Between the four pixels around a place; beyond the edge there is nothing.
class Sampler
{
public:
    explicit Sampler(const QImage& image)
        : m_bits(reinterpret_cast<const Pixel*>(image.constBits())),
          m_stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(Pixel))),
          m_width(image.width()),
          m_height(image.height())
    {
    }

    [[nodiscard]] Pixel at(double u, double v) const
    {
        if (!(u > -0.5 && v > -0.5 && u < m_width - 0.5 && v < m_height - 0.5))
            return 0;
        const double x = std::clamp(u, 0.0, m_width - 1.0);
        const double y = std::clamp(v, 0.0, m_height - 1.0);
        const int x0 = static_cast<int>(x);
        const int y0 = static_cast<int>(y);
        const Pixel* upper = m_bits + y0 * m_stride + x0;
        const Pixel* lower = y0 + 1 < m_height ? upper + m_stride : upper;
        const int next = x0 + 1 < m_width ? 1 : 0;
        const auto right = static_cast<std::uint32_t>((x - x0) * 256);
        const auto low = static_cast<std::uint32_t>((y - y0) * 256);
        return mixed(mixed(upper[0], upper[next], right), mixed(lower[0], lower[next], right), low);
    }

private:
    /// `share` of 256 of the second.
    [[nodiscard]] static Pixel mixed(Pixel a, Pixel b, std::uint32_t share)
    {
        const std::uint32_t rb = (a & 0xFF00FFU) * (256 - share) + (b & 0xFF00FFU) * share;
        const std::uint32_t ag =
            ((a >> 8U) & 0xFF00FFU) * (256 - share) + ((b >> 8U) & 0xFF00FFU) * share;
        return ((rb >> 8U) & 0xFF00FFU) | (ag & 0xFF00FF00U);
    }

    const Pixel* m_bits;
    qsizetype m_stride;
    int m_width, m_height;
};

/// A row of the picture; between two columns of control points the way is straight.
void warpRow(const TileWarp& warp, const Sampler& sampler, Point corner, int y, int width,
             Pixel* to)
{
    for (int x = 0; x < width; x += warp.step()) {
        const Point from = warp.at(x + 0.5, y + 0.5);
        const Point end = warp.at(x + warp.step() - 0.5, y + 0.5);
        const double steps = std::max(1, warp.step() - 1);
        const Point each{(end.x - from.x) / steps, (end.y - from.y) / steps};
        for (int i = 0; i < warp.step() && x + i < width; ++i)
            to[x + i] = sampler.at(from.x + each.x * i - corner.x - 0.5,
                                   from.y + each.y * i - corner.y - 0.5);
    }
}

} // namespace

TileRange tilesFor(const TileWarp& warp, const TileMatrix& matrix)
{
    constexpr double reach = 1; // of smoothing, in pixels
    if (warp.seen().empty())
        return {warp.zoom()};
    const TileRange range = matrix.tilesOf(warp.seen().grown(reach), warp.zoom());
    const bool isTooMany = !range.empty() && range.columns() > mostTiles / range.rows();
    return isTooMany ? TileRange{warp.zoom()} : range;
}

WarpedTiles warpTiles(const TileWarp& warp, const TileMatrix& matrix, int minZoom,
                      std::size_t layers, const FindTile& find, int width, int height)
{
    const TileRange range = tilesFor(warp, matrix);
    if (range.empty())
        return {{}, true};
    const Mosaic mosaic = mosaicOf(range, matrix, minZoom, layers, find);
    if (mosaic.isEmpty)
        return {{}, mosaic.isSharp};
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    const Sampler sampler(mosaic.image);
    const Point corner{static_cast<double>(range.firstColumn) * matrix.tileSize(),
                       static_cast<double>(range.firstRow) * matrix.tileSize()};
    for (int y = 0; y < height; ++y)
        warpRow(warp, sampler, corner, y, width, reinterpret_cast<Pixel*>(image.scanLine(y)));
    return {std::move(image), mosaic.isSharp};
}

} // namespace guatu::render
