// SPDX-License-Identifier: MIT
#include "desktop/window_actions.h"

#include "core/style.h"
#include "desktop/icons.h"
#include "desktop/recent_files.h"
#include "desktop/texts.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace guatu::desktop
{

WindowActions::WindowActions(const Texts& texts, QMainWindow& window)
    : QObject(&window), m_texts(texts)
{
    sample = make("desktop.action.sample");
    open = make("desktop.action.open", QKeySequence::Open);
    create = make("desktop.action.new", QKeySequence::New);
    import = make("desktop.action.import", QKeySequence("Ctrl+I"));
    close = make("desktop.action.close", QKeySequence("Ctrl+W"));
    quit = make("desktop.action.quit", QKeySequence("Ctrl+Q"));
    copy = make("desktop.action.copy");
    clearSelection = make("desktop.action.clear_selection");
    previousView = make("desktop.action.previous_view", QKeySequence("Alt+Left"));
    nextView = make("desktop.action.next_view", QKeySequence("Alt+Right"));
    wholeUnit = make("desktop.action.whole_unit", QKeySequence(Qt::Key_Home));
    unitUp = make("desktop.action.unit_up", QKeySequence(Qt::Key_Backspace));
    closer = make("desktop.map.closer");
    farther = make("desktop.map.farther");
    mapOnly = make("desktop.action.map_only", QKeySequence(Qt::Key_F11));
    style = make("desktop.action.style", QKeySequence("F4"));
    background = make("desktop.action.background");
    noBackground = make("desktop.action.no_background");
    terrain = make("desktop.action.terrain");
    noTerrain = make("desktop.action.no_terrain");
    online = make("desktop.action.online");
    keys = make("desktop.action.keys");
    graticule = make("desktop.action.graticule");
    kilometreGrid = make("desktop.action.kilometre_grid");
    locator = make("desktop.action.locator");
    asOf = make("desktop.action.as_of");
    dateBack = make("desktop.action.date_back", QKeySequence(Qt::Key_BracketLeft));
    dateForward = make("desktop.action.date_forward", QKeySequence(Qt::Key_BracketRight));
    chinese = make("desktop.action.chinese");
    english = make("desktop.action.english");
    pointer = make("desktop.action.pointer");
    boxZoom = make("desktop.action.box_zoom");
    length = make("desktop.action.length");
    area = make("desktop.action.area");
    polygonChoice = make("desktop.action.polygon_choice");
    radiusChoice = make("desktop.action.radius_choice");
    placeFacility = make("desktop.gaps.place");
    closeRoad = make("desktop.gaps.close_road");
    drawRoad = make("desktop.gaps.draw_road");
    undo = make("desktop.action.undo", QKeySequence("Ctrl+Z"));
    redo = make("desktop.action.redo", QKeySequence("Ctrl+Y"));
    undo->setIcon(icon(Icon::Undo));
    redo->setIcon(icon(Icon::Redo));
    undo->setEnabled(false);
    redo->setEnabled(false);
    split = make("desktop.action.split", QKeySequence(Qt::Key_F8));
    magnifier = make("desktop.action.magnifier", QKeySequence(Qt::Key_F7));
    print = make("desktop.action.print", QKeySequence::Print);
    turnLeft = make("desktop.action.turn_left");
    turnRight = make("desktop.action.turn_right");
    northUp = make("desktop.action.north_up");
    find = make("desktop.action.find", QKeySequence::Find);
    gotoPosition = make("desktop.action.goto", QKeySequence("Ctrl+G"));
    shortcuts = make("desktop.action.shortcuts", QKeySequence(Qt::Key_F1));
    about = make("desktop.action.about");

    previousView->setIcon(icon(Icon::Previous));
    nextView->setIcon(icon(Icon::Next));
    wholeUnit->setIcon(icon(Icon::Home));
    pointer->setIcon(icon(Icon::Pointer));
    boxZoom->setIcon(icon(Icon::BoxZoom));
    length->setIcon(icon(Icon::Length));
    area->setIcon(icon(Icon::Area));
    split->setIcon(icon(Icon::Split));
    magnifier->setIcon(icon(Icon::Magnifier));
    print->setIcon(icon(Icon::Print));
    for (QAction* each : {split, magnifier})
        each->setCheckable(true);
    polygonChoice->setIcon(icon(Icon::PolygonChoice));
    radiusChoice->setIcon(icon(Icon::RadiusChoice));
    gotoPosition->setIcon(icon(Icon::Goto));
    import->setIcon(icon(Icon::Import));
    for (QAction* shown : {mapOnly, graticule, kilometreGrid, locator, online})
        shown->setCheckable(true);
    auto* tools = new QActionGroup(this);
    for (QAction* tool : {pointer, boxZoom, length, area, polygonChoice, radiusChoice,
                          placeFacility, closeRoad, drawRoad}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    pointer->setChecked(true);
    auto* languages = new QActionGroup(this);
    for (QAction* language : {chinese, english}) {
        language->setCheckable(true);
        languages->addAction(language);
    }
    colours = new QActionGroup(this);
    for (const auto& [variant, title] :
         {std::pair(ColourVariant::Standard, "desktop.action.colours_standard"),
          std::pair(ColourVariant::ColourBlind, "desktop.action.colours_colour_blind"),
          std::pair(ColourVariant::Grey, "desktop.action.colours_grey")}) {
        QAction* action = make(title);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(variant));
        colours->addAction(action);
    }
    m_needWorkspace = {import,        close,         copy,          clearSelection, previousView,
                       nextView,      wholeUnit,     unitUp,        closer,         farther,
                       mapOnly,       background,    noBackground,  asOf,           dateBack,
                       dateForward,   pointer,       boxZoom,       length,         area,
                       find,          gotoPosition,  polygonChoice, radiusChoice,   turnLeft,
                       turnRight,     northUp,       split,         magnifier,      print,
                       graticule,     kilometreGrid, locator,       terrain,        style,
                       placeFacility, closeRoad,     drawRoad};
    buildMenus(window);
    m_needWorkspace.append(basemaps->menuAction());
    window.addActions(findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly));
}

QAction* WindowActions::make(std::string_view title, const QKeySequence& key)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    m_texts.keep(action, [this, action, title] {
        action->setText(m_texts(title));
        // The tool tip names the key, without the ellipsis and mnemonic of the menu.
        QString tip = m_texts(title);
        tip.remove('&').remove(QStringLiteral("…"));
        if (!action->shortcut().isEmpty())
            tip += QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(tip);
    });
    return action;
}

void WindowActions::buildMenus(QMainWindow& window)
{
    const auto menu = [&](QWidget* parent, std::string_view title) {
        auto* made = new QMenu(parent);
        m_texts.keep(made, [this, made, title] { made->setTitle(m_texts(title)); });
        return made;
    };
    QMenuBar* bar = window.menuBar();
    QMenu* file = menu(bar, "desktop.menu.file");
    m_recent = menu(file, "desktop.menu.recent");
    file->addActions({sample, open, create});
    file->addMenu(m_recent);
    file->addSeparator();
    file->addActions({import, print});
    file->addSeparator();
    file->addActions({close, quit});
    QMenu* edit = menu(bar, "desktop.menu.edit");
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy, clearSelection});
    edit->addSeparator();
    edit->addActions({find, gotoPosition});
    QMenu* view = menu(bar, "desktop.menu.view");
    view->addActions({previousView, nextView, wholeUnit, unitUp});
    view->addSeparator();
    view->addActions({closer, farther, mapOnly});
    view->addActions({split, magnifier});
    view->addSeparator();
    view->addActions({turnLeft, turnRight, northUp});
    panels = menu(view, "desktop.menu.panels");
    view->addMenu(panels);
    view->addSeparator();
    view->addActions({dateBack, dateForward, asOf});
    view->addSeparator();
    basemaps = menu(view, "desktop.menu.basemap");
    basemaps->addActions({noBackground, background});
    basemaps->addSeparator();
    basemaps->addActions({terrain, noTerrain});
    basemaps->addSeparator();
    basemaps->addActions({online, keys});
    view->addMenu(basemaps);
    view->addActions({graticule, kilometreGrid, locator});
    view->addSeparator();
    view->addAction(style);
    themes = menu(view, "desktop.menu.themes");
    view->addMenu(themes);
    QMenu* colouring = menu(view, "desktop.menu.colours");
    colouring->addActions(colours->actions());
    view->addMenu(colouring);
    QMenu* language = menu(view, "desktop.menu.language");
    language->addActions({chinese, english});
    view->addMenu(language);
    QMenu* tools = menu(bar, "desktop.menu.tools");
    tools->addActions({pointer, boxZoom, polygonChoice, radiusChoice, length, area});
    tools->addSeparator();
    tools->addActions({placeFacility, closeRoad, drawRoad});
    QMenu* help = menu(bar, "desktop.menu.help");
    help->addActions({shortcuts, about});
    for (QMenu* each : {file, edit, view, tools, help})
        bar->addMenu(each);
}

void WindowActions::setWorkspaceOpen(bool isOpen)
{
    for (QAction* action : m_needWorkspace)
        action->setEnabled(isOpen);
}

void WindowActions::showTool(MapTool tool)
{
    QAction* const actions[]{pointer,      boxZoom,       length,    area,    polygonChoice,
                             radiusChoice, placeFacility, closeRoad, drawRoad};
    actions[static_cast<int>(tool)]->setChecked(true);
}

void WindowActions::setRecent(const RecentFiles& recent)
{
    m_recent->clear();
    for (const RecentFile& file : recent.list()) {
        QAction* action = m_recent->addAction(fromPath(file.file));
        action->setEnabled(file.reachable);
        connect(action, &QAction::triggered, this,
                [this, path = fromPath(file.file)] { emit recentAsked(path); });
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

} // namespace guatu::desktop
