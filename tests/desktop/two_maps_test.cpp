// SPDX-License-Identifier: MIT
#include "desktop/magnifier.h"
#include "desktop/map_page.h"
#include "desktop/split_side.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QTest>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

bool inStep(const MapWidget& a, const MapWidget& b)
{
    return a.view().center == b.view().center &&
           a.view().metresPerPixel == b.view().metresPerPixel &&
           a.view().rotation == b.view().rotation;
}

} // namespace

TEST_CASE("two maps show the same place of two dates, whichever is moved", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    MapWidget& left = window.mapPage().map();
    window.actions().split->trigger();
    fixture.settle();
    SplitSide* side = window.mapPage().split();
    REQUIRE(side);
    MapWidget& right = side->map();
    side->showDate(*Date::fromIso("2020-04-30"));
    REQUIRE(waitFor([&] { return side->isReady() && left.isSharp(); }));
    CHECK(side->title() == "2020-04-30");
    CHECK(inStep(left, right));
    CHECK(right.scene().tables != left.scene().tables);
    CHECK(std::abs(left.width() - right.width()) < left.width() / 10);
    fixture.picture("split-dates");

    left.zoomBy(2, {100, 120});
    left.turnBy(40, {50, 50});
    CHECK(inStep(left, right));
    right.panBy({-60, 25});
    CHECK(inStep(left, right));
    CHECK(left.view().rotation == Approx(40));

    QTest::keyClick(&right, Qt::Key_Escape);
    CHECK_FALSE(window.mapPage().split());
    CHECK_FALSE(window.actions().split->isChecked());
    fixture.settle();
}

TEST_CASE("a click on either of two maps chooses the same unit", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    window.actions().split->trigger();
    fixture.settle();
    SplitSide* side = window.mapPage().split();
    REQUIRE(side);
    side->showDate(*Date::fromIso("2020-04-30"));
    REQUIRE(waitFor([&] { return side->isReady() && window.mapPage().map().isSharp(); }));
    QString title;
    for (const QLabel* label : side->map().findChildren<QLabel*>())
        title += label->text() + ' ';
    Workbench& workbench = window.workbench();
    const auto nameOf = [&](RowIndex unit) {
        return QString::fromStdString(
            std::string(workbench.units().name[static_cast<std::size_t>(unit)]));
    };
    CHECK(title.contains(nameOf(workbench.stage())));
    CHECK(title.contains("2020-04-30"));

    const auto clicked = [&](MapWidget& map, QPoint at) {
        workbench.pick(workbench.stage());
        QTest::mouseClick(&map, Qt::LeftButton, Qt::NoModifier, at);
        return workbench.unit();
    };
    const QPoint middle = side->map().rect().center();
    const RowIndex unit = clicked(side->map(), middle);
    CHECK(unit != noRow);
    CHECK(clicked(window.mapPage().map(), window.mapPage().map().rect().center()) == unit);
    fixture.settle();
}

TEST_CASE("two maps show two themes, at every scale", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    window.actions().split->trigger();
    SplitSide* side = window.mapPage().split();
    REQUIRE(side);
    side->showTheme("village-incidence");
    REQUIRE(waitFor([&] { return side->isReady(); }));
    fixture.picture("split-themes");
    const auto& hidden = side->map().scene().hiddenLayers;
    for (const char* level : {"village", "town", "county"}) {
        CHECK_FALSE(hidden.contains(std::string(level) + "-incidence"));
        CHECK(hidden.contains(std::string(level) + "-status"));
    }
    CHECK(side->map().scene().tables == window.mapPage().map().scene().tables);
    CHECK_FALSE(window.mapPage().map().scene().hiddenLayers.contains("village-status"));
    window.actions().close->trigger();
    CHECK_FALSE(window.mapPage().split());
    fixture.settle();
}

TEST_CASE("the lens follows the pointer and shows its place larger, sharp", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    MainWindow& window = *fixture.window;
    MapWidget& map = window.mapPage().map();
    Magnifier& lens = window.mapPage().magnifier();
    window.actions().magnifier->trigger();
    QTest::mouseMove(&map, fixture.onMap({102.05, 25.60}));
    REQUIRE(waitFor([&] { return lens.isSharp(); }));
    CHECK(lens.isVisible());
    CHECK(lens.view().metresPerPixel == Approx(map.view().metresPerPixel / 3));
    const QPoint pointer = fixture.onMap({102.05, 25.60});
    CHECK((lens.geometry().center() - pointer).manhattanLength() <= 2);
    fixture.picture("magnifier");
    QTest::keyClick(&map, Qt::Key_4);
    REQUIRE(waitFor([&] { return lens.isSharp(); }));
    CHECK(lens.view().metresPerPixel == Approx(map.view().metresPerPixel / 4));
    fixture.clickMap({102.02, 25.52}); // through the lens
    CHECK(fixture.unitName() == "小河村委会");
    QTest::keyClick(&map, Qt::Key_Escape);
    CHECK_FALSE(lens.isVisible());
    CHECK_FALSE(window.actions().magnifier->isChecked());
    fixture.settle();
}
