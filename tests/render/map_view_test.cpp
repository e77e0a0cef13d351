// SPDX-License-Identifier: MIT
#include "core/crs.h"
#include "core/geodesic.h"
#include "render/map_picture.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu;
using namespace guatu::render;

TEST_CASE("a place goes to the screen and back", "[render]")
{
    rc::check([] {
        MapView view;
        view.center = {*rc::gen::inRange(400000, 600000) + 0.5,
                       *rc::gen::inRange(2700000, 2900000) + 0.5};
        view.metresPerPixel = *rc::gen::inRange(1, 100000) / 100.0;
        view.width = *rc::gen::inRange(1, 3000);
        view.height = *rc::gen::inRange(1, 3000);
        view.rotation = *rc::gen::inRange(0, 3600) / 10.0;
        const Point p{view.center.x + *rc::gen::inRange(-5000, 5000),
                      view.center.y + *rc::gen::inRange(-5000, 5000)};
        const Point back = view.toMap(view.toScreen(p));
        RC_ASSERT(std::abs(back.x - p.x) < 1e-6);
        RC_ASSERT(std::abs(back.y - p.y) < 1e-6);
    });
}

TEST_CASE("north is up and the extent is what the corners show", "[render]")
{
    MapView view;
    view.center = {500000, 2800000};
    view.metresPerPixel = 10;
    CHECK(view.toScreen({500000, 2801000}).y() == Approx(200));
    CHECK(view.toScreen({501000, 2800000}).x() == Approx(500));
    CHECK(view.extent() == Box{496000, 2797000, 504000, 2803000});
}

TEST_CASE("a turned view shows north where its rotation says, and keeps lengths", "[render]")
{
    MapView view;
    view.center = {500000, 2800000};
    view.metresPerPixel = 10;
    view.rotation = 90; // clockwise: north is right, east is down
    CHECK(view.toScreen({500000, 2801000}) == QPointF(500, 300));
    CHECK(view.toScreen({501000, 2800000}) == QPointF(400, 400));
    CHECK(view.extent() == Box{497000, 2796000, 503000, 2804000});
    view.rotation = 30;
    const QPointF north = view.toScreen({500000, 2801000}) - QPointF(400, 300);
    CHECK(north.x() == Approx(50)); // 100 sin 30
    CHECK(north.y() == Approx(-100 * std::sqrt(3) / 2));
    CHECK(view.shows(view.toMap({1, 1})));
    CHECK_FALSE(view.shows(view.toMap({-1, 1})));
    // The corner of the box around what is shown lies outside it.
    const Box around = view.extent();
    CHECK_FALSE(view.shows({around.minX, around.minY}));
    CHECK(around.contains(view.toMap({0, 0})));
    CHECK(around.contains(view.toMap({800, 600})));
}

TEST_CASE("a fitted box is whole inside its margin", "[render]")
{
    rc::check([] {
        const Box box{500000, 2800000, 500000.0 + *rc::gen::inRange(1, 200000),
                      2800000.0 + *rc::gen::inRange(1, 200000)};
        const double rotation = *rc::gen::inRange(0, 3) * *rc::gen::inRange(0, 180);
        const MapView view = MapView::fitting(box, 1000, 600, 96, 0.05, rotation);
        for (const Point corner : {Point{box.minX, box.minY}, Point{box.minX, box.maxY},
                                   Point{box.maxX, box.minY}, Point{box.maxX, box.maxY}}) {
            const QPointF at = view.toScreen(corner);
            RC_ASSERT(at.x() >= 50 - 1e-6);
            RC_ASSERT(at.y() >= 30 - 1e-6);
            RC_ASSERT(at.x() <= 950 + 1e-6);
            RC_ASSERT(at.y() <= 570 + 1e-6);
        }
    });
}

TEST_CASE("millimetres and scale follow the resolution", "[render]")
{
    MapView screen;
    CHECK(screen.pixels(25.4) == Approx(96));
    screen.metresPerPixel = 100 * 0.0254 / 96;
    CHECK(screen.scaleDenominator() == Approx(100));
    MapView paper = screen;
    paper.dpi = 300;
    paper.metresPerPixel = screen.metresPerPixel * 96 / 300;
    CHECK(paper.scaleDenominator() == Approx(100));
    CHECK(paper.pixels(25.4) == Approx(300));
}

TEST_CASE("the scale bar is round, fits, and is as long as the ground says", "[render]")
{
    rc::check([] {
        const double metresPerPixel = std::pow(10, *rc::gen::inRange(-100, 400) / 100.0);
        const double most = *rc::gen::inRange(60, 400);
        const ScaleBar bar = scaleBar(metresPerPixel, most);
        RC_ASSERT(bar.pixels <= most * (1 + 1e-9));
        RC_ASSERT(bar.pixels > most / 2.6); // from 2 to 5 is the largest step
        RC_ASSERT(std::abs(bar.pixels * metresPerPixel - bar.metres) < 1e-6 * bar.metres);
        const double lead = bar.metres / std::pow(10, std::floor(std::log10(bar.metres) + 1e-9));
        RC_ASSERT(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 ||
                  std::abs(lead - 5) < 1e-6);
        RC_ASSERT(bar.divisions >= 2);
    });
}

TEST_CASE("a scale bar laid on the map agrees with the geodesic within 0.5 percent", "[render]")
{
    // Chuxiong lies within 1.5 degrees of the meridian of EPSG:4543.
    Transform toDegrees("EPSG:4543", std::string(storeCrs));
    for (const double east : {360000.0, 450000.0, 500000.0, 590000.0}) {
        MapView view;
        view.center = {east, 2800000};
        view.metresPerPixel = 40;
        const double pixels = 100;
        const Point a = view.toMap({view.width / 2.0 - pixels / 2, view.height / 2.0});
        const Point b = view.toMap({view.width / 2.0 + pixels / 2, view.height / 2.0});
        const double truth = geodesicDistance(toDegrees.forward(a), toDegrees.forward(b)) / pixels;
        const ScaleBar bar = scaleBar(truth, 200);
        const Point end =
            view.toMap({view.width / 2.0 - pixels / 2 + bar.pixels, view.height / 2.0});
        const double ground = geodesicDistance(toDegrees.forward(a), toDegrees.forward(end));
        CHECK(std::abs(ground - bar.metres) < 0.005 * bar.metres);
    }
}
