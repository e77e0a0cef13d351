// SPDX-License-Identifier: MIT
#include "desktop/locator_view.h"
#include "desktop/map_page.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QTest>

#include <cstdlib>
#include <fstream>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

TEST_CASE("grids are switched on and off, their numbers stand at the edges", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    WindowActions& actions = fixture.window->actions();
    CHECK(map.picture().gridLabels.empty());
    actions.graticule->trigger();
    fixture.settle();
    CHECK_FALSE(map.picture().gridLabels.empty());
    for (const render::GridLabel& label : map.picture().gridLabels) {
        CHECK(label.ofGraticule);
        CHECK(QRectF(map.rect()).contains(label.box));
    }
    actions.kilometreGrid->trigger();
    actions.graticule->trigger();
    fixture.settle();
    for (const render::GridLabel& label : map.picture().gridLabels)
        CHECK_FALSE(label.ofGraticule);
}

TEST_CASE("grids stay when another workspace is opened", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    WindowActions& actions = fixture.window->actions();
    actions.kilometreGrid->trigger();
    actions.close->trigger();
    fixture.settle();
    fixture.openWorkspace();
    CHECK(actions.kilometreGrid->isChecked());
    CHECK_FALSE(fixture.window->mapPage().map().picture().gridLabels.empty());
}

TEST_CASE("a click into the locator goes there at the same scale", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    fixture.window->actions().locator->trigger();
    fixture.settle();
    auto* locator = fixture.window->findChild<LocatorView*>();
    REQUIRE(locator);
    CHECK(locator->isVisible());
    map.zoomBy(4);
    fixture.settle();
    const render::MapView before = map.view();
    QTest::mouseClick(locator, Qt::LeftButton, {}, {locator->width() / 4, locator->height() / 2});
    fixture.settle();
    CHECK(map.view().metresPerPixel == before.metresPerPixel);
    CHECK(map.view().center.x < before.center.x); // west of the middle
}

TEST_CASE("a file of elevations shades the map and can be taken away", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapPage& page = fixture.window->mapPage();
    const Point middle = fixture.window->mapPage().map().view().center;
    // An ESRI grid of one slope, in the plane of the workspace, 60 km wide.
    const auto file = fixture.folder.path() / "slope.asc";
    std::ofstream grid(file);
    grid << "ncols 60\nnrows 60\nxllcorner " << middle.x - 30000 << "\nyllcorner "
         << middle.y - 30000 << "\ncellsize 1000\n";
    for (int row = 0; row < 60; ++row) {
        for (int column = 0; column < 60; ++column)
            grid << 60000 - 800 * column << ' ';
        grid << '\n';
    }
    grid.close();
    const auto placed = fixture.folder.path() / "slope.tif";
    const std::string command =
        "gdal_translate -q -a_srs EPSG:4543 '" + file.string() + "' '" + placed.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    page.openBackground(placed);
    fixture.settle();
    CHECK(page.background().terrainFile() == placed);
    CHECK(page.background().pictureFile().empty());
    REQUIRE_FALSE(page.map().scene().relief.isNull());
    CHECK(page.map().scene().relief.pixelColor(5, 5).red() < 255);
    CHECK(page.map().scene().background.empty());
    page.background().closeTerrain();
    fixture.settle();
    CHECK(page.map().scene().relief.isNull());
}
