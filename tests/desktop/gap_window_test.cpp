// SPDX-License-Identifier: MIT
#include "desktop/gap_panel.h"
#include "desktop/gap_plan_box.h"
#include "desktop/gap_rule_box.h"
#include "desktop/gap_tiles.h"
#include "desktop/gap_verdict_box.h"
#include "desktop/map_page.h"
#include "desktop/map_print.h"
#include "desktop/mode_bar.h"
#include "desktop/record_panel.h"
#include "desktop/table_stack.h"
#include "desktop/window_actions.h"
#include "session/import_job.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QMouseEvent>
#include <QPdfWriter>
#include <QPushButton>
#include <QTest>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

std::string feature(const std::string& properties, const std::string& type,
                    const std::string& coordinates)
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

std::string road(const std::string& code, const std::string& coordinates)
{
    return feature(R"("code":")" + code + R"(","name":")" + code +
                       R"(","class":"village","surface":"concrete")",
                   "LineString", coordinates);
}

std::string collection(const std::vector<std::string>& features)
{
    std::string all;
    for (const std::string& each : features)
        all += (all.empty() ? "" : ",") + each;
    return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}

/// The small workspace with a road along 25.60 N in two pieces, a branch north at 102.06 E, and a
/// clinic at the western end.
///
/// On foot at 4 km/h the household at 102.05 is half an hour from it, the one on the branch 78
/// minutes, the one at 102.16 more than three hours and a half. Two live too far from any road:
/// straight lines of 4.43 and 11.26 km with a detour of 1.6 are 106 and 270 minutes. One has no
/// place.
class GapFixture : public WindowFixture
{
public:
    GapFixture()
    {
        bring("r.geojson",
              collection({road("R1", "[[102.03,25.6],[102.06,25.6],[102.1,25.6]]"),
                          road("R2", "[[102.1,25.6],[102.16,25.6]]"),
                          road("R3", "[[102.06,25.6],[102.06,25.62]]")}),
              EntityKind::Road);
        bring("f.geojson",
              collection({feature(R"("code":"F1","name":"小河卫生室","kind":"clinic",)"
                                  R"("state":"working","staff":"2","unit_code":"532329102214")",
                                  "Point", "[102.03,25.6]")}),
              EntityKind::Facility);
        openWorkspace();
        visit("532329102");
        window->modes().button(Mode::Gaps)->click();
        settle();
        panel().tiles().tile("clinic")->click();
        settle();
        ask(60);
    }
    void ask(double minutes)
    {
        panel().rule().limit()->setValue(minutes);
        QTest::qWait(400); // the pause after which what is typed is asked
        settle();
    }
    GapPanel& panel() { return window->gapPanel(); }
    GapKeeper& gaps() { return window->gaps(); }
    RecordPanel& records() { return window->tables().records(); }
    void drag(Point from, Point to)
    {
        MapWidget* map = &window->mapPage().map();
        const QPoint start = onMap(from), end = onMap(to);
        const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button,
                              Qt::MouseButtons buttons) {
            QMouseEvent event(type, at, map->mapToGlobal(at), button, buttons, Qt::NoModifier);
            QApplication::sendEvent(map, &event);
        };
        send(QEvent::MouseButtonPress, start, Qt::LeftButton, Qt::LeftButton);
        for (int step = 1; step <= 4; ++step)
            send(QEvent::MouseMove, start + (end - start) * step / 4, Qt::NoButton, Qt::LeftButton);
        CHECK(gaps().isDragging());
        settle(); // the numbers have followed the hand
        whileDragged = gaps().tally()->of(CriterionResult::Unmet);
        send(QEvent::MouseButtonRelease, end, Qt::LeftButton, Qt::NoButton);
        settle();
    }
    session::GapCount whileDragged{};

private:
    void bring(const std::string& name, const std::string& content, EntityKind kind)
    {
        session::ImportJob job;
        job.read.kind = kind;
        job.read.datum = Datum::Cgcs2000;
        job.read.asOf = Date::fromIso("2020-05-06");
        job.who = "tester";
        job.datasetName = "试验数据";
        const auto report = session::importFile(workspace, folder.write(name, content), job);
        INFO((report.issues.empty() ? std::string()
                                    : text(report.issues.front().reason, Language::Chinese)));
        REQUIRE(report.committed);
    }
};

constexpr Point onBranch{102.06, 25.62}, farEast{102.16, 25.6};

} // namespace

TEST_CASE("the panel of gaps counts, explains and lists as the rule has it", "[desktop][gaps]")
{
    GapFixture fixture;
    GapPanel& panel = fixture.panel();
    CHECK(panel.rule().words() == "步行 60 分钟以内");
    CHECK(panel.tiles().count("clinic") == "4");
    // 小河's household of five on the branch and of three in the south, 树沟's of six and two.
    CHECK(panel.line(CriterionResult::Unmet) == "短板 4 户 16 人");
    CHECK(panel.line(CriterionResult::Met) == "达标 1 户 4 人");
    CHECK(panel.line(CriterionResult::Unknown) == "未核 1 户 2 人");
    CHECK(panel.villageLines() == QStringList{"小河村委会 2 8", "树沟村委会 2 8"});
    // By half an hour, the household at 102.05 has a gap too: its 2,008 m take 30.1 minutes.
    fixture.ask(30);
    CHECK(panel.line(CriterionResult::Unmet) == "短板 5 户 20 人");
    fixture.ask(60);
    fixture.picture("gaps");

    fixture.clickMap({102.06, 25.62});
    REQUIRE(fixture.window->workbench().households().size() == 1);
    CHECK(panel.verdict().sentence().contains("小河卫生室"));
    CHECK(panel.verdict().sentence().contains("超出标准 60 分钟"));

    fixture.gaps().list(CriterionResult::Unmet);
    fixture.settle();
    REQUIRE(fixture.records().list());
    REQUIRE(fixture.records().list()->table.size() == 4);
    CHECK(std::get<std::string>(fixture.records().list()->table.cell(0, "household")) ==
          "5323291022150001"); // the farthest first

    fixture.window->modes().button(Mode::Map)->click();
    fixture.settle();
    CHECK_FALSE(fixture.window->mapPage().task());
}

TEST_CASE("one click closes a road and says who is cut off, Ctrl+Z opens it", "[desktop][gaps]")
{
    GapFixture fixture;
    fixture.ask(300); // everybody with a place is served
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 0 户 0 人");
    fixture.window->actions().closeRoad->trigger();
    fixture.clickMap({102.13, 25.6});
    CHECK(fixture.gaps().plan().closed == std::vector<std::string>{"R2"});
    CHECK(fixture.panel().plan().losses() == "断路 1 户，新增短板 1 户");
    CHECK(fixture.panel().plan().comparison() == "短板户 0 → 1 户");
    fixture.gaps().listChanges();
    fixture.settle();
    REQUIRE(fixture.records().list()->table.size() == 1);
    CHECK(std::get<std::string>(fixture.records().list()->table.cell(0, "household")) ==
          "5323291022150002");
    fixture.picture("gaps-closed");
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.gaps().plan().isEmpty());
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 0 户 0 人");
    fixture.window->actions().redo->trigger();
    fixture.settle();
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 1 户 2 人");
    // The road is still the tool's: another click opens it.
    fixture.clickMap({102.13, 25.6});
    CHECK(fixture.gaps().plan().isEmpty());
}

TEST_CASE("a planned clinic is dragged and the counts follow the hand", "[desktop][gaps]")
{
    GapFixture fixture;
    fixture.window->actions().placeFacility->trigger();
    fixture.clickMap(onBranch);
    REQUIRE(fixture.gaps().plan().added.size() == 1);
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 3 户 11 人");
    CHECK(fixture.panel().plan().comparison() == "短板户 4 → 3 户");
    fixture.drag(onBranch, farEast);
    // The household in the east is served, the one on the branch no more.
    CHECK(fixture.whileDragged == session::GapCount{3, 14, 0});
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 3 户 14 人");
    fixture.picture("gaps-planned");
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 3 户 11 人");
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 4 户 16 人");
    CHECK(fixture.gaps().plan().isEmpty());
}

TEST_CASE("new places are proposed with their reasons", "[desktop][gaps]")
{
    GapFixture fixture;
    fixture.gaps().site({.add = 1, .candidates = "village"});
    fixture.settle();
    REQUIRE(fixture.gaps().plan().added.size() == 1);
    REQUIRE(fixture.gaps().siting());
    CHECK(fixture.gaps().siting()->size() == 1);
    CHECK(fixture.panel().plan().lines().size() == 1);
    fixture.gaps().undo();
    fixture.settle();
    CHECK(fixture.gaps().plan().isEmpty());
}

TEST_CASE("a drawn track changes the workspace and who is served, and can be taken back",
          "[desktop][gaps]")
{
    GapFixture fixture;
    fixture.ask(90);
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 3 户 11 人");
    // From the road south to the household at 25.56, which no road was near.
    fixture.window->actions().drawRoad->trigger();
    fixture.clickMap({102.03, 25.6});
    fixture.clickMap({102.03, 25.56});
    QTest::keyClick(&fixture.window->mapPage().map(), Qt::Key_Return);
    auto* dialog = fixture.window->findChild<QDialog*>("road");
    REQUIRE(dialog);
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->isDefault())
            button->click();
    fixture.settle();
    CHECK(fixture.window->workbench().view().snapshot.roads.size() == 4);
    // 4.43 km on a road take 66 minutes.
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 2 户 8 人");
    fixture.window->actions().undo->trigger();
    fixture.settle();
    CHECK(fixture.window->workbench().view().snapshot.roads.size() == 3);
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 3 户 11 人");
    fixture.window->actions().redo->trigger();
    fixture.settle();
    CHECK(fixture.window->workbench().view().snapshot.roads.size() == 4);
}

TEST_CASE("from the question to the papers: reason, closed bridge, two clinics, map and list",
          "[desktop][gaps]")
{
    GapFixture fixture;
    fixture.ask(300);
    fixture.window->actions().closeRoad->trigger();
    fixture.clickMap({102.06, 25.61});
    CHECK(fixture.panel().plan().comparison() == "短板户 0 → 1 户");
    fixture.ask(60);
    CHECK(fixture.panel().line(CriterionResult::Unmet) == "短板 4 户 16 人");
    // Two more clinics, proposed with the road closed.
    fixture.gaps().site({.add = 2, .candidates = "village"});
    fixture.settle();
    REQUIRE(fixture.gaps().siting());
    REQUIRE(!fixture.gaps().plan().added.empty());
    CHECK(fixture.gaps().tally()->of(CriterionResult::Unmet).households < 4);
    CHECK(static_cast<int>(fixture.panel().villageLines().size()) <= 2);
    fixture.gaps().list(CriterionResult::Unmet);
    fixture.settle();
    REQUIRE(fixture.records().list());
    CHECK(static_cast<std::int64_t>(fixture.records().list()->table.size()) ==
          fixture.gaps().tally()->of(CriterionResult::Unmet).households);
    CHECK(std::get<Word>(fixture.records().list()->table.cell(0, "approximate")).code != "");

    // What is seen is what is printed: verdicts, planned places, the closed road, the title.
    const PrintJob job = fixture.window->mapPage().printJob();
    for (const char* source : {"gap_household", "gap_planned", "gap_closed"})
        CHECK(std::ranges::any_of(job.scene.tables,
                                  [&](const auto& table) { return table->source == source; }));
    CHECK_THAT(job.furniture.title, Catch::Matchers::Contains("卫生室"));
    const QString file = fromPath(fixture.folder / "短板.pdf");
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    CHECK_FALSE(printMap(writer, job).empty());
}
