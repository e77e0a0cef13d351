// SPDX-License-Identifier: MIT
#include "desktop/table_dialog.h"
#include "desktop/trip_books.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_dialog.h"
#include "desktop/trip_exporter.h"
#include "desktop/trip_out_dialog.h"
#include "desktop/trip_panel.h"
#include "desktop/trip_returner.h"
#include "session/trip/trip_findings.h"
#include "support/catch.h"
#include "trip_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrinter>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimeEdit>

#include <cstdio>
#include <fstream>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

/// What poppler finds in a PDF.
QString textOf(const std::filesystem::path& file)
{
    const std::string command = "pdftotext -layout '" + file.string() + "' -";
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    char part[4096];
    for (std::size_t n = 0; (n = fread(part, 1, sizeof part, pipe)) > 0;)
        text.append(part, n);
    REQUIRE(pclose(pipe) == 0);
    return QString::fromStdString(text);
}

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::size_t busyDays(const session::TripDraft& draft)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        draft.plan().days, [](const trips::DayPlan& day) { return !day.visits.empty(); }));
}

QString allOf(const QTableView& view)
{
    QString all;
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            all += model.index(row, column).data().toString() + ' ';
    return all;
}

} // namespace

TEST_CASE("route books are printed for each team and day, with ways and turns", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    fixture.window->trip().books().ask();
    TripOutDialog* dialog = fixture.window->trip().books().dialog();
    REQUIRE(dialog);
    CHECK(dialog->warning()->isHidden()); // the plan keeps all rules
    CHECK(dialog->team()->count() == 3);
    CHECK(dialog->day()->count() == 4);
    const TripOutWish wish = dialog->wish();
    CHECK(wish.part.forField);
    CHECK_FALSE(wish.withNames); // unless somebody wants them
    dialog->reject();

    const std::filesystem::path folder = fixture.folder / "books";
    std::filesystem::create_directory(folder);
    fixture.window->trip().books().save(wish, folder);
    fixture.settle();
    INFO(fixture.message().toStdString());
    const auto books = filesIn(folder);
    CHECK(books.size() == busyDays(fixture.draft()));
    QString all;
    for (const auto& book : books)
        all += textOf(book);
    INFO(all.toStdString());
    // Places, roads and turns, contacts, and a card for each household.
    for (const char* words : {"树沟", "出发", "水泥", "土路", "5323291022151011", "□ 达标"})
        CHECK(all.contains(QString::fromUtf8(words)));
    // One team on one day, for a meeting: no cards, no codes of households.
    const std::filesystem::path one = fixture.folder / "one";
    std::filesystem::create_directory(one);
    TripOutWish meeting;
    const trips::RouteSpot spot = fixture.spot(fixture.fourth);
    const trips::DayPlan& day = fixture.draft().plan().days[spot.route];
    meeting.part.team = day.team;
    meeting.part.day = dateOf(fixture.draft().problem(), day);
    fixture.window->trip().books().save(meeting, one);
    fixture.settle();
    REQUIRE(filesIn(one).size() == 1);
    CHECK_FALSE(textOf(filesIn(one)[0]).contains("5323291022151011"));
}

TEST_CASE("names are printed only after a question, and broken rules are told before",
          "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    fixture.keeper().change(
        [&](session::TripDraft& draft) { draft.add(fixture.stop(fixture.far)); });
    TripBooks& books = fixture.window->trip().books();
    books.ask();
    REQUIRE(books.dialog());
    CHECK_FALSE(books.dialog()->warning()->isHidden());
    CHECK(books.dialog()->warning()->text().contains("不在路网上"));
    fixture.pictureOf(books.dialog(), "trip-books-broken");
    // For a meeting there are no names to be had.
    books.dialog()->names()->setChecked(true);
    books.dialog()->field()->setChecked(false);
    CHECK_FALSE(books.dialog()->wish().withNames);
    CHECK_FALSE(books.dialog()->names()->isEnabled());
    books.dialog()->field()->setChecked(true);
    books.dialog()->names()->setChecked(true);
    QTest::mouseClick(books.dialog()->save(), Qt::LeftButton);
    REQUIRE(books.namesQuestion());
    CHECK(fixture.window->findChildren<QFileDialog*>().isEmpty());
    books.namesQuestion()->reject();
    QApplication::processEvents();
    CHECK(fixture.window->findChildren<QFileDialog*>().isEmpty());
}

TEST_CASE("route books go to a printer", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const std::filesystem::path file = fixture.folder / "printed.pdf";
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setOutputFileName(fromPath(file));
    fixture.window->trip().books().print({}, printer);
    fixture.settle();
    INFO(fixture.message().toStdString());
    CHECK(textOf(file).contains("下乡路书"));
}

TEST_CASE("a wish for a trip that makes no sense is not taken, and says why", "[desktop][trip]")
{
    TripFixture fixture;
    emit fixture.window->trip().panel().planAsked();
    TripDialog* dialog = fixture.window->trip().dialog();
    REQUIRE(dialog);
    dialog->weather()->setCurrentIndex(2);
    const auto refused = [&](const char* words) {
        fixture.acceptPlan();
        fixture.settle();
        TripDialog* now = fixture.window->trip().dialog();
        REQUIRE(now);
        CHECK(now->isVisible());
        INFO(now->complaint().toStdString());
        CHECK(now->complaint().contains(QString::fromUtf8(words)));
        CHECK_FALSE(fixture.keeper().draft());
    };
    refused("请写明日期");
    dialog->rainDays()->setText("5月12日");
    refused("5月12日");
    fixture.pictureOf(fixture.window->trip().dialog(), "trip-dialog-wrong");
    dialog->rainDays()->setText("2020-07-01"); // not a day of the trip
    refused("2020-07-01");
    // What only the workspace can tell: the dialog is there again, with what was typed.
    fixture.window->trip().dialog()->weather()->setCurrentIndex(0);
    fixture.window->trip().dialog()->must()->setText("没有的村");
    refused("没有的村");
    CHECK(fixture.window->trip().dialog()->must()->text() == "没有的村");
    fixture.window->trip().dialog()->must()->clear();
    fixture.window->trip().dialog()->base()->setText("没有的镇");
    refused("没有的镇");
    fixture.window->trip().dialog()->base()->clear();
    fixture.window->trip().dialog()->begin()->setTime(QTime(19, 0));
    refused("收工时间");
    fixture.window->trip().dialog()->begin()->setTime(QTime(8, 0));
    fixture.window->trip().dialog()->households()->setChecked(false);
    refused("走访对象");
    fixture.window->trip().dialog()->households()->setChecked(true);
    fixture.window->trip().dialog()->searchSeconds()->setValue(1);
    fixture.acceptPlan();
    fixture.settle();
    CHECK(fixture.keeper().draft());
    CHECK_FALSE(fixture.window->trip().dialog());
}

TEST_CASE("what a team has filled in comes back: shown first, then written", "[desktop][trip]")
{
    TripFixture fixture;
    fixture.plan();
    // Two households of a hamlet were met, one is otherwise than the ledger has it.
    const std::filesystem::path sheet = fixture.folder.write(
        "back.csv", "编码,对象,走访,走访日期,与台账一致,发现情况,未走访原因,照片\n" +
                        fixture.fourth + ",5323291022151011,是,2020-05-12,是,,,\n" +
                        fixture.fourth + ",5323291022151012,是,2020-05-12,否,房屋已改造,,\n" +
                        fixture.fifth + ",,否,,,,路断,\n");
    TripReturner& returner = fixture.window->trip().returner();
    returner.show(sheet);
    fixture.settle();
    REQUIRE(returner.dialog());
    CHECK(returner.dialog()->note().contains("新增走访 2"));
    CHECK(returner.dialog()->note().contains("还没有写入"));
    CHECK(allOf(*returner.dialog()->tables()[0]).contains("路断"));
    CHECK(fixture.window->workbench().view().snapshot.visits.size() == 0);
    REQUIRE(returner.writeButton());
    QTest::mouseClick(returner.writeButton(), Qt::LeftButton);
    fixture.settle();
    INFO(fixture.message().toStdString());
    CHECK(fixture.window->workbench().view().snapshot.visits.size() == 2);
    REQUIRE(returner.dialog());
    CHECK(returner.dialog()->note().contains("已写入"));
    REQUIRE(returner.dialog()->tables().size() == 2);
    CHECK(allOf(*returner.dialog()->tables()[1]).contains("房屋已改造")); // differs from the ledger
    fixture.pictureOf(returner.dialog(), "trip-returned");
    // A second time it brings nothing, and there is nothing to write.
    returner.show(sheet);
    fixture.settle();
    CHECK(returner.dialog()->note().contains("新增走访 0"));
    CHECK_FALSE(returner.writeButton());
    // The trip is still there.
    CHECK(fixture.keeper().draft());
}
