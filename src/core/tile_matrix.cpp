// SPDX-License-Identifier: MIT
#include "core/tile_matrix.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guatu
{
namespace
{

constexpr double pi = std::numbers::pi;
constexpr double northEdge = 85.051128779806592; // atan(sinh(pi)): where the square ends
constexpr double equator = 2 * pi * 6378137;     // metres
constexpr double metresPerDegree = 111194.9266;  // of a meridian, on a sphere of 6371 km

} // namespace

Point TileMatrix::pixelOf(Point lonLat, int zoom) const
{
    const double world = worldPixels(zoom);
    const double x = (lonLat.x + 180) / 360 * world;
    if (m_scheme == TileScheme::Degrees)
        return {x, (90 - lonLat.y) / 360 * world};
    const double latitude = std::clamp(lonLat.y, -northEdge, northEdge) * pi / 180;
    return {x, (1 - std::asinh(std::tan(latitude)) / pi) / 2 * world};
}

Point TileMatrix::lonLatOf(Point pixel, int zoom) const
{
    const double world = worldPixels(zoom);
    const double longitude = pixel.x / world * 360 - 180;
    if (m_scheme == TileScheme::Degrees)
        return {longitude, 90 - pixel.y / world * 360};
    return {longitude, std::atan(std::sinh(pi * (1 - 2 * pixel.y / world))) * 180 / pi};
}

double TileMatrix::metresPerPixel(double latitude, int zoom) const
{
    if (m_scheme == TileScheme::Degrees)
        return 360 / worldPixels(zoom) * metresPerDegree;
    return equator * std::cos(latitude * pi / 180) / worldPixels(zoom);
}

int TileMatrix::zoomFor(double metresPerPixel, double latitude, int least, int most) const
{
    const double wanted = std::log2(this->metresPerPixel(latitude, 0) / metresPerPixel);
    return std::isfinite(wanted)
               ? static_cast<int>(std::clamp<double>(std::round(wanted), least, most))
               : least;
}

TileRange TileMatrix::tilesOf(const Box& pixels, int zoom) const
{
    if (pixels.empty())
        return {zoom};
    const auto tile = [this](double at, int count) {
        return static_cast<int>(std::clamp(std::floor(at / m_tileSize), -1.0, count + 0.0));
    };
    return {zoom, std::max(0, tile(pixels.minX, columns(zoom))),
            std::max(0, tile(pixels.minY, rows(zoom))),
            std::min(columns(zoom) - 1, tile(pixels.maxX, columns(zoom))),
            std::min(rows(zoom) - 1, tile(pixels.maxY, rows(zoom)))};
}

} // namespace guatu
