// SPDX-License-Identifier: MIT
#include "../trips/added_times.h"
#include "desktop/map_page.h"
#include "desktop/table_dialog.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_exporter.h"
#include "desktop/trip_lanes.h"
#include "desktop/trip_panel.h"
#include "desktop/trip_player.h"
#include "desktop/trip_replan_dialog.h"
#include "desktop/trip_side.h"
#include "desktop/trip_stop_row.h"
#include "desktop/window_actions.h"
#include "support/catch.h"
#include "trip_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QTimeEdit>

#include <fstream>
#include <set>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

constexpr trips::Seconds noon = 12 * 3600;

/// What stands in the side panel.
QString sideText(TripFixture& fixture)
{
    QString all;
    for (const QLabel* label : fixture.window->trip().side().findChildren<QLabel*>())
        all += label->text() + '\n';
    return all;
}

/// The lanes show what the matrix adds up to.
void checkTimes(const session::TripDraft& draft)
{
    for (const trips::DayPlan& day : draft.plan().days) {
        if (day.visits.empty())
            continue;
        std::vector<trips::Seconds> shown;
        for (const trips::Visit& visit : day.visits)
            shown.push_back(visit.arrival);
        shown.push_back(day.back);
        CHECK(shown == addedTimes(draft.problem(), day));
    }
}

QString contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return QString::fromStdString({std::istreambuf_iterator<char>(in), {}});
}

} // namespace

TEST_CASE("a planned trip stands in lanes, list and map, with what is left out and why",
          "[desktop][trip]")
{
    TripFixture fixture;
    CHECK_FALSE(fixture.keeper().draft());
    fixture.plan();
    fixture.picture("trip-planned");
    const session::TripDraft& draft = fixture.draft();
    CHECK(draft.plan().days.size() == 6);
    CHECK(draft.violations().empty());
    CHECK(fixture.window->trip().side().badge() == "校验通过");
    for (const std::string& code : {fixture.first, fixture.second, fixture.third, fixture.fourth,
                                    fixture.fifth, fixture.listed})
        CHECK(fixture.isPlanned(code));
    CHECK_FALSE(fixture.isPlanned(fixture.far));
    checkTimes(draft);

    const QString side = sideText(fixture);
    CHECK(side.contains("未排入 1"));
    CHECK(side.contains("最近道路距"));

    const auto& routes = fixture.window->mapPage().map().scene().routes;
    REQUIRE(routes);
    std::size_t badges = 0, lines = 0;
    for (const render::Route& route : routes->routes) {
        badges += route.stops.size();
        for (const auto& drive : route.drives)
            lines += drive.size() > 1 ? 1 : 0;
    }
    CHECK(badges > 4);
    CHECK(lines > 4);
    CHECK(routes->leftOut.size() == 1);
    // A badge on the map chooses its stop, and so does a block in the lanes.
    const auto& stop = routes->routes[fixture.spot(fixture.fourth).route].stops;
    REQUIRE_FALSE(stop.empty());
    QTest::mouseClick(fixture.window->trip().panel().lanes().viewport(), Qt::LeftButton, {},
                      fixture.block(fixture.fourth));
    CHECK(fixture.keeper().stop() == fixture.stop(fixture.fourth));
    CHECK(fixture.keeper().route() == fixture.spot(fixture.fourth).route);
}

TEST_CASE("a stop that is dragged to another day is re-timed, and undo brings it back",
          "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const trips::Itinerary before = fixture.draft().itinerary();
    const std::size_t stop = fixture.stop(fixture.fourth);
    const std::size_t home = fixture.spot(fixture.fourth).route;
    const std::size_t lane = home == 5 ? 2 : 5; // the third day of one of the teams
    TripLanes& lanes = fixture.window->trip().panel().lanes();
    fixture.dragInLanes(fixture.block(fixture.fourth), fixture.inLane(lane, 17 * 3600), [&] {
        // While it is held the lanes show the plan that would be, and nothing has changed.
        REQUIRE(lanes.preview());
        CHECK(lanes.preview()->plan.days[lane].visits.back().stop == stop);
        CHECK(fixture.draft().itinerary() == before);
        fixture.picture("trip-dragged");
    });
    CHECK_FALSE(lanes.preview());
    const std::size_t last = before[lane].stops.size();
    // As `guatu trip edit --move` does it.
    const trips::Itinerary moved = trips::moved(before, stop, {lane, last});
    CHECK(fixture.draft().itinerary() == moved);
    CHECK(fixture.draft().plan().days ==
          trips::checkedPlan(fixture.draft().problem(), moved).plan.days);
    checkTimes(fixture.draft());
    CHECK(fixture.keeper().route() == lane); // the choice goes with it
    CHECK(fixture.window->trip().panel().undoButton()->isEnabled());

    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.draft().itinerary() == before);
    QTest::mouseClick(fixture.window->trip().panel().redoButton(), Qt::LeftButton);
    fixture.settle();
    CHECK(fixture.draft().itinerary() == moved);
    // With the keys: one lane up, and back.
    QTest::mouseClick(lanes.viewport(), Qt::LeftButton, {}, fixture.block(fixture.fourth));
    QTest::keyClick(&lanes, Qt::Key_Up, Qt::ControlModifier);
    CHECK(fixture.spot(fixture.fourth).route == lane - 1);
    QTest::keyClick(&lanes, Qt::Key_Down, Qt::ControlModifier);
    CHECK(fixture.spot(fixture.fourth).route == lane);
}

TEST_CASE("a drag that is let go where it began, or ended by Escape, changes nothing",
          "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const trips::Itinerary before = fixture.draft().itinerary();
    TripLanes& lanes = fixture.window->trip().panel().lanes();
    const QPoint block = fixture.block(fixture.first);
    fixture.dragInLanes(block, block + QPoint(1, 0));
    CHECK(fixture.draft().itinerary() == before);
    fixture.dragInLanes(block, fixture.inLane(0, 17 * 3600), [&] {
        QTest::keyClick(&lanes, Qt::Key_Escape);
        CHECK_FALSE(lanes.preview());
    });
    CHECK(fixture.draft().itinerary() == before);
    CHECK_FALSE(fixture.draft().canUndo());
}

TEST_CASE("a village is fixed to Tuesday morning, and the rest is improved around it",
          "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    CHECK(fixture.draft().problem().days[1].iso() == "2020-05-12");
    // Its three hamlets, and what is visited in the village itself.
    const auto stops =
        session::stopsOfVillage(fixture.draft().problem(), fixture.stop(fixture.first));
    fixture.chooseInMenu(fixture.first,
                         {QString("全村定时（%1 站）").arg(stops.size()), "05-12 周二", "上午"});
    fixture.window->trip().panel().improveButton()->click();
    fixture.settle();
    fixture.picture("trip-tuesday");
    CHECK(fixture.draft().violations().empty());
    CHECK(fixture.window->trip().side().badge() == "校验通过");
    for (const std::string& code : {fixture.first, fixture.second, fixture.third}) {
        const trips::RouteSpot at = fixture.spot(code);
        const trips::DayPlan& day = fixture.draft().plan().days[at.route];
        CHECK(dateOf(fixture.draft().problem(), day).iso() == "2020-05-12");
        CHECK(day.visits[at.at].start <= noon);
    }
    // Dragged to Wednesday it breaks its hours, and that is said.
    const std::size_t wednesday = fixture.spot(fixture.first).route + 1;
    fixture.dragInLanes(fixture.block(fixture.first), fixture.inLane(wednesday, 17 * 3600));
    CHECK(fixture.window->trip().side().badge() == "1 处不符");
    CHECK(sideText(fixture).contains("当天不开放"));
    fixture.picture("trip-broken");
}

TEST_CASE("improving leaves locked stops on their day and team", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const std::size_t home = fixture.spot(fixture.fifth).route;
    const std::size_t lane = home == 5 ? 2 : 5;
    fixture.dragInLanes(fixture.block(fixture.fifth), fixture.inLane(lane, 9 * 3600));
    fixture.keeper().chooseStop(fixture.stop(fixture.fifth));
    QPushButton* lock = fixture.window->trip().panel().lockButton();
    CHECK(lock->text() == "锁定");
    QTest::mouseClick(lock, Qt::LeftButton);
    CHECK(lock->text() == "解锁");
    CHECK(fixture.draft().isLocked(fixture.stop(fixture.fifth)));
    fixture.window->trip().panel().improveButton()->click();
    fixture.settle();
    CHECK(fixture.spot(fixture.fifth).route == lane);
    CHECK(fixture.draft().violations().empty());
    CHECK(sideText(fixture).contains("已锁定"));
}

TEST_CASE("a hand's change while the rest is improved is kept", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const std::size_t home = fixture.spot(fixture.fourth).route;
    const std::size_t lane = home == 5 ? 2 : 5;
    fixture.window->trip().panel().improveButton()->click();
    fixture.dragInLanes(fixture.block(fixture.fourth), fixture.inLane(lane, 17 * 3600));
    CHECK(fixture.spot(fixture.fourth).route == lane);
}

TEST_CASE("rain closes the earth roads, and the trip is planned anew", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const trips::Itinerary dry = fixture.draft().itinerary();
    fixture.chooseMore("雨天：土路不通");
    CHECK(fixture.keeper().isRain());
    CHECK(fixture.window->trip().side().badge() != "校验通过");
    fixture.keeper().chooseStop(fixture.stop(fixture.third));
    CHECK(sideText(fixture).contains("无路可通"));
    fixture.picture("trip-rain");
    fixture.window->trip().panel().improveButton()->click();
    fixture.settle();
    CHECK(fixture.window->trip().side().badge() == "校验通过");
    CHECK_FALSE(fixture.isPlanned(fixture.third));
    CHECK(fixture.isPlanned(fixture.second));
    CHECK(sideText(fixture).contains("未排入 2"));
    fixture.picture("trip-replanned");
    fixture.window->actions().undo->trigger();
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK_FALSE(fixture.keeper().isRain());
    CHECK(fixture.draft().itinerary() == dry);
    CHECK(fixture.draft().violations().empty());
}

TEST_CASE("two plans are compared, and loads and broken rules open as tables", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    fixture.chooseMore("留作对比");
    fixture.chooseInMenu(fixture.fourth, {"移出行程"});
    CHECK_FALSE(fixture.isPlanned(fixture.fourth));
    fixture.window->trip().compare();
    fixture.settle();
    TableDialog* dialog = fixture.window->trip().tableDialog();
    REQUIRE(dialog);
    REQUIRE(dialog->tables().size() == 2);
    QString figures;
    const auto* model = dialog->tables()[0]->model();
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column)
            figures += model->index(row, column).data().toString() + ' ';
    CHECK(figures.contains("未排入"));
    CHECK(dialog->tables()[1]->model()->rowCount() == 1); // one stop is visited otherwise
    dialog->close();
    fixture.chooseMore("工作量");
    dialog = fixture.window->trip().tableDialog();
    REQUIRE(dialog);
    CHECK(dialog->tables()[0]->model()->rowCount() == 2); // teams
    dialog->close();
}

TEST_CASE("a stop that is left out may be put in all the same, and says what that breaks",
          "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    QPushButton* add = nullptr;
    for (QPushButton* button : fixture.window->trip().side().findChildren<QPushButton*>())
        if (button->accessibleName().startsWith("仍要排入"))
            add = button;
    REQUIRE(add);
    CHECK(add->accessibleName().contains("远山组"));
    add->click();
    fixture.settle();
    CHECK(fixture.isPlanned(fixture.far));
    CHECK(fixture.window->trip().side().badge() != "校验通过");
    CHECK(sideText(fixture).contains("不在路网上"));
    fixture.keeper().undo();
    CHECK_FALSE(fixture.isPlanned(fixture.far));
}

TEST_CASE("a day is played on the map and the time axis is dragged", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    TripPlayer& player = fixture.window->trip().player();
    fixture.keeper().chooseRoute(fixture.spot(fixture.first).route);
    const trips::DayPlan& day = fixture.draft().plan().days[fixture.keeper().route()];
    TripLanes& lanes = fixture.window->trip().panel().lanes();
    const int middle = static_cast<int>(lanes.scale().x((day.departure + day.back) / 2));
    QTest::mouseClick(lanes.viewport(), Qt::LeftButton, {}, QPoint(middle, 10));
    REQUIRE(player.clock());
    CHECK(*player.clock() > day.departure);
    CHECK(*player.clock() < day.back);
    CHECK_FALSE(fixture.window->mapPage().map().movers().empty());
    player.setPlaying(true);
    const trips::Seconds begun = *player.clock();
    CHECK(waitFor([&] { return *player.clock() > begun; }));
    player.setPlaying(false);
    fixture.picture("trip-played");
    player.leave();
    CHECK(fixture.window->mapPage().map().movers().empty());
}

TEST_CASE("a trip goes out for phones, calendars and workbooks", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    TripExporter& exporter = fixture.window->trip().exporter();
    for (const char* name : {"t.gpx", "t.ics", "t.xlsx", "t.kml", "t.gpkg"}) {
        exporter.save(fixture.folder / name);
        fixture.settle();
        INFO(fixture.message().toStdString());
        CHECK(std::filesystem::file_size(fixture.folder / name) > 500);
    }
    const QString gpx = contentOf(fixture.folder / "t.gpx");
    CHECK(gpx.contains("树沟村委会 一组"));
    CHECK(gpx.contains("<trkpt"));
    CHECK_FALSE(gpx.contains("5323291022151011")); // codes of households go to the field only
    CHECK(contentOf(fixture.folder / "t.ics").contains("BEGIN:VEVENT"));
}

TEST_CASE("a trip is saved, opened, and what was not saved comes back", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const std::filesystem::path file = fixture.folder / "trip.json";
    fixture.keeper().save(file);
    fixture.settle();
    CHECK(fixture.keeper().isSaved());
    const trips::Itinerary saved = fixture.draft().itinerary();
    fixture.chooseInMenu(fixture.fourth, {"移出行程"});
    CHECK_FALSE(fixture.keeper().isSaved());
    const trips::Itinerary changed = fixture.draft().itinerary();
    fixture.keeper().flush();
    fixture.settle();

    fixture.window = std::make_unique<MainWindow>(fixture.settings, fixture.texts);
    fixture.window->show();
    fixture.openWorkspace();
    CHECK(fixture.draft().itinerary() == changed);
    CHECK_FALSE(fixture.keeper().isSaved());
    fixture.keeper().open(file);
    fixture.settle();
    CHECK(fixture.draft().itinerary() == saved);
    CHECK(fixture.keeper().isSaved());
}

TEST_CASE("after a morning on the road the rest is planned anew", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    fixture.chooseMore("途中重排…");
    TripReplanDialog* dialog = fixture.window->trip().replanDialog();
    REQUIRE(dialog);
    CHECK(dialog->lost().size() == 2);
    // Monday is over; 三组's earth road is closed from now on.
    const bool wasMonday = fixture.spot(fixture.third).route % 3 == 0;
    dialog->day()->setCurrentIndex(1);
    dialog->time()->setTime(QTime(7, 0));
    dialog->closed()->setText("R3");
    dialog->accept();
    fixture.settle();
    INFO(fixture.message().toStdString());
    const session::TripDraft& draft = fixture.draft();
    CHECK(draft.violations().empty());
    for (const trips::DayPlan& day : draft.plan().days)
        CHECK(dateOf(draft.problem(), day).iso() > "2020-05-11");
    for (const trips::LeftOutStop& left : draft.plan().leftOut)
        if (left.stop == fixture.stop(fixture.third))
            CHECK(left.why == (wasMonday ? trips::LeftOut::Done : trips::LeftOut::OutOfReach));
    CHECK_FALSE(fixture.isPlanned(fixture.third));
    fixture.picture("trip-from-road");
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.draft().plan().days.size() == 6);
}

TEST_CASE("the window's trip mode fits a small screen, in English too", "[desktop][trip]")
{
    TripFixture fixture({1024, 700});
    fixture.plan();
    fixture.picture("trip-1024");
    CHECK(fixture.window->width() == 1024);
    fixture.texts.switchTo(Language::English);
    fixture.settle();
    fixture.picture("trip-1024-en");
    fixture.window->resize(1600, 1000);
    fixture.settle();
    fixture.picture("trip-en");
    CHECK(fixture.window->trip().side().badge() == fixture.texts("desktop.trip.sound"));
}
