// SPDX-License-Identifier: MIT
#include "core/tile_matrix.h"

#include "support/catch.h"

#include <cmath>
#include <numbers>

using namespace guatu;

namespace
{

TilePlace tileAt(const TileMatrix& matrix, Point lonLat, int zoom)
{
    const Point pixel = matrix.pixelOf(lonLat, zoom);
    const TileRange range = matrix.tilesOf(Box{pixel.x, pixel.y, pixel.x, pixel.y}, zoom);
    return {zoom, range.firstColumn, range.firstRow};
}

} // namespace

TEST_CASE("web Mercator tiles are those that the web counts", "[core]")
{
    const TileMatrix matrix(TileScheme::WebMercator);
    // The example of the OpenStreetMap wiki, "Slippy map tilenames".
    CHECK(tileAt(matrix, {13.37771496361961, 52.51628011262304}, 17) ==
          TilePlace{17, 70406, 42987});
    CHECK(tileAt(matrix, {-179.99, 85.05}, 3) == TilePlace{3, 0, 0});
    CHECK(tileAt(matrix, {179.99, -85.05}, 3) == TilePlace{3, 7, 7});
    // The textbook's form of the projection, ln tan(45 + lat / 2), which ours does not use.
    for (const double latitude : {-60.0, -1.0, 0.5, 25.04, 26.7, 70.0}) {
        const double radians = latitude * std::numbers::pi / 180;
        const double y =
            (1 - std::log(std::tan(std::numbers::pi / 4 + radians / 2)) / std::numbers::pi) / 2 *
            256 * 1024;
        CHECK(matrix.pixelOf({101.5, latitude}, 10).y == Approx(y).margin(1e-6).epsilon(0));
    }
}

TEST_CASE("TianDiTu's degrees begin at 180 W, 90 N and halve at each zoom", "[core]")
{
    const TileMatrix matrix(TileScheme::Degrees);
    CHECK(matrix.columns(1) == 2);
    CHECK(matrix.rows(1) == 1);
    // At zoom 10 a tile is 360 / 1024 degrees wide: (116.39 + 180) / 0.3515625 = 843.06 and
    // (90 - 39.91) / 0.3515625 = 142.48.
    CHECK(tileAt(matrix, {116.39, 39.91}, 10) == TilePlace{10, 843, 142});
    CHECK(tileAt(matrix, {101.546, 25.042}, 15) == TilePlace{15, 25626, 5912});
}

TEST_CASE("positions come back from their pixels", "[core]")
{
    for (const TileScheme scheme : {TileScheme::WebMercator, TileScheme::Degrees}) {
        const TileMatrix matrix(scheme);
        for (double lon = -170; lon < 180; lon += 35) {
            for (double lat = -80; lat <= 80; lat += 20) {
                const Point back = matrix.lonLatOf(matrix.pixelOf({lon, lat}, 12), 12);
                CHECK(back.x == Approx(lon).margin(1e-9).epsilon(0));
                CHECK(back.y == Approx(lat).margin(1e-9).epsilon(0));
            }
        }
    }
}

TEST_CASE("the zoom is the one whose pixels are nearest in size", "[core]")
{
    const TileMatrix matrix(TileScheme::WebMercator);
    for (double metres = 0.6; metres < 5000; metres *= 1.3) {
        const int zoom = matrix.zoomFor(metres, 25, 0, 22);
        const double ratio = matrix.metresPerPixel(25, zoom) / metres;
        CHECK(ratio < 1.4143);
        CHECK(ratio > 0.7070);
    }
    CHECK(matrix.zoomFor(0.001, 25, 3, 18) == 18);
    CHECK(matrix.zoomFor(1e9, 25, 3, 18) == 3);
    // 156543.034 m at the equator, the constant every map library knows.
    CHECK(matrix.metresPerPixel(0, 0) == Approx(156543.034));
}

TEST_CASE("no tile is asked for beyond the edge of the world", "[core]")
{
    const TileMatrix matrix(TileScheme::WebMercator);
    const TileRange range = matrix.tilesOf({-500, -500, 5000, 300}, 2);
    CHECK(range == TileRange{2, 0, 0, 3, 1});
    CHECK(matrix.tilesOf({-900, -900, -10, -10}, 2).empty());
    CHECK(matrix.tilesOf({1025, 0, 2000, 10}, 2).empty());
    CHECK(matrix.tilesOf(Box{}, 2).empty());
}
