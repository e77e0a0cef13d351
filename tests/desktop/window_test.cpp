// SPDX-License-Identifier: MIT
#include "desktop/breadcrumb.h"
#include "desktop/card_stack.h"
#include "desktop/household_panel.h"
#include "desktop/layer_panel.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/search_box.h"
#include "desktop/status_line.h"
#include "desktop/unit_tree_model.h"
#include "desktop/unit_tree_panel.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

RowIndex unit(WindowFixture& fixture, const char* code)
{
    return findUnit(fixture.window->workbench().units(), *UnitCode::parse(code));
}

QStringList crumbs(const MainWindow& window)
{
    QStringList names;
    for (const auto* button : window.findChild<Breadcrumb*>()->findChildren<QToolButton*>()) {
        if (button->isVisible() && !button->text().isEmpty())
            names << button->text();
    }
    return names;
}

/// All texts a card shows.
QString shownTexts(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join('|');
}

} // namespace

TEST_CASE("a workspace opens with the whole prefecture on the map", "[desktop]")
{
    WindowFixture fixture;
    CHECK_FALSE(fixture.window->showsMap());
    const std::string before = bytesOf(fixture.workspace);
    fixture.openWorkspace();
    CHECK(fixture.window->showsMap());
    CHECK(fixture.unitName() == "楚雄彝族自治州");
    CHECK(fixture.window->mapPage().map().isSharp());
    CHECK(fixture.window->windowTitle() == "挂图 — 小河.sqlite");
    CHECK(fixture.window->status().scale().startsWith("1:"));
    fixture.picture("open");
    // Looking at a workspace leaves its bytes alone.
    CHECK(bytesOf(fixture.workspace) == before);
}

TEST_CASE("a narrow window folds the units above, and every mode stays in sight", "[desktop]")
{
    for (const Language language : {Language::Chinese, Language::English}) {
        WindowFixture fixture({1024, 700});
        fixture.texts.switchTo(language);
        fixture.openWorkspace();
        fixture.visit("532329102214");
        MainWindow& window = *fixture.window;
        const auto* modes = window.findChild<ModeBar*>();
        REQUIRE(modes->isVisible());
        CHECK(modes->mapTo(&window, QPoint(modes->width(), 0)).x() <= window.width());
        CHECK(crumbs(window).front() == "…");
        CHECK(crumbs(window).back() == "小河村委会");
        for (const auto* part : window.findChild<Breadcrumb*>()->findChildren<QToolButton*>())
            if (part->isVisible())
                CHECK(part->width() >= part->sizeHint().width());
    }
}

TEST_CASE("going to a village moves tree, breadcrumb, map, card and table together", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    const double wide = window.mapPage().map().view().metresPerPixel;
    window.unitTree().tree()->expandAll();
    auto* model = static_cast<UnitTreeModel*>(window.unitTree().tree()->model());
    window.unitTree().tree()->setCurrentIndex(model->indexOf(unit(fixture, "532329102214")));
    fixture.settle();

    CHECK(fixture.unitName() == "小河村委会");
    CHECK(crumbs(window) == QStringList{"楚雄彝族自治州", "武定县", "高桥镇", "小河村委会"});
    CHECK(window.mapPage().map().view().metresPerPixel < wide / 2);
    CHECK(shownTexts(window.cards()).contains("小河村委会"));
    CHECK(window.households().table()->model()->rowCount() > 0);
    // Outside the township the map is paler; the village is the choice on it.
    CHECK(window.mapPage().map().scene().focus.size() == 1);
    REQUIRE(window.mapPage().map().scene().selections.size() == 1);
    CHECK(window.mapPage().map().scene().selections[0].source == "village");

    window.actions().unitUp->trigger();
    fixture.settle();
    CHECK(fixture.unitName() == "高桥镇");
    CHECK(window.unitTree().tree()->currentIndex() ==
          model->indexOf(unit(fixture, "532329102000")));
    fixture.picture("drill");
}

TEST_CASE("a click on the map looks at the village there; a household opens its card", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    window.workbench().visit(unit(fixture, "532329102000"));
    fixture.settle();
    const render::MapView before = window.mapPage().map().view();
    fixture.clickMap({102.08, 25.53});
    CHECK(fixture.unitName() == "小河村委会");
    CHECK(window.mapPage().map().view() == before); // looking does not move the map

    window.workbench().visit(unit(fixture, "532329102214"));
    fixture.settle();
    window.mapPage().map().zoomBy(4, fixture.onMap({102.05, 25.60}));
    fixture.settle();
    fixture.clickMap({102.05, 25.60});
    REQUIRE(window.workbench().households().size() == 1);
    CHECK(window.workbench().view().snapshot.households.code[window.workbench().households()[0]] ==
          "5323291022140001");
    CHECK(window.cards().showsHousehold());
    CHECK(shownTexts(window.cards()).contains("未脱贫户"));
    CHECK(shownTexts(window.cards()).contains("C 级"));
    fixture.picture("household");
}

TEST_CASE("what is chosen in the table is chosen on the map, and the other way round", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    window.households().setQuery({});
    fixture.settle();
    QTableView* table = window.households().table();
    REQUIRE(table->model()->rowCount() == 6);
    table->selectRow(2);
    fixture.settle();
    REQUIRE(window.workbench().households().size() == 1);
    const auto& selections = window.mapPage().map().scene().selections;
    REQUIRE_FALSE(selections.empty());
    CHECK(selections.back().source == "household");

    window.workbench().chooseHouseholds({0, 4});
    CHECK(table->selectionModel()->selectedRows().size() == 2);
    window.actions().clearSelection->trigger();
    CHECK(table->selectionModel()->selectedRows().empty());
}

TEST_CASE("the table filters, sorts and copies for a spreadsheet", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    HouseholdQuery query;
    query.filters[HouseholdColumn::Class] = {"unexited"};
    query.sortBy = HouseholdColumn::Persons;
    query.descending = true;
    window.households().setQuery(query);
    fixture.settle();
    CHECK(window.households().table()->model()->rowCount() == 3);
    fixture.picture("filter");
    window.actions().copy->trigger();
    const QStringList lines = QApplication::clipboard()->text().split('\n');
    REQUIRE(lines.size() == 5); // header, three households, the end
    CHECK(lines[0].split('\t').first() == "户编号");
    CHECK(lines[1].split('\t').first() == "5323291022140001");
    CHECK(lines[1].split('\t').contains("4"));
    CHECK(lines[1].split('\t').size() == householdColumnCount);
}

TEST_CASE("typing initials finds the township, Enter goes there", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    SearchBox& search = fixture.window->search();
    search.setFocus();
    QTest::keyClicks(&search, "gqz");
    CHECK(search.popup()->isVisible());
    CHECK(search.popup()->model()->index(0, 0).data().toString() == "高桥镇");
    QTest::keyClick(&search, Qt::Key_Return);
    fixture.settle();
    CHECK(fixture.unitName() == "高桥镇");
    CHECK_FALSE(search.popup()->isVisible());
}

TEST_CASE("the window changes its language while it runs", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    window.actions().english->trigger();
    fixture.settle();
    CHECK(window.windowTitle().startsWith("Guatu"));
    CHECK(window.households().table()->model()->headerData(0, Qt::Horizontal).toString() ==
          "Household code");
    CHECK(window.mapPage().map().scene().language == Language::English);
    CHECK(fixture.settings.language() == Language::English);
    fixture.picture("english");
    window.actions().chinese->trigger();
    fixture.settle();
    CHECK(window.windowTitle().startsWith("挂图"));
}

TEST_CASE("a language that one run was started with is not kept", "[desktop]")
{
    WindowFixture fixture; // has loaded the catalogue and the application
    Settings settings(fromPath(fixture.folder / "other.ini"));
    Texts texts(Language::English);
    {
        const MainWindow window(settings, texts);
    }
    CHECK(settings.language() == Language::Chinese);
    fixture.settle();
}

TEST_CASE("a layer that is switched off leaves the map and stays in the list", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    QTreeWidget* tree = window.layers().tree();
    const int lines = tree->topLevelItemCount();
    REQUIRE(lines > 0);
    window.layers().setVisible("boundary-county", false);
    fixture.settle();
    CHECK(window.mapPage().map().scene().hiddenLayers.contains("boundary-county"));
    CHECK(tree->topLevelItemCount() == lines);
}

TEST_CASE("errors are said in place and leave the window usable", "[desktop]")
{
    WindowFixture fixture;
    fixture.window->openFile(fixture.folder.write("坏.sqlite", "no database"));
    fixture.settle();
    CHECK(fixture.window->messages().isVisible());
    CHECK_FALSE(fixture.window->messages().message().id.empty());
    CHECK_FALSE(fixture.window->showsMap());
    fixture.openWorkspace();
    CHECK_FALSE(fixture.window->messages().isVisible());
}

TEST_CASE("closing a workspace shows the start page, which remembers it", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    fixture.window->actions().close->trigger();
    fixture.settle();
    CHECK_FALSE(fixture.window->showsMap());
    CHECK_FALSE(fixture.window->workbench().isOpen());
    CHECK(RecentFiles(fixture.settings).list().front().file == fixture.workspace);
    fixture.picture("start");
}

TEST_CASE("at 1024 by 700 the card becomes a tab and the map keeps its room", "[desktop]")
{
    WindowFixture fixture({1024, 700});
    fixture.openWorkspace();
    const MapWidget& map = fixture.window->mapPage().map();
    CHECK(fixture.window->width() == 1024);
    CHECK(map.width() >= 640);
    CHECK(map.height() >= 400);
    fixture.picture("narrow");
}
