// SPDX-License-Identifier: MIT
#include "desktop/card_stack.h"
#include "desktop/household_panel.h"
#include "desktop/layer_panel.h"
#include "desktop/map_page.h"
#include "desktop/record_panel.h"
#include "desktop/table_stack.h"
#include "desktop/timeline.h"
#include "desktop/timeline_panel.h"
#include "desktop/unit_card_panel.h"
#include "desktop/why_panel.h"
#include "desktop/window_actions.h"
#include "desktop/window_docks.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

/// The button of the unit card whose text begins so.
QPushButton* cardButton(WindowFixture& fixture, const QString& text)
{
    for (auto* button : fixture.window->cards().unitCard().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith(text))
            return button;
    return nullptr;
}

void press(WindowFixture& fixture, QPushButton* button)
{
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
    fixture.settle();
}

void clickLine(WindowFixture& fixture, const QModelIndex& line)
{
    QTreeView* tree = fixture.window->why().tree();
    REQUIRE(line.isValid());
    tree->scrollTo(line);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(line).center());
    fixture.settle();
}

bool hasTable(const render::MapScene& scene, std::string_view source)
{
    return std::ranges::any_of(scene.tables,
                               [&](const auto& table) { return table->source == source; });
}

Date day(const char* iso)
{
    return *Date::fromIso(iso);
}

} // namespace

TEST_CASE("a number of the card opens its list in table, map and card; Esc ends it", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329102214");
    // 小河 has two unexited households of 4 and 2 persons.
    press(fixture, cardButton(fixture, "2"));
    REQUIRE(window.workbench().list());
    CHECK(window.workbench().list()->rows.size() == 2);
    CHECK(window.workbench().list()->persons == 6);
    CHECK(window.households().table()->model()->rowCount() == 2);
    const render::MapScene& scene = window.mapPage().map().scene();
    CHECK(hasTable(scene, "found"));
    CHECK(scene.hiddenLayers.contains("household"));
    fixture.picture("card-list");

    // A household chosen within the list lets go first, then the list.
    window.households().table()->selectRow(0);
    fixture.settle();
    CHECK(window.workbench().households().size() == 1);
    QTest::keyClick(&window.mapPage().map(), Qt::Key_Escape);
    CHECK(window.workbench().households().empty());
    CHECK(window.workbench().list());
    QTest::keyClick(&window.mapPage().map(), Qt::Key_Escape);
    fixture.settle();
    CHECK_FALSE(window.workbench().list());
    CHECK_FALSE(hasTable(window.mapPage().map().scene(), "found"));
    CHECK_FALSE(window.mapPage().map().scene().hiddenLayers.contains("household"));
}

TEST_CASE("a list of one unit ends when another unit is looked at", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    fixture.visit("532329102214");
    press(fixture, cardButton(fixture, "2"));
    REQUIRE(fixture.window->workbench().list());
    fixture.visit("532329102215");
    CHECK_FALSE(fixture.window->workbench().list());
}

TEST_CASE("the units below open as a list whose lines lead there", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329102000");
    press(fixture, cardButton(fixture, "下辖 2"));
    CHECK(window.tables().showsRecords());
    QTableView* table = window.tables().records().table();
    REQUIRE(table->model()->rowCount() == 2);
    CHECK(table->model()->index(0, 0).data().toString().contains("小河村委会"));
    fixture.picture("children");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    fixture.settle();
    CHECK(fixture.unitName() == "树沟村委会");
}

TEST_CASE("three clicks lead from the county to the households of a village and why", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329000000");
    press(fixture, cardButton(fixture, "为何未销号")); // one
    QTreeView* tree = window.why().tree();
    const QAbstractItemModel& model = *tree->model();
    REQUIRE(tree->isVisible());
    CHECK(window.why().sentence().contains("武定县"));
    const auto lineOf = [&](const QString& text, const QModelIndex& above) {
        for (int row = 0; row < model.rowCount(above); ++row)
            if (model.index(row, 0, above).data().toString().contains(text))
                return model.index(row, 0, above);
        return QModelIndex();
    };
    clickLine(fixture, lineOf("高桥镇", {})); // two
    const QModelIndex town = lineOf("高桥镇", {});
    clickLine(fixture, lineOf("小河村委会", town)); // three
    const QModelIndex village = lineOf("小河村委会", lineOf("高桥镇", {}));
    CHECK(fixture.unitName() == "小河村委会");
    const QModelIndex household = lineOf("5323291022140001", village);
    REQUIRE(household.isValid());
    CHECK(tree->visualRect(household).isValid());
    fixture.picture("why");

    clickLine(fixture, household);
    REQUIRE(window.workbench().households().size() == 1);
    CHECK(window.cards().showsHousehold());
    const auto& selections = window.mapPage().map().scene().selections;
    CHECK(selections.back().source == "household");
    CHECK(model.rowCount(lineOf("5323291022140001", village)) > 0); // what it lacks
}

TEST_CASE("the timeline shows a neighbour while it is dragged, and the day when let go",
          "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    Timeline& timeline = window.mapPage().timeline().timeline();
    const Workbench& workbench = window.workbench();
    REQUIRE(
        QTest::qWaitFor([&] { return window.mapPage().timeline().keeper().isComplete(); }, 60000));
    REQUIRE(timeline.content().start == day("2020-03-30"));
    REQUIRE(timeline.content().end == day("2020-06-30"));
    CHECK(timeline.content().flags.size() == 4); // the fifth lies behind the end
    const auto at = [&](Date date) { return QPoint(qRound(timeline.xOf(date)), 30); };
    QTest::mousePress(&timeline, Qt::LeftButton, {}, at(day("2020-06-16")));
    CHECK(timeline.date() == day("2020-06-16"));
    CHECK(workbench.view().snapshot.asOf == day("2020-06-15")); // the week's day is prepared
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, at(day("2020-06-16")));
    fixture.settle();
    CHECK(workbench.view().snapshot.asOf == day("2020-06-16"));
    CHECK(fixture.unitName() == "楚雄彝族自治州");
    fixture.picture("timeline");

    window.actions().dateForward->trigger();
    fixture.settle();
    CHECK(window.actions().dateForward->shortcut() == QKeySequence(Qt::Key_BracketRight));
    CHECK(workbench.view().snapshot.asOf == day("2020-06-20")); // a deadline
    window.actions().dateBack->trigger();
    fixture.settle();
    CHECK(workbench.view().snapshot.asOf == day("2020-06-15"));
}

TEST_CASE("a list stays when the date changes, counted anew", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    fixture.visit("532329102214");
    press(fixture, cardButton(fixture, "2"));
    window.mapPage().timeline().goTo(day("2020-06-30"));
    fixture.settle();
    REQUIRE(window.workbench().list());
    CHECK(window.workbench().list()->rows.size() == 2);
    CHECK(window.households().table()->model()->rowCount() == 2);
}

TEST_CASE("persons instead of households: legends and the remaining figures change", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    LayerPanel& layers = fixture.window->layers();
    layers.setVisible("village-remaining-households", true);
    fixture.settle();
    layers.setMeasure(Measure::Persons);
    fixture.settle();
    const auto& hidden = layers.hidden();
    CHECK(hidden.contains("village-remaining-households"));
    CHECK_FALSE(hidden.contains("village-remaining"));
    layers.setMeasure(Measure::Households);
    fixture.settle();
    CHECK_FALSE(layers.hidden().contains("village-remaining-households"));
}

TEST_CASE("comparing two dates draws what changed and lists it", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    TimelinePanel& timeline = window.mapPage().timeline();
    timeline.goTo(day("2020-03-30")); // before the data speak of anybody
    fixture.settle();
    QTest::mouseClick(timeline.compareButton(), Qt::LeftButton);
    CHECK(timeline.changes().from() == day("2020-03-30"));
    timeline.goTo(day("2020-05-06"));
    fixture.settle();
    REQUIRE(timeline.changes().changes());
    CHECK(hasTable(window.mapPage().map().scene(), "change"));
    CHECK(window.tables().showsRecords());
    fixture.picture("changes");
    QTest::mouseClick(timeline.compareButton(), Qt::LeftButton);
    fixture.settle();
    CHECK_FALSE(timeline.changes().from());
    CHECK_FALSE(hasTable(window.mapPage().map().scene(), "change"));
}
