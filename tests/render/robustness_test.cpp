// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "render/map_cache.h"
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"
#include "support/temporary_folder.h"

#include <QPainter>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <thread>

using namespace guatu;
using namespace guatu::render;
using guatu::test::TemporaryFolder;

namespace
{

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

/// A layer for one table of one class, in red.
MapScene sceneOf(std::shared_ptr<const FeatureTable> table, const std::string& symbol)
{
    auto definition = std::make_shared<MapDefinition>();
    test::addLayer(*definition,
                   R"({"id":"l","title":{"zh":"层","en":"layer"},"source":")" + table->source +
                       R"(","style":"s","order":1})",
                   R"({"id":"s","classes":[{"id":"a","title":{"zh":"甲","en":"A"},"symbol":)" +
                       symbol + "}]}");
    MapScene scene;
    scene.tables = {std::move(table)};
    scene.definition = definition;
    return scene;
}

std::shared_ptr<FeatureTable> tableOf(GeometryColumn geometry)
{
    auto table = std::make_shared<FeatureTable>(FeatureTable{"t", std::move(geometry), {}, {}});
    for (std::size_t row = 0; row < table->geometry.size(); ++row)
        table->ids.push_back(static_cast<std::int64_t>(row) + 1);
    return table;
}

GeometryColumn shapes(GeometryType type, const std::vector<std::vector<Point>>& parts)
{
    GeometryColumn column(type);
    for (const auto& part : parts) {
        if (type == GeometryType::Point) {
            column.addPoint(part.front());
            continue;
        }
        column.addPart(part);
        column.endFeature();
    }
    return column;
}

MapView viewOf(const Box& box, int width = 300, int height = 300)
{
    return MapView::fitting(box, width, height);
}

const Box around{0, 0, 1000, 1000};

} // namespace

TEST_CASE("a scene that is being drawn is not touched by what the program does next", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(21, 400);
    const MapView view = viewOf(scene.tables.front()->geometry.box());
    const QImage before = drawMap(scene, view).image;
    std::atomic<bool> same = true;
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < 3; ++worker)
        threads.emplace_back([old = scene, view, &before, &same] {
            for (int i = 0; i < 6; ++i)
                same = same && drawMap(old, view).image == before;
        });
    MapScene next = scene;
    for (int i = 0; i < 6; ++i) { // layers and tables go while the others draw
        auto definition = std::make_shared<MapDefinition>(*next.definition);
        definition->layers.erase(definition->layers.begin());
        next.definition = definition;
        next.tables.pop_back();
        CHECK(drawMap(next, view).complete);
    }
    threads.clear();
    CHECK(same);
    CHECK_FALSE(drawMap(next, view).image == before);
}

TEST_CASE("an area of a million vertices is drawn whole", "[render]")
{
    needGui();
    constexpr int count = 1000000;
    std::vector<Point> ring;
    for (int i = 0; i <= count; ++i) {
        const double angle = 2 * std::numbers::pi * (i % count) / count;
        const double radius = i % 2 == 0 ? 500 : 480;
        ring.push_back({500 + radius * std::cos(angle), 500 + radius * std::sin(angle)});
    }
    const MapScene scene =
        sceneOf(tableOf(shapes(GeometryType::Polygon, {ring})), R"({"fill":{"colour":"#FF0000"}})");
    for (const double zoom : {1.0, 50.0}) {
        MapView view = viewOf(around);
        view.metresPerPixel /= zoom;
        const QImage image = drawMap(scene, view).image;
        CHECK(image.pixelColor(150, 150) == QColor(255, 0, 0));
        if (zoom == 1.0) // the corners of the box lie outside of the ring
            CHECK(image.pixelColor(14, 14) != QColor(255, 0, 0));
    }
}

TEST_CASE("coordinates that are no numbers change nothing of what can be drawn", "[render]")
{
    needGui();
    const auto picture = [](GeometryType type, std::vector<std::vector<Point>> parts,
                            const char* symbol) {
        return drawMap(sceneOf(tableOf(shapes(type, parts)), symbol), viewOf(around)).image;
    };
    for (const double bad : {notANumber, infinite, -infinite}) {
        CAPTURE(bad);
        const std::vector<std::vector<Point>> points{{{300, 300}}, {{600, 700}}};
        auto withBad = points;
        withBad.push_back({{bad, 500}});
        withBad.push_back({{500, bad}});
        const char* dot = R"({"marker":{"symbol":"mark-circle-FF0000","size_mm":4}})";
        CHECK(picture(GeometryType::Point, points, dot) ==
              picture(GeometryType::Point, withBad, dot));

        const std::vector<std::vector<Point>> lines{{{100, 100}, {900, 800}}};
        auto badLines = lines;
        badLines.push_back({{bad, 500}, {bad, bad}});
        const char* stroke = R"({"strokes":[{"colour":"#FF0000","width_mm":1}]})";
        CHECK(picture(GeometryType::Line, lines, stroke) ==
              picture(GeometryType::Line, badLines, stroke));

        const std::vector<std::vector<Point>> areas{
            {{100, 100}, {900, 100}, {500, 800}, {100, 100}}};
        auto badAreas = areas;
        badAreas.push_back({{bad, bad}, {bad, 100}, {500, bad}, {bad, bad}});
        const char* fill = R"({"fill":{"colour":"#FF0000"}})";
        CHECK(picture(GeometryType::Polygon, areas, fill) ==
              picture(GeometryType::Polygon, badAreas, fill));
    }
    // One bad vertex among good ones: it may be drawn or not, but comes to an end.
    for (const GeometryType type : {GeometryType::Line, GeometryType::Polygon})
        CHECK_FALSE(picture(type,
                            {{{100, 100}, {notANumber, 5}, {500, 800}, {infinite, 3}, {100, 100}}},
                            R"({"strokes":[{"colour":"#FF0000","width_mm":1,"dash_mm":[1,1]}]})")
                        .isNull());
}

TEST_CASE("scales from 1:1 to 1:100,000,000 are drawn, and empty views too", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(22, 200);
    MapView view = viewOf(scene.tables.front()->geometry.box(), 200, 150);
    for (double scale = 1; scale <= 1e8; scale *= 10) {
        CAPTURE(scale);
        view.metresPerPixel = scale * 0.0254 / view.dpi;
        for (const double rotation : {0.0, 33.0}) {
            view.rotation = rotation;
            const MapPicture picture = drawMap(scene, view);
            CHECK(picture.complete);
            CHECK(picture.image.size() == QSize(200, 150));
        }
    }
    for (const auto& [width, height] : {std::pair(0, 0), {0, 100}, {100, 0}, {1, 1}}) {
        view.width = width;
        view.height = height;
        CHECK(drawMap(scene, view).image.size() ==
              QSize(width * height > 0 ? width : 0, width * height > 0 ? height : 0));
    }
}

TEST_CASE("a sheet of 20,000 pixels is drawn, and one beyond reason refused", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(23, 100);
    const Box box = scene.tables.front()->geometry.box();
    const MapPicture wide = drawMap(scene, viewOf(box, 20000, 60));
    CHECK(wide.image.size() == QSize(20000, 60));
    CHECK_THROWS_AS(drawMap(scene, viewOf(box, 40000, 100)), Error);
    MapView fine = viewOf(box, 30000, 30000);
    fine.pixelRatio = 1000;
    CHECK_THROWS_AS(drawMap(scene, fine), Error);
}

TEST_CASE("a map cache damaged in any way gives the same picture", "[render]")
{
    needGui();
    const TemporaryFolder folder;
    const auto file = folder / "a.mapcache";
    MapScene scene = test::countyScene(24, 200);
    const MapView view = viewOf(scene.tables.front()->geometry.box(), 120, 90);
    scene.cache = makeSceneCache(file);
    const QImage good = drawMap(scene, view).image;
    REQUIRE(saveMapCache(scene));
    const std::string sound = test::bytesOf(file);
    REQUIRE(sound.size() > 1000);
    std::mt19937 random(20200417);
    std::size_t same = 0;
    constexpr std::size_t mutations = 300;
    for (std::size_t i = 0; i < mutations; ++i) {
        std::string bytes = sound;
        const std::size_t changes = 1 + random() % 8;
        // The head and the directory are worth more than their share.
        const std::size_t reach = i % 3 == 0 ? 512 : bytes.size();
        for (std::size_t change = 0; change < changes; ++change)
            bytes[random() % reach] = static_cast<char>(random());
        if (i % 5 == 0)
            bytes.resize(random() % bytes.size());
        if (i % 7 == 0)
            bytes.append(random() % 100, static_cast<char>(random()));
        (void)folder.write("a.mapcache", bytes);
        scene.cache = makeSceneCache(file);
        same += drawMap(scene, view).image == good ? 1 : 0;
    }
    CHECK(same == mutations);
}
