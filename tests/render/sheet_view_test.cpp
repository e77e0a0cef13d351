// SPDX-License-Identifier: MIT
#include "render/sheet_view.h"

#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <QPainter>

using namespace guatu;
using namespace guatu::render;

TEST_CASE("a sheet shows all that is seen, as large as it fits", "[render]")
{
    render::MapView screen;
    screen.center = {500000, 2800000};
    screen.metresPerPixel = 40;
    screen.width = 1000;
    screen.height = 500;
    screen.rotation = 30;
    const render::MapView sheet = sheetView(screen, 6600, 4400, 600);
    CHECK(sheet.metresPerPixel == Approx(40 * 1000 / 6600.0)); // the width decides
    CHECK(sheet.rotation == 30);
    CHECK(sheet.dpi == 600);
    for (const QPointF corner : {QPointF(0, 0), QPointF(1000, 0), QPointF(0, 500)}) {
        const QPointF at = sheet.toScreen(screen.toMap(corner));
        CHECK(at.x() >= -1e-6);
        CHECK(at.y() >= -1e-6);
        CHECK(at.x() <= 6600 + 1e-6);
        CHECK(at.y() <= 4400 + 1e-6);
    }
}

TEST_CASE("title and legend hide nothing of what was seen", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene();
    Box county;
    for (const auto& table : scene.tables)
        county.add(table->geometry.box());
    const MapView seen = MapView::fitting(county, 800, 400, 96, 0.04, 20);
    Furniture furniture;
    furniture.title = "小河村";
    furniture.legendAtRight = true;
    const MapView sheet = sheetViewBeside(scene, furniture, seen, 1200, 900, 96);
    CHECK(sheet.metresPerPixel > sheetView(seen, 1200, 900, 96).metresPerPixel);

    // Over an empty map only the panels are painted: none touches where the corners came to lie.
    QImage panels(1200, 900, QImage::Format_ARGB32_Premultiplied);
    panels.fill(Qt::transparent);
    MapPicture picture;
    picture.view = sheet;
    {
        QPainter painter(&panels);
        furniture.scaleBar = false;
        paintFurniture(painter, scene, picture, furniture, sheet.metresPerPixel);
    }
    int painted = 0;
    for (int y = 0; y < 400; y += 5)
        for (int x = 0; x < 800; x += 5) {
            const QPoint at = sheet.toScreen(seen.toMap(QPointF(x, y))).toPoint();
            REQUIRE(panels.rect().contains(at));
            painted += panels.pixelColor(at).alpha() != 0 ? 1 : 0;
        }
    CHECK(painted == 0);
    CHECK(panels.pixelColor(20, 20).alpha() == 255); // the title is there
}
