// SPDX-License-Identifier: MIT
#include "desktop/recent_files.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::desktop;
using guatu::test::TemporaryFolder;

TEST_CASE("recent files stand newest first, once each, at most eight", "[desktop]")
{
    const TemporaryFolder folder;
    Settings settings(fromPath(folder / "settings.ini"));
    RecentFiles recent(settings);
    const QDateTime day(QDate(2020, 5, 6), QTime(8, 0));
    for (int i = 0; i < 10; ++i)
        recent.add(folder.write("w" + std::to_string(i) + ".sqlite", "x"), day.addSecs(i));
    recent.add(folder / "w5.sqlite", day.addDays(1));

    const auto files = recent.list();
    REQUIRE(files.size() == 8);
    CHECK(files[0].file == folder / "w5.sqlite");
    CHECK(files[0].openedAt == day.addDays(1));
    CHECK(files[1].file == folder / "w9.sqlite");
    CHECK(files[0].reachable);

    recent.clear();
    CHECK(recent.list().isEmpty());
}

TEST_CASE("a recent file that is gone is shown as such", "[desktop]")
{
    const TemporaryFolder folder;
    Settings settings(fromPath(folder / "settings.ini"));
    RecentFiles recent(settings);
    recent.add(folder / "移动硬盘" / "a.sqlite", QDateTime::currentDateTime());
    REQUIRE(recent.list().size() == 1);
    CHECK_FALSE(recent.list().front().reachable);
    CHECK(recent.list().front().file.filename() == "a.sqlite");
}

TEST_CASE("language and window come back the next day; Chinese is the first", "[desktop]")
{
    const TemporaryFolder folder;
    const QString file = fromPath(folder / "settings.ini");
    {
        Settings settings(file);
        CHECK(settings.language() == Language::Chinese);
        CHECK(settings.colours() == ColourVariant::Standard);
        settings.setLanguage(Language::English);
        settings.setColours(ColourVariant::Grey);
        settings.setWindow("geometry", "docks");
    }
    const Settings settings(file);
    CHECK(settings.language() == Language::English);
    CHECK(settings.colours() == ColourVariant::Grey);
    CHECK(settings.windowGeometry() == "geometry");
    CHECK(settings.dockState() == "docks");
}
