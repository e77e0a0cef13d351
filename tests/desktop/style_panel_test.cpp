// SPDX-License-Identifier: MIT
#include "desktop/style_panel.h"

#include "core/look.h"
#include "desktop/colour_button.h"
#include "desktop/copy_look_dialog.h"
#include "desktop/layer_panel.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/scale_edit.h"
#include "desktop/size_edit.h"
#include "desktop/split_side.h"
#include "desktop/style_class_list.h"
#include "desktop/style_figure_box.h"
#include "desktop/style_label_box.h"
#include "desktop/style_method_box.h"
#include "desktop/style_scale_box.h"
#include "desktop/style_symbol_box.h"
#include "desktop/symbol_chooser.h"
#include "desktop/window_actions.h"
#include "desktop/window_docks.h"
#include "session/kept_looks.h"
#include "support/catch.h"
#include "thread_watch.h"
#include "window_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

constexpr Colour bright{10, 220, 240};
constexpr Point inEast{102.17, 25.66}; // 树沟, away from households and names

/// A window on 高桥镇 with the panel open on a layer.
class PanelFixture : public WindowFixture
{
public:
    explicit PanelFixture(const std::string& layer = "village-status", QSize size = {1600, 1000})
        : WindowFixture(size)
    {
        openWorkspace();
        visit("532329102000");
        open(layer);
    }

    void open(const std::string& layer)
    {
        emit window->layers().styleAsked(layer);
        settle();
    }
    [[nodiscard]] StylePanel& panel() { return window->style(); }
    [[nodiscard]] LookKeeper& keeper() { return window->looks(); }
    /// The map's colour at a place.
    [[nodiscard]] QColor colourAt(Point lonLat)
    {
        const QImage& image = window->mapPage().map().picture().image;
        const double ratio = window->mapPage().map().picture().view.pixelRatio;
        return image.pixelColor((onMap(lonLat) * ratio));
    }
    [[nodiscard]] QImage mapImage() { return window->mapPage().map().picture().image; }
    void chooseInCombo(QComboBox* box, const QVariant& value)
    {
        const int row = box->findData(value);
        REQUIRE(row >= 0);
        box->setCurrentIndex(row);
        emit box->activated(row);
        settle();
    }
    [[nodiscard]] std::vector<LayerLook> kept() { return session::keptLooks(workspace).looks; }
};

/// Presses a button of the next question, once it is there.
void answer(const QString& text)
{
    QTimer::singleShot(0, [text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(box);
        for (QAbstractButton* button : box->buttons())
            if (button->text() == text)
                button->click();
    });
}

} // namespace

TEST_CASE("a colour chosen for a class is drawn on the map and in the legend", "[desktop]")
{
    PanelFixture fixture;
    const QImage before = fixture.mapImage();
    StylePanel& panel = fixture.panel();
    panel.classes().choose("unknown");
    // Patterns lie over the colour: without them every pixel shows it.
    for (const StyleClass& each : fixture.keeper().work()->now().style.classes) {
        panel.classes().choose(each.id);
        if (each.symbol.fill) {
            fixture.chooseInCombo(panel.symbol().pattern(), static_cast<int>(Pattern::None));
            panel.symbol().colour()->choose(bright);
        }
    }
    fixture.settle();
    CHECK(fixture.colourAt(inEast) == toQColor(bright));
    fixture.picture("style-colour");

    SECTION("undoing every step gives the same picture as before")
    {
        QApplication::setActiveWindow(fixture.window.get());
        panel.layers()->setFocus();
        for (int step = 0; step < 30 && fixture.keeper().work()->canUndo(); ++step)
            QTest::keyClick(panel.layers(), Qt::Key_Z, Qt::ControlModifier);
        fixture.settle();
        CHECK(fixture.mapImage() == before);
        CHECK_FALSE(fixture.keeper().isChanged());
        QTest::keyClick(panel.layers(), Qt::Key_Y, Qt::ControlModifier);
        CHECK(fixture.keeper().isChanged());
        fixture.keeper().undo();
    }
    SECTION("restoring the default gives the same picture as before")
    {
        panel.resetButton()->click();
        fixture.settle();
        CHECK(fixture.mapImage() == before);
    }
    SECTION("saved, it is there when the workspace is opened again")
    {
        panel.saveButton()->click();
        fixture.settle();
        CHECK_FALSE(fixture.keeper().isChanged());
        REQUIRE(fixture.kept().size() == 1);
        fixture.window = std::make_unique<MainWindow>(fixture.settings, fixture.texts);
        fixture.window->resize(1600, 1000);
        fixture.window->show();
        fixture.openWorkspace();
        fixture.visit("532329102000");
        CHECK(fixture.colourAt(inEast) == toQColor(bright));

        SECTION("and restoring the default takes it out of the workspace")
        {
            fixture.open("village-status");
            fixture.panel().resetButton()->click();
            fixture.settle();
            fixture.window->messages().hide();
            fixture.settle();
            CHECK(fixture.kept().empty());
            CHECK(fixture.mapImage() == before);
        }
    }
    SECTION("print and the second map show the same")
    {
        CHECK(fixture.window->mapPage().printJob().scene.definition ==
              fixture.window->mapPage().map().scene().definition);
        fixture.window->mapPage().setSplit(true);
        SplitSide* side = fixture.window->mapPage().split();
        REQUIRE(waitFor([&] { return side->isReady(); }));
        CHECK(side->map().scene().definition == fixture.window->mapPage().map().scene().definition);
        fixture.window->mapPage().setSplit(false);
    }
    fixture.keeper().end();
}

TEST_CASE("leaving unsaved changes asks what becomes of them", "[desktop]")
{
    PanelFixture fixture;
    StylePanel& panel = fixture.panel();
    panel.symbol().colour()->choose(bright);
    fixture.settle();
    const Texts& texts = fixture.texts;

    SECTION("going on keeps the panel and the changes")
    {
        answer(texts("desktop.style.go_on"));
        panel.leave();
        CHECK(fixture.keeper().isChanged());
        answer(texts("desktop.style.go_on"));
        CHECK_FALSE(fixture.window->close());
        answer(texts("desktop.style.go_on"));
        CHECK_FALSE(panel.open("road"));
        CHECK(panel.layers()->currentData().toString() == "village-status");
        answer(texts("desktop.style.go_on"));
        fixture.window->actions().close->trigger();
        CHECK(fixture.window->workbench().isOpen());
    }
    SECTION("giving up draws the map as before")
    {
        answer(texts("desktop.style.give_up"));
        panel.leave();
        fixture.settle();
        CHECK_FALSE(fixture.keeper().work());
        CHECK(fixture.kept().empty());
        CHECK(fixture.keeper().looks().empty());
    }
    SECTION("saving keeps them")
    {
        answer(texts("desktop.style.save_changes"));
        panel.leave();
        fixture.settle();
        CHECK(fixture.kept().size() == 1);
        CHECK(fixture.keeper().looks().size() == 1);
    }
    fixture.keeper().end();
}

TEST_CASE("classes by value follow method, number and breaks", "[desktop]")
{
    PanelFixture fixture;
    StyleMethodBox& method = fixture.panel().method();
    const auto classes = [&] {
        QStringList titles;
        for (int row = 0; row < fixture.panel().classes().count(); ++row)
            titles << fixture.panel().classes().item(row)->text();
        return titles;
    };
    fixture.chooseInCombo(method.methods(), static_cast<int>(StyleMethod::EqualInterval));
    fixture.chooseInCombo(method.fields(), "remaining_hh");
    // 小河 has three households that count, 树沟 one.
    method.count()->setValue(2);
    fixture.settle();
    CHECK(classes() == QStringList{"2 户及以上", "不满 2 户", "未核实"});
    fixture.picture("style-classes");

    fixture.chooseInCombo(method.methods(), static_cast<int>(StyleMethod::Thresholds));
    CHECK(method.breaks()->text() == "2");
    method.breaks()->setText("1，3");
    emit method.breaks()->editingFinished();
    fixture.settle();
    CHECK(classes() == QStringList{"3 户及以上", "1 户及以上，不满 3 户", "不满 1 户", "未核实"});

    method.breaks()->setText("3, 1");
    emit method.breaks()->editingFinished();
    CHECK(method.mistake()->isVisible());
    CHECK(method.mistake()->text() ==
          fixture.texts("desktop.style.break_not_above", {{"found", "1"}}));
    CHECK(fixture.keeper().work()->now().style.classification->breaks == std::vector<double>{1, 3});

    fixture.chooseInCombo(method.ramps(), "teal");
    CHECK(fixture.keeper().work()->now().style.classification->ramp == "teal");
    fixture.panel().classes().choose("c1");
    fixture.panel().symbol().colour()->choose(bright);
    fixture.settle();
    CHECK(fixture.keeper().work()->now().style.classification->colours.front() == bright);
    fixture.keeper().end();
}

TEST_CASE("a dragged slider is one step, and the map follows", "[desktop]")
{
    PanelFixture fixture("boundary-village");
    SizeEdit* width = fixture.panel().symbol().lineWidth();
    REQUIRE(width->isVisible());
    const double before = width->value();
    auto& watched = static_cast<WatchedApplication&>(application());
    watched.startWatch();
    width->slider()->setSliderDown(true);
    for (int at = 6; at <= 30; ++at) {
        width->slider()->setSliderPosition(at);
        QApplication::processEvents();
    }
    width->slider()->setSliderDown(false);
    fixture.settle();
#if !defined(__SANITIZE_ADDRESS__) && defined(NDEBUG)
    INFO(watched.longestEvent().toStdString());
    CHECK(watched.longest() < 50);
#endif
    CHECK(width->value() == Approx(1.5));
    const auto drawn =
        lookOf(*fixture.window->mapPage().map().scene().definition, "boundary-village");
    CHECK(drawn.style.classes[0].symbol.strokes.back().width == Approx(1.5));
    fixture.panel().undoButton()->click();
    CHECK(width->value() == Approx(before));
    CHECK_FALSE(fixture.keeper().work()->canUndo());
    fixture.keeper().end();
}

TEST_CASE("symbols, figures, names and scales are changed in their boxes", "[desktop]")
{
    PanelFixture fixture("household");
    StylePanel& panel = fixture.panel();
    panel.symbol().symbol()->choose("school");
    panel.symbol().symbolSize()->box()->setValue(5);
    CHECK(fixture.keeper().work()->now().style.classes[0].symbol.marker->symbol == "school");
    CHECK(fixture.keeper().work()->now().style.classes[0].symbol.marker->size == 5);
    CHECK_FALSE(panel.symbol().lineWidth()->isVisible());
    CHECK_FALSE(panel.figure().isVisible());

    REQUIRE_FALSE(panel.labels().shown()->isChecked());
    panel.labels().shown()->click();
    REQUIRE(fixture.keeper().work()->now().style.labels.size() == 1);
    panel.labels().size()->box()->setValue(20);
    CHECK(fixture.keeper().work()->now().style.labels[0].size == 20);
    panel.labels().shown()->click();
    CHECK(fixture.keeper().work()->now().style.labels.empty());
    panel.labels().shown()->click(); // as it was
    CHECK(fixture.keeper().work()->now().style.labels[0].size == 20);

    panel.scales().farthest()->setEditText("1:20万");
    emit panel.scales().farthest()->lineEdit()->editingFinished();
    CHECK(fixture.keeper().work()->now().maxScale == 200000);

    answer(fixture.texts("desktop.style.give_up"));
    fixture.open("town-persons-disc");
    REQUIRE(panel.figure().isVisible());
    panel.figure().most()->box()->setValue(20);
    panel.figure().least()->box()->setValue(22); // never above the largest
    const auto& disc = std::get<DiscFigure>(fixture.keeper().work()->now().style.figure);
    CHECK(disc.least == 22);
    CHECK(disc.most == 22);
    fixture.settle();
    fixture.keeper().end();
}

TEST_CASE("a look goes to another layer of its kind, and says why not to others", "[desktop]")
{
    PanelFixture fixture("town-status");
    const auto& definition = fixture.keeper().definition();
    const auto& tables = fixture.window->workbench().view().tables;
    CopyLookDialog dialog(fixture.texts, fixture.keeper().work()->now(), definition, tables,
                          fixture.window.get());
    const auto choose = [&](const char* layer) {
        for (int row = 0; row < dialog.list()->count(); ++row)
            if (dialog.list()->item(row)->data(Qt::UserRole).toString() == layer)
                dialog.list()->setCurrentRow(row);
    };
    CHECK_FALSE(dialog.button()->isEnabled());
    choose("village-status");
    CHECK(dialog.button()->isEnabled());
    REQUIRE(dialog.look());
    CHECK(dialog.look()->layer == "village-status");
    CHECK(dialog.look()->style == fixture.keeper().work()->now().style);
    choose("road");
    CHECK_FALSE(dialog.button()->isEnabled());
    CHECK_FALSE(dialog.reason()->text().isEmpty());
    fixture.keeper().end();
}

TEST_CASE("a look is passed on as a file", "[desktop]")
{
    PanelFixture fixture;
    StylePanel& panel = fixture.panel();
    panel.symbol().colour()->choose(bright);
    const LayerLook look = fixture.keeper().work()->now();
    const auto file = fixture.folder / "look.json";
    panel.saveTo(file);
    CHECK(parseLook(bytesOf(file), "look.json") == look);
    panel.resetButton()->click();
    panel.loadFrom(file);
    CHECK(fixture.keeper().work()->now().style == look.style);

    SECTION("what is no look is named in the panel, and nothing changes")
    {
        panel.loadFrom(fixture.folder.write("broken.json", "{\"layer\": 7}"));
        CHECK(panel.mistake()->isVisible());
        CHECK(panel.mistake()->text().contains("broken.json"));
        panel.loadFrom(fixture.folder / "none.json");
        CHECK(panel.mistake()->text().contains("none.json"));
        CHECK(fixture.keeper().work()->now().style == look.style);
    }
    SECTION("a look of another geometry is refused")
    {
        LayerLook road = lookOf(fixture.keeper().definition(), "road");
        panel.loadFrom(fixture.folder.write("road.json", lookJson(road)));
        CHECK(panel.mistake()->isVisible());
        CHECK(fixture.keeper().work()->now().style == look.style);
    }
    fixture.keeper().end();
}

TEST_CASE("a kept look that cannot be drawn is reported, and not lost", "[desktop]")
{
    WindowFixture fixture;
    LayerLook gone;
    {
        const MapDefinition definition = loadMapDefinition(dataRoot());
        gone = lookOf(definition, "village-status");
    }
    gone.layer = "no-such-layer";
    session::keepLook(fixture.workspace, gone, {});
    fixture.openWorkspace();
    CHECK(fixture.window->messages().isVisible());
    CHECK(fixture.window->messages().message().id == "desktop.style.unusable");
    CHECK(fixture.window->looks().looks().empty());
    CHECK(session::keptLooks(fixture.workspace).looks.size() == 1);
}

TEST_CASE("the panel fits the smallest window", "[desktop]")
{
    PanelFixture fixture("village-status", {1024, 700});
    fixture.picture("style-narrow");
    const StylePanel& panel = fixture.panel();
    CHECK(panel.isVisible());
    CHECK(fixture.window->size() == QSize(1024, 700));
    // Everything has its place within the panel's width.
    for (const QWidget* each : panel.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->window() != fixture.window.get())
            continue;
        INFO(each->metaObject()->className() << ' ' << each->accessibleName().toStdString());
        CHECK(each->mapTo(&panel, QPoint(each->width(), 0)).x() <= panel.width());
    }
    fixture.keeper().end();
}

TEST_CASE("every control of the panel can be reached by keys and has a name", "[desktop]")
{
    PanelFixture fixture;
    for (const QWidget* each : fixture.panel().findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(each) ||
                               qobject_cast<const QComboBox*>(each) ||
                               qobject_cast<const QListWidget*>(each);
        if (!isControl || !each->isVisible())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        INFO(each->metaObject()->className());
        CHECK(each->focusPolicy() != Qt::NoFocus);
        CHECK((!each->accessibleName().isEmpty() || (button && !button->text().isEmpty())));
    }
    fixture.keeper().end();
}
