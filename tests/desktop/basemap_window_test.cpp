// SPDX-License-Identifier: MIT
#include "desktop/ground_keeper.h"
#include "desktop/keys_dialog.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "support/tile_server.h"
#include "window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

TileAnswer yellow(const TileRequest&)
{
    return {200, plainTile(QColor(250, 240, 120))};
}

/// A window whose user has a basemap of the server's.
struct BasemapFixture {
    explicit BasemapFixture(TileServer::Answer answer, const std::string& path = "/{z}/{x}/{y}",
                            const std::string& more = "")
        : server(std::move(answer))
    {
        std::filesystem::create_directories(fixture.folder / "basemaps");
        (void)fixture.folder.write("basemaps/local.json", server.definition(path, more));
        reopenWindow();
    }
    /// The next day.
    void reopenWindow()
    {
        fixture.window = std::make_unique<MainWindow>(fixture.settings, fixture.texts);
        fixture.window->resize(1200, 800);
        fixture.window->show();
        fixture.openWorkspace();
    }
    [[nodiscard]] MapPage& page() { return fixture.window->mapPage(); }
    [[nodiscard]] GroundKeeper& keeper() { return *page().findChild<GroundKeeper*>(); }
    [[nodiscard]] QAction* choice(const QString& title)
    {
        for (QAction* action : fixture.window->actions().basemaps->actions())
            if (action->text() == title)
                return action;
        return nullptr;
    }
    [[nodiscard]] std::string note() { return fixture.window->messages().message().id; }

    WindowFixture fixture;
    TileServer server;
};

} // namespace

TEST_CASE("a basemap is chosen from the menu, drawn under the map and credited", "[desktop]")
{
    BasemapFixture its(yellow);
    its.fixture.window->actions().online->trigger();
    QAction* action = its.choice("本机");
    REQUIRE(action);
    action->trigger();
    its.fixture.settle();
    CHECK(action->isChecked());
    const render::MapScene& scene = its.page().map().scene();
    REQUIRE_FALSE(scene.background.empty());
    CHECK(scene.credit == "测试图");
    const QImage picture = its.page().map().picture().image;
    const QColor corner = picture.pixelColor(5, picture.height() / 2);
    CHECK(corner.blue() < 235); // yellow shows, paled outside the unit
    auto credited = its.page().findChildren<QLabel*>();
    CHECK(std::ranges::any_of(credited, [](const QLabel* label) {
        return label->text() == "测试图" && label->isVisible();
    }));
    its.fixture.picture("basemap-window");
    its.fixture.window->actions().noBackground->trigger();
    its.fixture.settle();
    CHECK(its.page().map().scene().background.empty());
    CHECK(its.page().map().scene().credit.empty());
}

TEST_CASE("until the user allows it the window opens no socket", "[desktop]")
{
    BasemapFixture its(yellow);
    CHECK_FALSE(its.fixture.window->actions().online->isChecked());
    its.choice("本机")->trigger();
    its.fixture.settle();
    CHECK(its.server.connections == 0);
    CHECK(its.note() == "desktop.basemap.offline");
    its.keeper().setOnline(true); // what the note offers
    its.fixture.settle();
    CHECK(its.server.connections > 0);
    CHECK_FALSE(its.page().map().scene().background.empty());
    its.fixture.window->actions().online->trigger(); // off again
    const std::size_t asked = its.server.requests.size();
    its.page().map().zoomBy(4);
    its.fixture.settle();
    CHECK(its.server.requests.size() == asked);
}

TEST_CASE("network, basemap, grids and locator are as they were the next day", "[desktop]")
{
    BasemapFixture its(yellow);
    its.fixture.window->actions().online->trigger();
    its.fixture.window->actions().graticule->trigger();
    its.fixture.window->actions().locator->trigger();
    its.choice("本机")->trigger();
    its.fixture.settle();
    its.reopenWindow();
    its.fixture.settle();
    const WindowActions& actions = its.fixture.window->actions();
    CHECK(actions.online->isChecked());
    CHECK(actions.graticule->isChecked());
    CHECK(actions.locator->isChecked());
    CHECK_FALSE(actions.kilometreGrid->isChecked());
    CHECK(its.choice("本机")->isChecked());
    CHECK(its.page().map().scene().graticule);
    CHECK_FALSE(its.page().map().scene().background.empty());
}

TEST_CASE("a key is asked for, kept in the settings and sent", "[desktop]")
{
    BasemapFixture its(yellow, "/{z}/{x}/{y}?tk={own_key}",
                       R"(,"keys":[{"name":"own_key","title":{"zh":"测试密钥","en":"Test key"}}])");
    its.fixture.window->actions().online->trigger();
    its.choice("本机")->trigger();
    its.fixture.settle();
    CHECK(its.server.connections == 0);
    its.keeper().askKeys();
    auto* dialog = its.fixture.window->findChild<KeysDialog*>();
    REQUIRE(dialog);
    dialog->field("own_key")->setText(" abc123 ");
    dialog->accept();
    its.fixture.settle();
    REQUIRE_FALSE(its.server.requests.empty());
    CHECK(its.server.requests.front().path.endsWith("?tk=abc123"));
    CHECK(basemap::Preferences(its.fixture.settings.store()).keys()["own_key"] == "abc123");
    const auto permissions =
        std::filesystem::status(its.fixture.folder / "settings.ini").permissions();
    CHECK((permissions & std::filesystem::perms::others_read) == std::filesystem::perms::none);
}

TEST_CASE("what a service says is told in the message bar", "[desktop]")
{
    BasemapFixture its([](const TileRequest&) { return TileAnswer{403, "no"}; });
    its.fixture.window->actions().online->trigger();
    its.choice("本机")->trigger();
    its.fixture.settle();
    CHECK(its.note() == "basemap.refused");
}

TEST_CASE("a broken definition of the user's is told, the shipped basemaps stay", "[desktop]")
{
    BasemapFixture its(yellow);
    (void)its.fixture.folder.write("basemaps/broken.json", "{\"id\":1}");
    its.reopenWindow();
    its.fixture.settle();
    CHECK(its.choice("OpenStreetMap"));
    CHECK_FALSE(its.choice("本机"));
}
