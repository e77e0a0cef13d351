// SPDX-License-Identifier: MIT
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <QPainter>

using namespace guatu;
using namespace guatu::render;

namespace
{

constexpr Box land{0, 0, 1000, 1000};

/// One green area over all, a relief whose western half is dark, and a road on it.
MapScene shadedScene()
{
    needGui();
    MapScene scene;
    auto area = std::make_shared<FeatureTable>();
    area->source = "area";
    area->geometry = GeometryColumn(GeometryType::Polygon);
    area->geometry.addPart(std::vector<Point>{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}});
    area->geometry.endFeature();
    area->ids = {1};
    auto road = std::make_shared<FeatureTable>();
    road->source = "road";
    road->geometry = GeometryColumn(GeometryType::Line);
    road->geometry.addPart(std::vector<Point>{{0, 500}, {1000, 500}});
    road->geometry.endFeature();
    road->ids = {1};
    scene.tables = {area, road};
    MapDefinition definition;
    test::addLayer(definition,
                   R"({"id":"area","title":{"zh":"地","en":"Area"},"source":"area","style":"area",
                       "order":1})",
                   R"({"id":"area","classes":[{"id":"all","title":{"zh":"地","en":"Area"},
                       "symbol":{"fill":{"colour":"#00C800"}}}]})");
    test::addLayer(definition,
                   R"({"id":"road","title":{"zh":"路","en":"Road"},"source":"road","style":"road",
                       "order":2})",
                   R"({"id":"road","classes":[{"id":"all","title":{"zh":"路","en":"Road"},
                       "symbol":{"strokes":[{"colour":"#FFFFFF","width_mm":3}]}}]})");
    scene.definition = std::make_shared<const MapDefinition>(std::move(definition));
    scene.relief = QImage(100, 100, QImage::Format_Grayscale8);
    scene.relief.fill(255);
    for (int y = 0; y < 100; ++y)
        std::fill_n(scene.relief.scanLine(y), 50, uchar{153});
    scene.reliefExtent = land;
    return scene;
}

} // namespace

TEST_CASE("a relief darkens tints in proportion and leaves lines and bright slopes alone",
          "[render]")
{
    const MapScene scene = shadedScene();
    const MapView view = MapView::fitting(land, 200, 200, 96, 0);
    const QImage picture = drawMap(scene, view).image;
    // 153 of 255 are three fifths: of 200 green 120 stay.
    CHECK(std::abs(qGreen(picture.pixel(40, 40)) - 120) <= 1);
    CHECK(qRed(picture.pixel(40, 40)) == 0);
    CHECK(picture.pixel(160, 40) == qRgb(0, 200, 0));
    CHECK(picture.pixel(40, 100) == qRgb(255, 255, 255)); // the road
}

TEST_CASE("a relief is the same drawn quickly and plainly, turned too", "[render]")
{
    const MapScene scene = shadedScene();
    for (const double rotation : {0.0, 90.0, 30.0}) {
        MapView view = MapView::fitting(land, 200, 200, 96, 0.2, rotation);
        view.center.x += 90;
        const QImage quick = drawMap(scene, view).image;
        QImage plain(200, 200, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&plain);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        paintMap(painter, scene, view);
        painter.end();
        int apart = 0;
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 200; ++x)
                apart += std::abs(qGreen(quick.pixel(x, y)) - qGreen(plain.pixel(x, y))) > 12;
        }
        INFO("rotation " << rotation);
        CHECK(apart < 200); // the edge of the dark is as long as the picture
    }
}
