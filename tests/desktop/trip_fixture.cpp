// SPDX-License-Identifier: MIT
#include "trip_fixture.h"

#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_dialog.h"
#include "desktop/trip_lanes.h"
#include "desktop/trip_panel.h"
#include "session/import_job.h"
#include "support/catch.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

namespace guatu::test
{
namespace
{

using namespace desktop;

// With their seats.
const std::string seatRows = "统计用区划代码,名称,经度,纬度\n"
                             "532329000000,武定县,102.20,25.60\n"
                             "532329102000,高桥镇,102.10,25.60\n"
                             "532329102214,小河村委会,102.05,25.60\n"
                             "532329102215,树沟村委会,102.15,25.60\n"
                             "532329102214001,一组,102.05,25.60\n"
                             "532329102214002,二组,102.06,25.62\n"
                             "532329102214003,三组,102.08,25.65\n"
                             "532329102215001,一组,102.14,25.60\n"
                             "532329102215002,二组,102.16,25.60\n"
                             "532329102215003,远山组,102.14,25.69\n";

std::string hamletRows()
{
    struct Hamlet {
        const char *village, *group, *code, *at;
    };
    std::string rows =
        "户编号,乡镇,行政村,村民小组,人数,脱贫属性,住房等级,房屋是否居住,经度,纬度\n";
    for (const Hamlet& hamlet : {Hamlet{"小河", "一组", "214101", "102.05,25.60"},
                                 {"小河", "二组", "214201", "102.06,25.62"},
                                 {"小河", "三组", "214301", "102.08,25.65"},
                                 {"树沟", "一组", "215101", "102.14,25.60"},
                                 {"树沟", "二组", "215201", "102.16,25.60"},
                                 {"树沟", "远山组", "215301", "102.14,25.69"}})
        for (const char* number : {"1", "2", "3"})
            rows += std::string("532329102") + hamlet.code + number + ",高桥镇," + hamlet.village +
                    ',' + hamlet.group + ",3,未脱贫,C,是," + hamlet.at + '\n';
    return rows;
}

std::string roadFeature(const std::string& code, const std::string& surface,
                        const std::string& line)
{
    return R"({"type":"Feature","properties":{"code":")" + code + R"(","name":")" + code +
           R"(","class":"village","surface":")" + surface +
           R"("},"geometry":{"type":"LineString","coordinates":)" + line + "}}";
}

const std::string roadLines =
    R"({"type":"FeatureCollection","features":[)" +
    roadFeature("R1", "concrete",
                "[[102.03,25.6],[102.06,25.6],[102.08,25.6],[102.1,25.6],[102.2,25.6]]") +
    "," + roadFeature("R2", "concrete", "[[102.06,25.6],[102.06,25.62]]") + "," +
    roadFeature("R3", "earth", "[[102.08,25.6],[102.08,25.65]]") + "]}";

const std::string listingRows = "挂牌编号,对象类型,对象编码,挂牌对象,挂牌层级,挂牌日期,状态\n"
                                "L1,行政村,532329102215,树沟村委会,县级,2020-03-01,挂牌\n";

} // namespace

TripFixture::TripFixture(QSize size) : WindowFixture(size)
{
    const auto bring = [&](const std::string& name, const std::string& content, EntityKind kind) {
        session::ImportJob job;
        job.read.kind = kind;
        job.read.datum = Datum::Cgcs2000;
        job.read.asOf = Date::fromIso("2020-05-06");
        job.who = "tester";
        job.datasetName = name;
        const auto report = session::importFile(workspace, folder.write(name, content), job);
        INFO(name << (report.issues.empty()
                          ? std::string()
                          : ": " + text(report.issues.front().reason, Language::Chinese)));
        REQUIRE(report.committed);
    };
    bring("groups.csv", seatRows, EntityKind::Unit);
    bring("more.csv", hamletRows(), EntityKind::Household);
    bring("roads.geojson", roadLines, EntityKind::Road);
    bring("listings.csv", listingRows, EntityKind::Listing);
    openWorkspace();
    visit("532329");
    window->modes().button(Mode::Trip)->click();
    settle();
}

TripKeeper& TripFixture::keeper()
{
    return window->trip().keeper();
}

const session::TripDraft& TripFixture::draft()
{
    REQUIRE(keeper().draft());
    return *keeper().draft();
}

void TripFixture::plan()
{
    emit window->trip().panel().planAsked();
    TripDialog* dialog = window->trip().dialog();
    REQUIRE(dialog);
    dialog->firstDay()->setDate(QDate(2020, 5, 11)); // a Monday
    dialog->days()->setValue(3);
    dialog->searchSeconds()->setValue(1);
    dialog->teams()->setValue(2);
    dialog->nights()->setText("高桥镇");
    dialog->listed()->setChecked(true);
    acceptPlan();
    settle();
    INFO(message().toStdString());
    REQUIRE(keeper().draft());
}

void TripFixture::acceptPlan()
{
    for (QPushButton* button : window->trip().dialog()->findChildren<QPushButton*>())
        if (button->isDefault()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    FAIL("no button goes on");
}

std::size_t TripFixture::stop(const std::string& code)
{
    const auto& stops = draft().problem().stops;
    const auto found = std::ranges::find(stops, code, &trips::Stop::id);
    REQUIRE(found != stops.end());
    return static_cast<std::size_t>(found - stops.begin());
}

trips::RouteSpot TripFixture::spot(const std::string& code)
{
    const auto found = spotOf(draft().itinerary(), stop(code));
    INFO(code);
    REQUIRE(found);
    return *found;
}

bool TripFixture::isPlanned(const std::string& code)
{
    return spotOf(draft().itinerary(), stop(code)).has_value();
}

QPoint TripFixture::block(const std::string& code)
{
    const trips::RouteSpot at = spot(code);
    const LaneScale scale = window->trip().panel().lanes().scale();
    return scale.block(at.route, draft().plan().days[at.route].visits[at.at]).center().toPoint();
}

QPoint TripFixture::inLane(std::size_t lane, trips::Seconds time)
{
    const LaneScale scale = window->trip().panel().lanes().scale();
    return QPointF(scale.x(time), scale.top(lane) + LaneScale::row / 2.0).toPoint();
}

void TripFixture::dragInLanes(QPoint from, QPoint to, const std::function<void()>& atRest)
{
    QWidget* lanes = window->trip().panel().lanes().viewport();
    QTest::mousePress(lanes, Qt::LeftButton, Qt::NoModifier, from);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(lanes, from + (to - from) * step / 5);
    if (atRest)
        atRest();
    QTest::mouseRelease(lanes, Qt::LeftButton, Qt::NoModifier, to);
    settle();
}

namespace
{

QAction* actionOf(QMenu& menu, const QString& title)
{
    for (QAction* action : menu.actions())
        if (action->text() == title)
            return action;
    return nullptr;
}

} // namespace

void TripFixture::chooseInMenu(const std::string& code, const QStringList& titles)
{
    window->trip().showMenu(stop(code), window->mapToGlobal(QPoint(200, 200)));
    QMenu* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QMenu* whole = menu;
    for (const QString& title : titles) {
        REQUIRE(menu);
        QAction* action = actionOf(*menu, title);
        INFO(title.toStdString());
        REQUIRE(action);
        if (action->menu())
            menu = action->menu();
        else
            action->trigger();
    }
    whole->close();
    settle();
}

void TripFixture::chooseMore(const QString& title)
{
    auto* button = window->trip().panel().head()->findChild<QToolButton*>();
    REQUIRE(button);
    emit button->menu()->aboutToShow();
    QAction* action = actionOf(*button->menu(), title);
    INFO(title.toStdString());
    REQUIRE(action);
    action->trigger();
    settle();
}

void TripFixture::pictureOf(QWidget* dialog, const QString& name)
{
    const QString folderName = qEnvironmentVariable("GUATU_PICTURES");
    if (!folderName.isEmpty())
        CHECK(dialog->grab().save(folderName + '/' + name + ".png"));
}

QString TripFixture::message()
{
    return texts(window->messages().message());
}

} // namespace guatu::test
