// SPDX-License-Identifier: MIT
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <QPainter>

#include <random>

using namespace guatu;
using namespace guatu::render;

namespace
{

QImage noise(unsigned seed, int side)
{
    std::mt19937 random(seed);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, 0xFF000000U | (random() & 0xFFFFFFU));
    return image;
}

/// Four pieces of 130 by 130 pixels of 50 m around the middle of the county, a pixel over each
/// other.
std::vector<RasterPiece> fourPieces()
{
    std::vector<RasterPiece> pieces;
    for (int i = 0; i < 4; ++i) {
        const double x = 493600 + (i % 2) * 128 * 50;
        const double y = 2843600 + (i / 2) * 128 * 50;
        pieces.push_back(
            {noise(static_cast<unsigned>(i), 130), Box{x, y, x + 6400, y + 6400}.grown(50)});
    }
    return pieces;
}

MapView middleView()
{
    MapView view;
    view.center = {500000, 2850000};
    view.metresPerPixel = 50;
    view.width = 700;
    view.height = 500;
    return view;
}

QImage anew(const MapScene& scene, const MapView& view)
{
    MapScene fresh = scene;
    fresh.cache = makeSceneCache();
    return drawMap(fresh, view).image;
}

} // namespace

TEST_CASE("a picture that changes under the map is redrawn where it lies", "[render]")
{
    needGui();
    MapScene scene = test::countyScene(2, 500);
    MapView view = middleView();
    view.rotation = GENERATE(0.0, 30.0);
    scene.background = fourPieces();
    CHECK(drawMap(scene, view).image == anew(scene, view));
    scene.background[2].image = noise(77, 130); // one comes sharper
    CHECK(drawMap(scene, view).image == anew(scene, view));
    scene.background.erase(scene.background.begin()); // one goes
    CHECK(drawMap(scene, view).image == anew(scene, view));
    std::swap(scene.background[0], scene.background[1]); // another lies on top
    CHECK(drawMap(scene, view).image == anew(scene, view));
    scene.background.clear();
    CHECK(drawMap(scene, view).image == anew(scene, view));
}

TEST_CASE("a picture in the map's own pixels is shown pixel by pixel", "[render]")
{
    needGui();
    MapScene scene;
    scene.definition = std::make_shared<const MapDefinition>();
    const MapView view = middleView();
    scene.background = {{noise(5, 130), Box{493600, 2843600, 500000, 2850000}.grown(50)}};
    const QImage picture = drawMap(scene, view).image;
    const QPointF corner = view.toScreen({493600 - 50, 2850000 + 50});
    const QImage& piece = scene.background[0].image;
    for (int i = 1; i < 129; ++i)
        CHECK(picture.pixel(qRound(corner.x()) + i, qRound(corner.y()) + 64) == piece.pixel(i, 64));
}

TEST_CASE("a sheet says whose picture lies under the map", "[render]")
{
    needGui();
    MapScene scene = test::countyScene(1, 100);
    const MapView view = middleView();
    const MapPicture picture = drawMap(scene, view);
    const auto corner = [&] {
        QImage sheet = picture.image;
        drawFurniture(sheet, scene, picture, {"武定县", "2020-05-06", "村界为示意"}, 50);
        return sheet.copy(sheet.width() - 150, sheet.height() - 14, 150, 14);
    };
    const QImage without = corner();
    scene.credit = "底图：© OpenStreetMap 贡献者";
    const QImage with = corner();
    CHECK(with != without);
    CHECK(qGray(with.pixel(148, 1)) > 220); // a light band behind the words
}
