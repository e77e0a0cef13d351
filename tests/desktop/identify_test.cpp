// SPDX-License-Identifier: MIT
#include "desktop/card_stack.h"
#include "desktop/identify_list.h"
#include "desktop/map_page.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QListView>
#include <QTest>
#include <QToolButton>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

/// Clicks the ring of a hamlet of four households.
IdentifyList& clickRing(WindowFixture& fixture)
{
    addHamlet(fixture.workspace, fixture.folder);
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    constexpr double scale = 40; // metres a pixel: about 1:150 000
    map.centerOn(map.view().toMap(fixture.onMap({102.08, 25.65})), scale);
    fixture.settle();
    fixture.clickMap({102.08, 25.65});
    fixture.picture("identify");
    return *map.findChild<IdentifyList*>();
}

std::vector<std::uint32_t> chosen(const MainWindow& window)
{
    return const_cast<MainWindow&>(window).workbench().households();
}

} // namespace

TEST_CASE("a click on a ring offers each household in it, by keys and by mouse", "[desktop]")
{
    WindowFixture fixture;
    IdentifyList& list = clickRing(fixture);
    MainWindow& window = *fixture.window;
    REQUIRE(list.isVisible());
    QListView& rows = list.list();
    std::set<std::uint32_t> reached;
    const int count = rows.model()->rowCount();
    REQUIRE(count == 5); // and their village
    for (int i = 1; i < count; ++i) {
        QTest::keyClick(&rows, Qt::Key_Down);
        fixture.settle();
        CHECK(rows.currentIndex().row() == i);
        if (i + 1 < count) {
            REQUIRE(chosen(window).size() == 1);
            reached.insert(chosen(window).front());
            CHECK(window.cards().showsHousehold());
        }
    }
    CHECK(window.cards().showsUnit()); // the last is the village
    CHECK(chosen(window).empty());
    QTest::mouseClick(rows.viewport(), Qt::LeftButton, {},
                      rows.visualRect(rows.model()->index(0, 0)).center());
    fixture.settle();
    REQUIRE(chosen(window).size() == 1);
    reached.insert(chosen(window).front());
    CHECK(reached.size() == static_cast<std::size_t>(count) - 1);
    QTest::keyClick(&rows, Qt::Key_Escape);
    CHECK_FALSE(list.isVisible());
    CHECK(chosen(window).size() == 1); // closing lets nothing go
}

TEST_CASE("the households of a ring become the list below the map", "[desktop]")
{
    WindowFixture fixture;
    IdentifyList& list = clickRing(fixture);
    const int households = list.list().model()->rowCount() - 1;
    const auto buttons = list.findChildren<QToolButton*>();
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
    fixture.settle();
    CHECK_FALSE(list.isVisible());
    REQUIRE(fixture.window->workbench().list());
    CHECK(fixture.window->workbench().list()->rows.size() == static_cast<std::size_t>(households));
}

TEST_CASE("where one thing lies a click chooses it without asking", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    fixture.clickMap({102.02, 25.52});
    CHECK(fixture.unitName() == "小河村委会");
    CHECK_FALSE(fixture.window->mapPage().map().findChild<IdentifyList*>()->isVisible());
}
