// SPDX-License-Identifier: MIT
#include "core/tile_warp.h"

#include "core/error.h"
#include "support/catch.h"

#include <cmath>
#include <random>

using namespace guatu;

namespace
{

/// Where a place of the service lies in a picture of the plane, the other way round than TileWarp
/// goes: out of the service's datum by the iterated inverse, then by PROJ into the plane.
Point inPicture(Point pixel, int zoom, const TileMatrix& matrix, Datum datum,
                const Transform& plane, const Box& extent, int width)
{
    const Point place = plane.forward(toCgcs2000(datum, matrix.lonLatOf(pixel, zoom)));
    const double metres = extent.width() / width;
    return {(place.x - extent.minX) / metres, (extent.maxY - place.y) / metres};
}

} // namespace

TEST_CASE("tiles of every matrix and datum lie right to a fifth of a pixel", "[core]")
{
    const auto scheme = GENERATE(TileScheme::WebMercator, TileScheme::Degrees);
    const auto datum = GENERATE(Datum::Wgs84, Datum::Cgcs2000, Datum::Gcj02);
    const std::string crs = GENERATE("EPSG:4543", "EPSG:4522");
    const Transform plane("EPSG:4490", crs);
    const TileMatrix matrix(scheme);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(100.6, 102.6), lat(24.3, 26.6);
    double worst = 0;
    for (int zoom = 6; zoom <= 18; ++zoom) {
        const Point middle = plane.forward({lon(random), lat(random)});
        const double metres = matrix.metresPerPixel(25.5, zoom) * 0.9;
        constexpr int width = 500, height = 300;
        const Box extent{middle.x - width / 2.0 * metres, middle.y - height / 2.0 * metres,
                         middle.x + width / 2.0 * metres, middle.y + height / 2.0 * metres};
        const TileWarp warp(plane, datum, matrix, zoom, extent, width, height);
        std::uniform_real_distribution<double> u(warp.seen().minX, warp.seen().maxX);
        std::uniform_real_distribution<double> v(warp.seen().minY, warp.seen().maxY);
        for (int i = 0; i < 200; ++i) {
            const Point pixel{u(random), v(random)};
            const Point at = inPicture(pixel, zoom, matrix, datum, plane, extent, width);
            if (at.x < 0 || at.y < 0 || at.x > width || at.y > height)
                continue;
            const Point found = warp.at(at.x, at.y);
            worst = std::max(worst, std::hypot(found.x - pixel.x, found.y - pixel.y));
        }
    }
    CAPTURE(crs, static_cast<int>(scheme), toString(datum));
    CHECK(worst < 0.2);
}

TEST_CASE("without its datum a service of GCJ-02 would be hundreds of pixels off", "[core]")
{
    const Transform plane("EPSG:4490", "EPSG:4543");
    const TileMatrix matrix(TileScheme::WebMercator);
    const Point wuding = plane.forward({102.4, 25.53});
    const Box extent = Box{wuding.x, wuding.y, wuding.x, wuding.y}.grown(100);
    const TileWarp shifted(plane, Datum::Gcj02, matrix, 18, extent, 200, 200);
    const TileWarp straight(plane, Datum::Wgs84, matrix, 18, extent, 200, 200);
    const Point a = shifted.at(100, 100);
    const Point b = straight.at(100, 100);
    const double metres = std::hypot(a.x - b.x, a.y - b.y) * matrix.metresPerPixel(25.53, 18);
    CHECK(metres > 50);
    CHECK(metres < 700);
}

TEST_CASE("datums that nobody can move are refused", "[core]")
{
    const Transform plane("EPSG:4490", "EPSG:4543");
    CHECK_THROWS_AS(TileWarp(plane, Datum::Local, TileMatrix(TileScheme::WebMercator), 12,
                             Box{0, 0, 100, 100}, 10, 10),
                    Error);
}
