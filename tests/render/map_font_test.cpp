// SPDX-License-Identifier: MIT
#include "render/map_font.h"

#include "render/map_text.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <QFontDatabase>

using namespace guatu;
using namespace guatu::render;

namespace
{

constexpr const char* nowhere = "No Such Family 4711";

/// The map's own font again, whatever happens.
struct Restored {
    explicit Restored(std::string family) : own(std::move(family)) {}
    ~Restored() { setMapFamily(own); }
    Restored(const Restored&) = delete;
    Restored& operator=(const Restored&) = delete;
    std::string own;
};

} // namespace

TEST_CASE("a font that is installed is used as it is", "[render]")
{
    needGui();
    // Of all families Qt names some that stand for others, as Serif.
    const QStringList installed = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    REQUIRE_FALSE(installed.isEmpty());
    CHECK(familyFor(installed.back().toStdString()) == installed.back().toStdString());
}

TEST_CASE("where the map's font is missing another draws the names, and both are named", "[render]")
{
    needGui();
    const Restored restored(mapFont(12, false).family().toStdString());
    const MapScene scene = test::countyScene(2, 0);
    MapView view;
    view.center = {500000, 2850000};
    view.metresPerPixel = 50;
    const std::size_t names = drawMap(scene, view).labels.size();
    REQUIRE(names > 5);

    setMapFamily(nowhere);
    const auto font = fontSubstitution();
    REQUIRE(font);
    CHECK(font->wanted == nowhere);
    CHECK(font->used != nowhere);
    CHECK_FALSE(font->used.empty());
    CHECK(QFontDatabase::hasFamily(QString::fromStdString(font->used)));
    CHECK(mapFont(12, false).family().toStdString() == font->used);
    MapScene anew = scene;
    anew.cache = makeSceneCache();
    const MapPicture picture = drawMap(anew, view);
    CHECK(picture.complete);
    CHECK(picture.labels.size() > 5);

    setMapFamily(font->used);
    CHECK_FALSE(fontSubstitution());
}
