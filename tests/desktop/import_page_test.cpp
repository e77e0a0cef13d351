// SPDX-License-Identifier: MIT
#include "desktop/import_grid.h"
#include "desktop/import_issues.h"
#include "desktop/import_page.h"
#include "desktop/import_side.h"
#include "desktop/message_bar.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

void drop(MainWindow& window, const std::filesystem::path& file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fromPath(file))});
    QDragEnterEvent enter({400, 400}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event({400, 400}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

/// Every text in the grid and the issues.
QString allCells(const ImportPage& page)
{
    QString all;
    for (const QTableWidget* table :
         std::initializer_list<const QTableWidget*>{page.grid(), page.issues()->table()}) {
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                if (const auto* item = table->item(row, column))
                    all += item->text() + '|';
            }
        }
    }
    return all;
}

} // namespace

TEST_CASE("a workspace dropped on the window opens", "[desktop]")
{
    WindowFixture fixture;
    drop(*fixture.window, fixture.workspace);
    fixture.settle();
    CHECK(fixture.window->workbench().isOpen());
}

TEST_CASE("data dropped without a workspace asks for one first", "[desktop]")
{
    WindowFixture fixture;
    drop(*fixture.window, makeLedger(fixture.folder));
    fixture.settle();
    CHECK(fixture.window->messages().message().id == "desktop.import.no_workspace");
    CHECK(fixture.window->messages().isVisible());
}

TEST_CASE("a dropped ledger is previewed and tried; nothing is written before 写入", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    const std::string before = bytesOf(fixture.workspace);
    drop(*fixture.window, makeLedger(fixture.folder));
    fixture.settle();
    ImportPage& page = fixture.window->importPage();
    CHECK_FALSE(fixture.window->showsMap());
    CHECK(page.kinds()->currentIndex() == static_cast<int>(EntityKind::Household));
    REQUIRE(page.grid()->columnCount() == 8);
    CHECK(page.grid()->fieldOf(0)->currentData().toByteArray() == "hh_code");

    // The coordinates say no datum: say it.
    page.side()->setDatum({Datum::Cgcs2000, {}});
    emit page.side()->datumChanged();
    fixture.settle();
    fixture.picture("import");
    REQUIRE(page.report());
    CHECK(page.report()->rows == 3);
    CHECK(page.report()->counts.added == 1);
    CHECK(page.report()->counts.changed == 1);
    CHECK(page.report()->refused == 1); // the village 大河 does not exist
    CHECK_FALSE(page.side()->writeButton()->isEnabled());
    CHECK(page.issues()->table()->rowCount() >= 1);
    CHECK_FALSE(allCells(page).contains("张三")); // names are never shown
    CHECK(bytesOf(fixture.workspace) == before);
}

TEST_CASE("the good rows are written when asked for, and the window shows them", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    drop(*fixture.window, makeLedger(fixture.folder));
    fixture.settle();
    ImportPage& page = fixture.window->importPage();
    page.side()->setDatum({Datum::Cgcs2000, {}});
    emit page.side()->datumChanged();
    fixture.settle();
    page.side()->findChild<QCheckBox*>()->setChecked(true);
    REQUIRE(page.side()->writeButton()->isEnabled());
    page.side()->writeButton()->click();
    fixture.settle();
    CHECK(fixture.window->showsMap());
    CHECK(fixture.window->workbench().view().snapshot.households.size() == 7);
    CHECK(fixture.window->messages().message().id == "desktop.import.written");
}

TEST_CASE("another field for a column is tried anew", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    drop(*fixture.window, makeLedger(fixture.folder));
    fixture.settle();
    ImportPage& page = fixture.window->importPage();
    REQUIRE(page.grid()->columnCount() == 8);
    QComboBox* combo = page.grid()->fieldOf(4); // 家庭人口
    REQUIRE(combo->currentData().toByteArray() == "persons");
    combo->setCurrentIndex(0);
    emit combo->activated(0);
    fixture.settle();
    CHECK(page.grid()->fieldOf(4)->currentData().toByteArray().isEmpty());
}

TEST_CASE("leaving the preview changes nothing", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    const std::string before = bytesOf(fixture.workspace);
    drop(*fixture.window, makeLedger(fixture.folder));
    fixture.settle();
    emit fixture.window->importPage().side()->cancelAsked();
    fixture.settle();
    CHECK(fixture.window->showsMap());
    CHECK(bytesOf(fixture.workspace) == before);
}

TEST_CASE("a file that cannot be read says so on its page", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    drop(*fixture.window, fixture.folder.write("空.csv", ""));
    fixture.settle();
    ImportPage& page = fixture.window->importPage();
    CHECK(page.messages()->isVisible());
    CHECK_FALSE(page.side()->writeButton()->isEnabled());
}
