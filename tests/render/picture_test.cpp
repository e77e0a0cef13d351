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

constexpr const char* statusStyle = R"({"id":"status","classes":[
    {"id":"open","title":{"zh":"未销号","en":"Open"},"when":{"f":"kind","op":"=","v":"open"},
     "symbol":{"fill":{"colour":"#F09A92","pattern":"crosses","pattern_colour":"#A90F149E"}}},
    {"id":"done","title":{"zh":"已销号","en":"Done"},"when":{"f":"kind","op":"=","v":"done"},
     "symbol":{"fill":{"colour":"#D6ECD7"}}},
    {"id":"rest","title":{"zh":"未核实","en":"Unknown"},
     "symbol":{"fill":{"colour":"#C8CCD0","pattern":"dots","pattern_colour":"#5B5B5B"}}}]})";
constexpr const char* statusLayer =
    R"({"id":"status","title":{"zh":"状态","en":"Status"},"source":"area","style":"status",
        "order":1})";

/// Two squares of one kilometre side by side, west and east of (0, 0).
MapScene twoSquares(const char* layer, const char* style, std::vector<std::uint8_t> kinds)
{
    MapScene scene;
    scene.tables = {test::boxTable("area", {{-1000, -500, 0, 500}, {0, -500, 1000, 500}},
                                   {"open", "done"}, kinds)};
    MapDefinition definition;
    test::addLayer(definition, layer, style);
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

/// 400 by 200 pixels, 10 m a pixel, (0, 0) in the middle.
MapView smallView()
{
    MapView view;
    view.center = {0, 0};
    view.metresPerPixel = 10;
    view.width = 400;
    view.height = 200;
    return view;
}

int count(const QImage& image, const QRect& within, QColor colour)
{
    int found = 0;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

} // namespace

TEST_CASE("each area has its status tint, and a pattern where the status has one", "[render]")
{
    needGui();
    const QImage image = drawMap(twoSquares(statusLayer, statusStyle, {1, 2}), smallView()).image;
    const QRect west(110, 60, 80, 80);
    const QRect east(210, 60, 80, 80);
    const int tint = count(image, west, QColor(0xF0, 0x9A, 0x92));
    CHECK(tint > 80 * 80 * 0.7);
    CHECK(tint < 80 * 80 * 0.95); // the rest are crosses
    CHECK(count(image, east, QColor(0xD6, 0xEC, 0xD7)) == 80 * 80);
    CHECK(image.pixelColor(20, 20) == QColor(247, 246, 242)); // paper
}

TEST_CASE("the first class whose condition is met draws the feature", "[render]")
{
    needGui();
    const QImage image = drawMap(twoSquares(statusLayer, statusStyle, {0, 2}), smallView()).image;
    CHECK(count(image, {110, 60, 80, 80}, QColor(0xC8, 0xCC, 0xD0)) > 80 * 80 * 0.4);
}

TEST_CASE("areas that touch leave no seam", "[render]")
{
    needGui();
    MapView view = smallView();
    view.center = {3.3, 0}; // the edge falls between pixels
    const QImage image = drawMap(twoSquares(statusLayer, statusStyle, {2, 2}), view).image;
    CHECK(count(image, {110, 60, 180, 80}, QColor(0xD6, 0xEC, 0xD7)) == 180 * 80);
}

TEST_CASE("patterns stay on the ground while panning", "[render]")
{
    needGui();
    for (const double ratio : {1.0, 1.25, 2.0}) {
        const MapScene scene = twoSquares(statusLayer, statusStyle, {1, 0});
        MapView view = smallView();
        view.pixelRatio = ratio;
        view.center = {17.3, 4.1};
        const QImage before = drawMap(scene, view).image;
        const int dx = 23;
        const int dy = 9; // device pixels
        view.center.x += dx * view.metresPerPixel / ratio;
        view.center.y += dy * view.metresPerPixel / ratio;
        const QImage after = drawMap(scene, view).image;
        CAPTURE(ratio);
        const QRect overlap(0, dy, before.width() - dx, before.height() - dy);
        CHECK(before.copy(overlap.translated(dx, -dy)) == after.copy(overlap.translated(0, 0)));
    }
}

TEST_CASE("a file of 300 dpi is the same picture, finer", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(1, 400);
    MapView screen;
    screen.width = 480;
    screen.height = 320;
    screen.metresPerPixel = 150000 * 0.0254 / 96;
    // On the grid of pixels: a view is moved there by up to half a pixel of its own.
    screen.center = {12598 * screen.metresPerPixel, 71811 * screen.metresPerPixel};
    MapView paper = screen;
    paper.dpi = 288; // three times the screen's
    paper.width *= 3;
    paper.height *= 3;
    paper.metresPerPixel /= 3;
    const MapPicture small = drawMap(scene, screen);
    const MapPicture large = drawMap(scene, paper);
    const QImage shrunk =
        large.image.scaled(480, 320, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double difference = 0;
    for (int y = 0; y < 320; ++y) {
        for (int x = 0; x < 480; ++x) {
            const QColor a = small.image.pixelColor(x, y);
            const QColor b = shrunk.pixelColor(x, y);
            difference += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                          std::abs(a.blue() - b.blue());
        }
    }
    CHECK(difference / (480.0 * 320 * 3) < 8); // of 255, patterns and edges included
    CHECK(small.labels.size() == large.labels.size());
}

TEST_CASE("layers and classes are drawn within their scales only", "[render]")
{
    needGui();
    const char* ranged =
        R"({"id":"status","title":{"zh":"状态","en":"Status"},"source":"area","style":"status",
            "order":1,"min_scale":20000,"max_scale":50000})";
    const MapScene scene = twoSquares(ranged, statusStyle, {2, 2});
    const auto isDrawnAt = [&scene](double scale) {
        MapView view = smallView();
        view.metresPerPixel = scale * 0.0254 / 96;
        return drawMap(scene, view).image.pixelColor(201, 100) == QColor(0xD6, 0xEC, 0xD7);
    };
    CHECK_FALSE(isDrawnAt(19999));
    CHECK(isDrawnAt(20000.5));
    CHECK(isDrawnAt(49999));
    CHECK_FALSE(isDrawnAt(50001));

    MapScene hidden = twoSquares(statusLayer, statusStyle, {2, 2});
    hidden.hiddenLayers = {"status"};
    CHECK(drawMap(hidden, smallView()).image.pixelColor(210, 100) == QColor(247, 246, 242));
}

TEST_CASE("outlines of listed places lie inside their area", "[render]")
{
    needGui();
    const char* listed = R"({"id":"status","classes":[
        {"id":"open","title":{"zh":"挂牌","en":"Listed"},"when":{"f":"kind","op":"=","v":"open"},
         "symbol":{"strokes":[{"colour":"#7A0177","width_mm":0.7,"inside":true}]}}]})";
    const QImage image = drawMap(twoSquares(statusLayer, listed, {1, 2}), smallView()).image;
    const QColor purple(0x7A, 0x01, 0x77);
    CHECK(count(image, {100, 50, 100, 100}, purple) >
          2 * 4 * 96);                                    // two of its 2.6 pixels are whole
    CHECK(count(image, {201, 0, 199, 200}, purple) == 0); // nothing on the neighbour
    CHECK(image.pixelColor(98, 100) == QColor(247, 246, 242));
    CHECK(image.pixelColor(101, 100) == purple);
}

TEST_CASE("two listed neighbours both keep their outline", "[render]")
{
    needGui();
    const char* listed = R"({"id":"status","classes":[
        {"id":"open","title":{"zh":"州","en":"P"},"when":{"f":"kind","op":"=","v":"open"},
         "symbol":{"strokes":[{"colour":"#FF0000","width_mm":0.8,"inside":true}]}},
        {"id":"done","title":{"zh":"县","en":"C"},
         "symbol":{"strokes":[{"colour":"#0000FF","width_mm":0.8,"inside":true}]}}]})";
    const QImage image = drawMap(twoSquares(statusLayer, listed, {1, 2}), smallView()).image;
    CHECK(image.pixelColor(198, 100) == QColor(255, 0, 0));
    CHECK(image.pixelColor(201, 100) == QColor(0, 0, 255));
}

TEST_CASE("a double line has a gap of its own", "[render]")
{
    needGui();
    const char* listed = R"({"id":"status","classes":[
        {"id":"open","title":{"zh":"州","en":"P"},
         "symbol":{"strokes":[{"colour":"#7A0177","width_mm":1,"inside":true,"second_gap_mm":1,
                               "casing":"#FFFFFF","casing_mm":3}]}}]})";
    const QImage image = drawMap(twoSquares(statusLayer, listed, {1, 1}), smallView()).image;
    // One millimetre is 3.8 pixels: line, gap, line from the west edge at 100.
    CHECK(image.pixelColor(101, 100) == QColor(0x7A, 0x01, 0x77));
    CHECK(image.pixelColor(105, 100) == QColor(Qt::white));
    CHECK(image.pixelColor(109, 100) == QColor(0x7A, 0x01, 0x77));
    CHECK(image.pixelColor(113, 100) == QColor(247, 246, 242));
}

TEST_CASE("outside the current unit nothing has a status and all is paler", "[render]")
{
    needGui();
    MapScene scene = twoSquares(statusLayer, statusStyle, {2, 2});
    scene.focus = GeometryColumn(GeometryType::Polygon);
    const std::vector<Point> ring{{-1000, -500}, {0, -500}, {0, 500}, {-1000, 500}, {-1000, -500}};
    scene.focus.addPart(ring);
    scene.focus.endFeature();
    const QImage image = drawMap(scene, smallView()).image;
    CHECK(image.pixelColor(150, 100) == QColor(0xD6, 0xEC, 0xD7));
    CHECK(image.pixelColor(250, 100) == QColor(247, 246, 242));

    MapScene whole = test::countyScene(1, 0);
    MapView view;
    view.center = {500000, 2850000};
    view.metresPerPixel = 40;
    const QImage clear = drawMap(whole, view).image;
    whole.focus = scene.focus; // far away: all of this map is outside
    const QImage pale = drawMap(whole, view).image;
    const auto darkest = [](const QImage& picture) {
        int least = 255;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                least = std::min(least, qGray(picture.pixel(x, y)));
        }
        return least;
    };
    CHECK(darkest(clear) < 60);
    CHECK(darkest(pale) > 90);
}

TEST_CASE("the current choice is outlined dark on white", "[render]")
{
    needGui();
    MapScene scene = twoSquares(statusLayer, statusStyle, {2, 2});
    scene.selections = {{"area", {1}}};
    const QImage image = drawMap(scene, smallView()).image;
    CHECK(count(image, {90, 40, 120, 120}, QColor(0x11, 0x18, 0x20)) > 300);
    CHECK(count(image, {215, 40, 120, 120}, QColor(0x11, 0x18, 0x20)) == 0);
    CHECK(image.pixelColor(102, 100) == QColor(Qt::white)); // half of the white band
}

TEST_CASE("drawing that is stopped says so", "[render]")
{
    needGui();
    std::stop_source source;
    source.request_stop();
    const MapPicture picture = drawMap(test::countyScene(1, 500), smallView(), source.get_token());
    CHECK_FALSE(picture.complete);
    CHECK(picture.labels.empty());
    CHECK(drawMap(test::countyScene(1, 0), smallView()).complete);
}

TEST_CASE("an empty scene is paper", "[render]")
{
    needGui();
    MapScene scene;
    const MapPicture picture = drawMap(scene, smallView());
    CHECK(picture.complete);
    CHECK(count(picture.image, {0, 0, 400, 200}, QColor(247, 246, 242)) == 400 * 200);
    CHECK(legend(scene, 1000).empty());
    CHECK(hitTest(scene, smallView(), {10, 10}).empty());
}

TEST_CASE("a background lies under everything, where it belongs", "[render]")
{
    needGui();
    MapScene scene = twoSquares(statusLayer, statusStyle, {2, 2});
    QImage picture(2, 2, QImage::Format_RGB32);
    picture.fill(QColor(10, 20, 30));
    scene.background = {{picture, {-2000, -1000, -500, 1000}}};
    const QImage image = drawMap(scene, smallView()).image;
    CHECK(image.pixelColor(50, 100) == QColor(10, 20, 30));
    // Under a tint it shows through: 0.6 of (214, 236, 215) and 0.4 of (10, 20, 30).
    const QColor through = image.pixelColor(120, 100);
    CHECK(std::abs(through.red() - 132) <= 2);
    CHECK(std::abs(through.green() - 150) <= 2);
    CHECK(std::abs(through.blue() - 141) <= 2);
    CHECK(image.pixelColor(350, 100) == QColor(247, 246, 242));
}

TEST_CASE("furniture lies within the sheet and leaves the middle free", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(1, 300);
    MapView view;
    view.center = {500000, 2850000};
    view.width = 1000;
    view.height = 700;
    view.metresPerPixel = 60;
    const MapPicture picture = drawMap(scene, view);
    QImage sheet = picture.image;
    drawFurniture(sheet, scene, picture, {"武定县 村级销号状态", "2020-05-06", "村界为示意"}, 60);
    CHECK(sheet != picture.image);
    CHECK(sheet.size() == picture.image.size());
    const QRect middle(380, 200, 240, 300);
    CHECK(sheet.copy(middle) == picture.image.copy(middle));
    CHECK(sheet.pixelColor(14, 14) == QColor(Qt::white)); // the title's box
    // A rim of 10 pixels stays map.
    CHECK(sheet.copy(0, 0, 1000, 10) == picture.image.copy(0, 0, 1000, 10));
    CHECK(sheet.copy(0, 690, 1000, 10) == picture.image.copy(0, 690, 1000, 10));
}
