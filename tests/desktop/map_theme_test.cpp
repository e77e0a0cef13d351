// SPDX-License-Identifier: MIT
#include "desktop/map_theme_menu.h"

#include "desktop/layer_panel.h"
#include "desktop/map_page.h"
#include "desktop/map_theme_dialog.h"
#include "desktop/map_theme_keeper.h"
#include "desktop/message_bar.h"
#include "desktop/window_actions.h"
#include "session/kept_looks.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

class ThemeFixture : public WindowFixture
{
public:
    ThemeFixture()
    {
        openWorkspace();
        visit("532329102000");
    }
    [[nodiscard]] MapThemeKeeper& keeper() { return *window->findChild<MapThemeKeeper*>(); }
    [[nodiscard]] QStringList menu()
    {
        emit window->actions().themes->aboutToShow();
        QStringList titles;
        for (const QAction* action : window->actions().themes->actions())
            if (!action->isSeparator())
                titles << action->text();
        return titles;
    }
    void press(const QString& title)
    {
        emit window->actions().themes->aboutToShow();
        for (QAction* action : window->actions().themes->actions())
            if (action->text() == title)
                action->trigger();
    }
    void keepAs(const QString& name)
    {
        press(texts("desktop.theme.keep"));
        auto* dialog = window->findChild<QInputDialog*>();
        REQUIRE(dialog);
        dialog->setTextValue(name);
        dialog->accept();
        REQUIRE(waitFor([&] { return keeper().isReady(); }));
        settle();
    }
};

} // namespace

TEST_CASE("a map theme brings back what the map showed", "[desktop]")
{
    ThemeFixture fixture;
    MainWindow& window = *fixture.window;
    const MapTheme before = shownTheme(window, "调度图");
    window.layers().setVisible("village-incidence", true);
    window.layers().setVisible("road", false);
    window.actions().graticule->trigger();
    window.actions().locator->trigger();
    window.actions().colours->actions().back()->trigger(); // print in grey
    fixture.settle();
    fixture.keepAs("灰度发生率");
    const MapTheme kept = shownTheme(window, "灰度发生率");
    CHECK(kept.colours == ColourVariant::Grey);
    CHECK(kept.shown.contains("village-incidence"));
    CHECK_FALSE(kept.shown.contains("road"));
    CHECK(session::keptThemes(fixture.workspace).themes == std::vector<MapTheme>{kept});
    const QImage drawn = window.mapPage().map().picture().image;

    showTheme(window, before);
    fixture.settle();
    CHECK(shownTheme(window, "调度图") == before);
    CHECK(window.mapPage().map().picture().image != drawn);

    fixture.press("灰度发生率");
    fixture.settle();
    CHECK(shownTheme(window, "灰度发生率") == kept);
    CHECK(window.mapPage().map().picture().image == drawn);
    window.actions().colours->actions().front()->trigger();
    fixture.settle();
}

TEST_CASE("map themes are renamed and deleted", "[desktop]")
{
    ThemeFixture fixture;
    fixture.keepAs("甲");
    fixture.window->actions().graticule->trigger();
    fixture.keepAs("乙");
    CHECK(fixture.menu().mid(0, 2) == QStringList{"乙", "甲"});
    MapThemeDialog dialog(fixture.texts, fixture.keeper(), fixture.window.get());
    dialog.show();
    REQUIRE(dialog.list()->count() == 2);
    const auto settle = [&] { REQUIRE(waitFor([&] { return fixture.keeper().isReady(); })); };

    dialog.list()->item(0)->setText("甲"); // taken
    CHECK(fixture.window->messages().message().id == "desktop.theme.taken");
    settle();
    CHECK(dialog.list()->item(0)->text() == "乙");
    dialog.list()->item(0)->setText("丙");
    settle();
    CHECK(fixture.keeper().find("丙"));
    CHECK_FALSE(fixture.keeper().find("乙"));
    CHECK(fixture.keeper().find("丙")->graticule);

    dialog.list()->setCurrentRow(0);
    const std::string first = dialog.list()->item(0)->text().toStdString();
    dialog.deleteButton()->click();
    settle();
    CHECK_FALSE(fixture.keeper().find(first));
    CHECK(session::keptThemes(fixture.workspace).themes.size() == 1);
    fixture.settle();
}
