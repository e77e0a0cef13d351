// SPDX-License-Identifier: MIT
#include "desktop/goto_dialog.h"
#include "desktop/map_page.h"
#include "desktop/status_line.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

void turnWheel(MapWidget& map, QPoint at, int turns)
{
    QWheelEvent event(at, map.mapToGlobal(at), {}, {0, turns * 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map, &event);
}

} // namespace

TEST_CASE("the wheel zooms at the cursor: the place under it stays there", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    const QPoint cursor(200, 150);
    const Point before = map.view().toMap(cursor);
    const double scale = map.view().metresPerPixel;
    turnWheel(map, cursor, 2);
    fixture.settle();
    CHECK(map.view().metresPerPixel == Approx(scale / 2));
    CHECK(map.view().toMap(cursor).x == Approx(before.x).margin(map.view().metresPerPixel));
    CHECK(map.view().toMap(cursor).y == Approx(before.y).margin(map.view().metresPerPixel));
}

TEST_CASE("while the sharp picture is drawn the old one is shown, and the window answers",
          "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    map.zoomBy(2);
    CHECK_FALSE(map.isSharp());
    CHECK_FALSE(map.grab().isNull()); // paints at once, without a new picture
    for (int i = 0; i < 30; ++i)
        map.panBy({3, 0}); // each move makes the picture in work worthless
    fixture.settle();
    CHECK(map.isSharp());
    CHECK(map.picture().view == map.view());
}

TEST_CASE("Shift and drag zooms to the box; previous and next go back and forth", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    const render::MapView home = map.view();
    const Point corner = map.view().toMap({100, 100});
    QTest::mousePress(&map, Qt::LeftButton, Qt::ShiftModifier, {100, 100});
    QTest::mouseMove(&map, {150, 150});
    QTest::mouseMove(&map, {300, 220});
    QTest::mouseRelease(&map, Qt::LeftButton, Qt::ShiftModifier, {300, 220});
    fixture.settle();
    CHECK(map.view().metresPerPixel < home.metresPerPixel / 3);
    CHECK(map.view().extent().grown(1).contains(corner));

    fixture.window->actions().previousView->trigger();
    fixture.settle();
    CHECK(map.view() == home);
    CHECK_FALSE(fixture.window->actions().previousView->isEnabled());
    fixture.window->actions().nextView->trigger();
    fixture.settle();
    CHECK(map.view().metresPerPixel < home.metresPerPixel / 3);
}

TEST_CASE("a drag moves the map with the hand", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    const Point held = map.view().toMap({300, 200});
    QTest::mousePress(&map, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&map, {340, 230});
    QTest::mouseMove(&map, {420, 260});
    CHECK(map.view().toMap({420, 260}).x == Approx(held.x).margin(1));
    CHECK(map.view().toMap({420, 260}).y == Approx(held.y).margin(1));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {420, 260});
    fixture.settle();
}

TEST_CASE("Ctrl and drag chooses the households of a box", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329102214");
    MapWidget& map = window.mapPage().map();
    QTest::mousePress(&map, Qt::LeftButton, Qt::ControlModifier, fixture.onMap({102.04, 25.59}));
    QTest::mouseMove(&map, fixture.onMap({102.05, 25.60}));
    QTest::mouseMove(&map, fixture.onMap({102.07, 25.63}));
    QTest::mouseRelease(&map, Qt::LeftButton, Qt::ControlModifier, fixture.onMap({102.07, 25.63}));
    fixture.settle();
    REQUIRE(window.workbench().list());
    CHECK(window.workbench().list()->rows.size() == 2); // the unexited one and the monitored one
}

TEST_CASE("a typed coordinate brings the map there", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    fixture.window->actions().gotoPosition->trigger();
    auto* dialog = fixture.window->findChild<GotoDialog*>();
    REQUIRE(dialog);
    QTest::keyClicks(dialog->field(), "102.05, 25.60");
    QTest::keyClick(dialog->field(), Qt::Key_Return);
    fixture.settle();
    const MapWidget& map = fixture.window->mapPage().map();
    const QPoint middle = map.rect().center();
    const QPoint there = fixture.onMap({102.05, 25.60});
    CHECK((middle - there).manhattanLength() <= 2);
    fixture.picture("goto");
}

TEST_CASE("measuring runs along, in geodesic metres", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    fixture.window->actions().length->trigger();
    QTest::mouseClick(&map, Qt::LeftButton, {}, fixture.onMap({102.0, 25.5}));
    QTest::mouseMove(&map, fixture.onMap({102.1, 25.5}));
    // geod: 25.5N 102E to 25.5N 102.1E is 10053.772 m; the mouse is no finer than a pixel.
    CHECK(map.measurement().length() == Approx(10053.772).margin(2 * map.view().metresPerPixel));
    fixture.picture("measure");
    fixture.window->actions().pointer->trigger();
    CHECK(map.measurement().isEmpty());
}

TEST_CASE("the status line says where the pointer is, in degrees and metres", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    QTest::mouseMove(&map, fixture.onMap({102.0, 25.5}));
    CHECK(fixture.window->status().position().startsWith("10"));
    CHECK(fixture.window->status().position().contains("E"));
    CHECK(fixture.window->status().position().contains("N"));
}
