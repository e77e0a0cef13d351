// SPDX-License-Identifier: MIT
#include "core/geodesic.h"
#include "desktop/map_hand.h"
#include "desktop/map_page.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QTest>
#include <QWheelEvent>

#include <random>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

void drag(MapWidget& map, Qt::MouseButton button, QPoint from, QPoint to)
{
    QTest::mousePress(&map, button, {}, from);
    QTest::mouseMove(&map, (from + to) / 2);
    QTest::mouseMove(&map, to);
    QTest::mouseRelease(&map, button, {}, to);
}

void fingers(MapWidget& map, Qt::NativeGestureType type, QPointF at, double value)
{
    QNativeGestureEvent event(type, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              map.mapToGlobal(at), value, {});
    QApplication::sendEvent(&map, &event);
}

} // namespace

TEST_CASE("Alt and the wheel turn the map about the cursor, the north arrow turns it back",
          "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    const QPointF cursor(220, 160);
    const Point held = map.view().toMap(cursor);
    QWheelEvent event(cursor, map.mapToGlobal(cursor), {}, {0, 6 * 120}, Qt::NoButton,
                      Qt::AltModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map, &event);
    fixture.settle();
    CHECK(map.view().rotation == Approx(30));
    CHECK(map.view().toMap(cursor).x == Approx(held.x).margin(1e-3));
    CHECK(map.view().toMap(cursor).y == Approx(held.y).margin(1e-3));
    CHECK(map.picture().view == map.view());
    fixture.picture("turned");
    fixture.window->actions().northUp->trigger();
    fixture.settle();
    CHECK(map.view().rotation == 0);
}

TEST_CASE("keys and a drag with the right button turn the map; nearly north becomes north",
          "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    QTest::keyClick(&map, Qt::Key_Greater);
    fixture.settle();
    CHECK(map.view().rotation == Approx(15));
    QTest::keyClick(&map, Qt::Key_Less);
    QTest::keyClick(&map, Qt::Key_Less);
    fixture.settle();
    CHECK(map.view().rotation == Approx(345));
    QTest::keyClick(&map, Qt::Key_N);
    fixture.settle();
    CHECK(map.view().rotation == 0);

    bool menu = false;
    QObject::disconnect(&map, &MapWidget::menuAsked, nullptr, nullptr);
    QObject::connect(&map, &MapWidget::menuAsked, &map, [&menu] { menu = true; });
    drag(map, Qt::RightButton, {200, 200}, {260, 210});
    fixture.settle();
    CHECK(map.view().rotation == Approx(30));
    CHECK_FALSE(menu); // a drag asks for none
    drag(map, Qt::RightButton, {260, 210}, {206, 210});
    fixture.settle();
    CHECK(map.view().rotation == 0); // three degrees were left
    QTest::mouseClick(&map, Qt::RightButton, {}, {300, 200});
    CHECK(menu);
}

TEST_CASE("two fingers zoom and turn the map where they are", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    const QPointF at(250, 180);
    const Point held = map.view().toMap(at);
    const double scale = map.view().metresPerPixel;
    fingers(map, Qt::BeginNativeGesture, at, 0);
    for (int i = 0; i < 10; ++i)
        fingers(map, Qt::RotateNativeGesture, at, 2);
    fingers(map, Qt::ZoomNativeGesture, at, 0.25);
    fingers(map, Qt::EndNativeGesture, at, 0);
    fixture.settle();
    CHECK(map.view().rotation == Approx(20));
    CHECK(map.view().metresPerPixel == Approx(scale / 1.25));
    CHECK(map.view().toMap(at).x == Approx(held.x).margin(1e-3));
    CHECK(map.view().toMap(at).y == Approx(held.y).margin(1e-3));
}

TEST_CASE("on a turned map a drag follows the hand and a click hits what is seen", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    MapWidget& map = window.mapPage().map();
    map.turnBy(130, {300, 200});
    fixture.settle();
    const Point held = map.view().toMap({300, 200});
    QTest::mousePress(&map, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&map, {330, 210});
    QTest::mouseMove(&map, {360, 240});
    CHECK(map.view().toMap({360, 240}).x == Approx(held.x).margin(1e-3));
    CHECK(map.view().toMap({360, 240}).y == Approx(held.y).margin(1e-3));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {360, 240});
    fixture.settle();
    fixture.clickMap({102.02, 25.52});
    CHECK(fixture.unitName() == "小河村委会");
    CHECK(map.view().rotation == Approx(130)); // the choice does not turn it
}

TEST_CASE("a circle chooses what lies within its geodesic radius", "[desktop]")
{
    // A plane that is degrees: its circles are no circles, so distances must be on the ground.
    const MapTransforms degrees;
    const Point centre{102, 25.5};
    const MapChoice choice = MapChoice::around(centre, {102.05, 25.5}, degrees);
    CHECK(choice.radius() == Approx(geodesicDistance(centre, {102.05, 25.5})));
    std::mt19937 random(4);
    std::uniform_real_distribution<double> off(-0.06, 0.06);
    int within = 0;
    for (int i = 0; i < 2000; ++i) {
        const Point p{centre.x + off(random), centre.y + off(random)};
        const bool expected = geodesicDistance(centre, p) <= choice.radius();
        within += expected ? 1 : 0;
        CHECK(choice.contains(p) == expected);
    }
    CHECK(within > 300);
    CHECK_FALSE(choice.contains(Point{}));
}

TEST_CASE("a polygon and a radius list the households they hold", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329102214");
    MapWidget& map = window.mapPage().map();
    SECTION("a polygon, ended with a double click")
    {
        window.actions().polygonChoice->trigger();
        for (const Point corner :
             {Point{102.04, 25.59}, Point{102.07, 25.59}, Point{102.07, 25.63}})
            QTest::mouseClick(&map, Qt::LeftButton, {}, fixture.onMap(corner));
        QTest::mouseClick(&map, Qt::LeftButton, {}, fixture.onMap({102.04, 25.63}));
        fixture.picture("polygon-choice");
        QTest::mouseDClick(&map, Qt::LeftButton, {}, fixture.onMap({102.04, 25.63}));
    }
    SECTION("a radius, dragged from the centre")
    {
        window.actions().radiusChoice->trigger();
        QTest::mousePress(&map, Qt::LeftButton, {}, fixture.onMap({102.055, 25.61}));
        QTest::mouseMove(&map, fixture.onMap({102.06, 25.61}));
        QTest::mouseMove(&map, fixture.onMap({102.077, 25.61}));
        fixture.picture("radius-choice");
        QTest::mouseRelease(&map, Qt::LeftButton, {}, fixture.onMap({102.077, 25.61}));
    }
    fixture.settle();
    REQUIRE(window.workbench().list());
    CHECK(window.workbench().list()->rows.size() == 2); // as the box of the same place
    CHECK(map.tool() == MapTool::Pointer);
}

TEST_CASE("two fingers that part on a touch screen zoom at their middle", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    static QPointingDevice* screen = QTest::createTouchDevice();
    const QPoint middle(300, 200);
    const double before = map.view().metresPerPixel;
    const Point held = map.view().toMap(middle);
    const auto spread = [&](int half) { return QPoint(half, 0); };
    QTest::touchEvent(&map, screen).press(0, middle - spread(40)).press(1, middle + spread(40));
    for (int half = 45; half <= 80; half += 5)
        QTest::touchEvent(&map, screen)
            .move(0, middle - spread(half))
            .move(1, middle + spread(half));
    QTest::touchEvent(&map, screen).release(0, middle - spread(80)).release(1, middle + spread(80));
    fixture.settle();
    // Twice as far apart: the ground under the fingers is twice as large. The recogniser takes the
    // first millimetres to be sure.
    CHECK(map.view().metresPerPixel == Approx(before / 2).epsilon(0.15));
    CHECK(map.view().rotation == 0);
    CHECK(map.view().toMap(middle).x == Approx(held.x).margin(6 * before));
    CHECK(map.view().toMap(middle).y == Approx(held.y).margin(6 * before));
}
