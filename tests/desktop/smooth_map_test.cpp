// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "desktop/map_page.h"
#include "render/map_cache.h"
#include "support/catch.h"
#include "thread_watch.h"
#include "window_fixture.h"

#include <QTest>
#include <QWheelEvent>

#include <fstream>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

// What the thread of the window may spend on one event before a hand feels it.
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr double mostMilliseconds = 500;
#else
constexpr double mostMilliseconds = 50;
#endif

/// Drags by small steps and lets the map answer after each.
void drag(MapWidget& map, QPoint from, QPoint step, int steps)
{
    QTest::mousePress(&map, Qt::LeftButton, {}, from);
    for (int i = 1; i <= steps; ++i) {
        QTest::mouseMove(&map, from + step * i);
        QApplication::processEvents();
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, from + step * steps);
}

void turnWheel(MapWidget& map, QPoint at, int turns)
{
    QWheelEvent event(at, map.mapToGlobal(at), {}, {0, turns * 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map, &event);
}

} // namespace

TEST_CASE("a map at rest leaves a cache beside the workspace, and the workspace as it was",
          "[desktop]")
{
    WindowFixture fixture;
    const std::string before = bytesOf(fixture.workspace);
    fixture.openWorkspace();
    const auto cache = render::mapCacheFile(fixture.workspace);
    REQUIRE(waitFor([&] { return std::filesystem::exists(cache); }));
    CHECK(bytesOf(fixture.workspace) == before);

    SECTION("one that was damaged is replaced")
    {
        const std::string good = bytesOf(cache);
        fixture.window.reset();
        std::ofstream(cache, std::ios::binary) << "no cache at all";
        fixture.window = std::make_unique<MainWindow>(fixture.settings, fixture.texts);
        fixture.window->show();
        fixture.openWorkspace();
        CHECK(waitFor([&] { return bytesOf(cache).size() > good.size() / 2; }));
    }
    SECTION("one that cannot be written is done without")
    {
        fixture.window.reset();
        std::filesystem::remove(cache);
        std::filesystem::create_directory(cache); // a place where no file can be
        fixture.window = std::make_unique<MainWindow>(fixture.settings, fixture.texts);
        fixture.window->show();
        fixture.openWorkspace();
        auto* keeper = fixture.window->findChild<MapCacheKeeper*>();
        REQUIRE(keeper);
        std::optional<bool> saved;
        QObject::connect(keeper, &MapCacheKeeper::ended, keeper, [&](bool done) { saved = done; });
        REQUIRE(waitFor([&] { return saved.has_value(); }));
        CHECK_FALSE(*saved);
        CHECK(fixture.window->mapPage().map().isSharp());
        CHECK(std::filesystem::is_empty(cache));
    }
}

TEST_CASE("while the map is dragged, sharp pictures follow before the hand rests", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    int shown = 0;
    QObject::connect(&map, &MapWidget::pictureShown, &map, [&shown] { ++shown; });
    QTest::mousePress(&map, Qt::LeftButton, {}, {200, 200});
    // A hand that never rests: every event of the map is followed by the next move.
    REQUIRE(waitFor([&, x = 200]() mutable {
        x += x < 600 ? 1 : -300;
        QTest::mouseMove(&map, {x, 210});
        return shown >= 3;
    }));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {400, 210});
    fixture.settle();
    CHECK(map.picture().view == map.view());
}

TEST_CASE("pans and zooms never keep the window from answering", "[desktop]")
{
    auto& watched = dynamic_cast<WatchedApplication&>(application());
    WindowFixture fixture;
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    watched.startWatch();
    for (int round = 0; round < 3; ++round) {
        drag(map, {300, 300}, {9, -5}, 25);
        turnWheel(map, {250, 200}, 3);
        waitFor([&] { return map.isSharp(); });
        drag(map, {500, 200}, {-7, 4}, 25);
        turnWheel(map, {400, 300}, -4);
        waitFor([&] { return map.isSharp(); });
    }
    fixture.settle();
    INFO(watched.longestEvent().toStdString());
    CHECK(watched.longest() > 0); // or nothing was watched
    CHECK(watched.longest() < mostMilliseconds);
}
