// SPDX-License-Identifier: MIT
#include "desktop/query_panel.h"

#include "desktop/condition_editor.h"
#include "desktop/condition_list.h"
#include "desktop/expression_edit.h"
#include "desktop/household_panel.h"
#include "desktop/map_page.h"
#include "desktop/mode_bar.h"
#include "desktop/record_panel.h"
#include "desktop/table_stack.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;
namespace query = guatu::campaign::query;

namespace
{

/// A window in query mode.
class QueryFixture : public WindowFixture
{
public:
    QueryFixture()
    {
        openWorkspace();
        const render::MapView before = window->mapPage().map().view();
        window->modes().button(Mode::Query)->click();
        settle();
        CHECK(window->mapPage().map().view().center == before.center);
    }
    QueryPanel& panel() { return window->query(); }
    void type(const QString& text)
    {
        panel().expression().setFocus();
        panel().expression().setPlainText(text);
        QTest::qWait(400); // the pause after which a typed query is asked
        settle();
    }
    int lines() { return window->households().table()->model()->rowCount(); }
};

} // namespace

TEST_CASE("a typed query is answered in map, table and three counts", "[desktop]")
{
    QueryFixture fixture;
    fixture.type("类别 = 未脱贫户");
    CHECK(fixture.panel().mistake().isEmpty());
    // Two of 小河 with 4 and 2 persons, one of 树沟 with 2.
    CHECK(fixture.panel().result().line(AnswerPart::Hit) == "命中 3 户 8 人");
    CHECK(fixture.panel().result().line(AnswerPart::Miss) == "不命中 3 户 14 人");
    CHECK(fixture.panel().result().line(AnswerPart::CannotTell) == "无法判断 0 户 0 人");
    CHECK(fixture.lines() == 3);
    REQUIRE(fixture.window->workbench().list());
    CHECK(fixture.window->workbench().list()->rows.size() == 3);
    REQUIRE(fixture.panel().conditions().query().conditions.size() == 1);
    CHECK(fixture.panel().conditions().query().conditions[0].field == "class");
    fixture.picture("query");
}

TEST_CASE("conditions that are chosen stand in the expression, and the other way round",
          "[desktop]")
{
    QueryFixture fixture;
    ConditionList& conditions = fixture.panel().conditions();
    QTest::mouseClick(conditions.addButton(), Qt::LeftButton);
    ConditionEditor& editor = conditions.editor();
    const int field = editor.fields()->findData(QByteArray("class"));
    REQUIRE(field >= 0);
    editor.fields()->setCurrentIndex(field);
    for (int row = 0; row < editor.words()->count(); ++row)
        if (editor.words()->item(row)->text() == "未脱贫户")
            editor.words()->item(row)->setCheckState(Qt::Checked);
    QTest::mouseClick(editor.button(), Qt::LeftButton);
    fixture.settle();
    CHECK(fixture.panel().expression().expression().contains("未脱贫户"));
    CHECK(fixture.lines() == 3);

    fixture.type(fixture.panel().expression().expression() + " 且 人口 > 2");
    CHECK(conditions.query().conditions.size() == 2);
    CHECK(fixture.lines() == 1);
    conditions.setAny(true);
    fixture.settle();
    // Unexited or more than two persons: 4, 2, 5, 3, 6 and 2.
    CHECK(fixture.lines() == 6);
    conditions.remove(1);
    fixture.settle();
    CHECK(fixture.lines() == 3);
}

TEST_CASE("a mistake is marked at its place, with a word to use instead", "[desktop]")
{
    QueryFixture fixture;
    fixture.type("类别 = 未脱贫护");
    CHECK_FALSE(fixture.panel().mistake().isEmpty());
    CHECK(fixture.panel().expression().hasMistake());
    fixture.picture("query-mistake");
    QPushButton* repair = nullptr;
    for (auto* button : fixture.panel().findChildren<QPushButton*>())
        if (button->text().contains("未脱贫户"))
            repair = button;
    REQUIRE(repair);
    QTest::mouseClick(repair, Qt::LeftButton);
    QTest::qWait(400);
    fixture.settle();
    CHECK(fixture.panel().mistake().isEmpty());
    CHECK(fixture.lines() == 3);
}

TEST_CASE("nothing near is one step; households without a position cannot be told", "[desktop]")
{
    QueryFixture fixture;
    fixture.panel().conditions().addNothingNear({query::Entity::Facility, {}, "water_point"});
    fixture.settle();
    CHECK(fixture.panel().mistake().isEmpty());
    // There is no water point at all: five stand far from any; where the sixth stands is unknown.
    CHECK(fixture.lines() == 5);
    CHECK(fixture.panel().result().line(AnswerPart::CannotTell) == "无法判断 1 户 2 人");
    emit fixture.panel().result().partAsked(AnswerPart::CannotTell);
    fixture.settle();
    CHECK(fixture.lines() == 1);
}

TEST_CASE("villages that are asked for are listed and outlined on the map", "[desktop]")
{
    QueryFixture fixture;
    fixture.panel().ask("村 其中 名称 包含 小河");
    fixture.settle();
    CHECK(fixture.panel().mistake().toStdString() == "");
    CHECK(fixture.window->tables().showsRecords());
    CHECK(fixture.window->tables().records().table()->model()->rowCount() == 1);
    REQUIRE(fixture.window->workbench().marked().size() == 1);
    CHECK(fixture.window->workbench().marked()[0].source == "village");
}

TEST_CASE("words are offered while one types", "[desktop]")
{
    QueryFixture fixture;
    ExpressionEdit& edit = fixture.panel().expression();
    edit.setFocus();
    QTest::keyClicks(&edit, "class = une");
    REQUIRE(edit.offerList()->isVisible());
    CHECK(edit.offerList()->item(0)->text().size() > 3);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK_FALSE(edit.offerList()->isVisible());
    QTest::qWait(400);
    fixture.settle();
    CHECK(fixture.lines() == 3);
}
