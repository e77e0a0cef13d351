// SPDX-License-Identifier: MIT
#include "desktop/window_docks.h"

#include "desktop/briefing_panel.h"
#include "desktop/card_stack.h"
#include "desktop/gap_panel.h"
#include "desktop/layer_panel.h"
#include "desktop/query_library.h"
#include "desktop/query_panel.h"
#include "desktop/style_panel.h"
#include "desktop/table_stack.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_panel.h"
#include "desktop/trip_side.h"
#include "desktop/unit_tree_panel.h"
#include "desktop/why_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <utility>

namespace guatu::desktop
{
namespace
{

constexpr int narrowBelow = 1280;
constexpr int leastLeftWidth = 232, leastStyleWidth = 300, leastGapWidth = 312;
constexpr int leftWidth = 280, narrowLeftWidth = 320, wideLeftWidth = 328, rightWidth = 336,
              tableHeight = 232, stopsWidth = 384, lanesHeight = 322, leastLanesHeight = 200;
constexpr int chromeHeight = 106, leastMapHeight = 400 + 73; // with the timeline

/// A line that a dock is dragged by.
QWidget* headOf(QWidget* content)
{
    auto* head = new QWidget;
    setLook(head, "dockHead");
    content->setFixedHeight(35); // title bars take the height of what is in them
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(qobject_cast<QTabBar*>(content) ? 8 : 16, 0, 8, 0);
    layout->addWidget(content, 1);
    return head;
}

QDockWidget* makeDock(QMainWindow& window, const char* name, Qt::DockWidgetArea area,
                      QWidget* content, QWidget* titleBar)
{
    auto* dock = new QDockWidget(&window);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setTitleBarWidget(titleBar);
    dock->setWidget(content);
    window.addDockWidget(area, dock);
    return dock;
}

} // namespace

WindowDocks::WindowDocks(const Texts& texts, QMainWindow& window, const DockPanels& panels)
    : QObject(&window),
      m_texts(texts),
      m_window(window),
      m_panels(panels),
      m_tabs(new QTabBar),
      m_leftPages(new QStackedWidget),
      m_rightTitle(makeLabel("strong"))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (QWidget* page : std::initializer_list<QWidget*>{
             &panels.layers, &panels.units, &panels.why, &panels.query, &panels.library,
             &panels.style, &panels.gaps, &panels.briefing})
        m_leftPages->addWidget(page);
    m_leftPages->setMinimumWidth(leastLeftWidth);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0)
            m_leftPages->setCurrentWidget(m_tabs->tabData(tab).value<QWidget*>());
    });
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_left = makeDock(window, "left", Qt::LeftDockWidgetArea, m_leftPages, headOf(m_tabs));
    m_right =
        makeDock(window, "card", Qt::RightDockWidgetArea, &panels.cards, headOf(m_rightTitle));
    m_table =
        makeDock(window, "table", Qt::BottomDockWidgetArea, &panels.tables, panels.tables.head());
    auto* stopsTitle = makeLabel("strong");
    m_stops = makeDock(window, "trip_stops", Qt::RightDockWidgetArea, &panels.trip.side(),
                       headOf(stopsTitle));
    m_lanes = makeDock(window, "trip_lanes", Qt::BottomDockWidgetArea, &panels.trip.panel(),
                       panels.trip.panel().head());
    for (QDockWidget* dock : {m_stops, m_lanes})
        dock->hide();
    for (QDockWidget* dock : {m_left, m_right, m_table, m_stops, m_lanes}) {
        connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool on) {
            if (on)
                m_closed.removeAll(dock);
            else
                m_closed.append(dock);
        });
    }
    texts.keep(this, [this, stopsTitle] {
        stopsTitle->setText(m_texts("desktop.trip.stops"));
        m_stops->setWindowTitle(m_texts("desktop.trip.stops"));
        m_lanes->setWindowTitle(m_texts("desktop.trip.title"));
        buildTabs();
        arrangeRight();
        m_left->setWindowTitle(m_texts("desktop.panel.left"));
        m_table->setWindowTitle(m_texts("desktop.panel.table"));
    });
    connect(&panels.cards, &QStackedWidget::currentChanged, this, [this] {
        if (!m_panels.cards.showsUnit() && m_leftPages->currentWidget() != &m_panels.why)
            showCard();
    });
}

std::vector<WindowDocks::Tab> WindowDocks::tabsNow() const
{
    std::vector<Tab> tabs;
    if (m_mode == Mode::Query) {
        tabs.push_back({&m_panels.query, "desktop.query"});
        tabs.push_back({&m_panels.library, "desktop.library"});
    }
    if (m_mode == Mode::Gaps && m_narrow)
        tabs.push_back({&m_panels.gaps, "desktop.mode.gaps"});
    if (m_mode == Mode::Briefing && m_narrow)
        tabs.push_back({&m_panels.briefing, "desktop.mode.briefing"});
    tabs.push_back({&m_panels.layers, "desktop.layers"});
    if (m_mode == Mode::Map)
        tabs.push_back({&m_panels.units, "desktop.units"});
    if (m_asksWhy)
        tabs.push_back({&m_panels.why, "desktop.why"});
    if (m_styles)
        tabs.push_back({&m_panels.style, "desktop.style"});
    if (m_narrow || rightNow() != &m_panels.cards)
        tabs.push_back({&m_panels.cards, "desktop.card"});
    return tabs;
}

void WindowDocks::buildTabs()
{
    QWidget* const current = m_leftPages->currentWidget();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (const Tab& tab : tabsNow())
        m_tabs->setTabData(m_tabs->addTab(m_texts(tab.title)), QVariant::fromValue(tab.page));
    showPage(current);
}

void WindowDocks::showPage(QWidget* page)
{
    int at = 0;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->tabData(tab).value<QWidget*>() == page)
            at = tab;
    m_tabs->setCurrentIndex(at);
    m_leftPages->setCurrentWidget(m_tabs->tabData(at).value<QWidget*>());
}

void WindowDocks::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    arrangeRight();
    buildTabs();
    showPage(tabsNow().front().page);
    refresh();
    widen();
    if (mode == Mode::Trip && m_shown && !std::exchange(m_tripArranged, true)) {
        m_window.resizeDocks({m_stops}, {m_narrow ? narrowLeftWidth : stopsWidth}, Qt::Horizontal);
        const int room = m_window.height() - chromeHeight - leastMapHeight;
        m_window.resizeDocks({m_lanes}, {std::clamp(room, leastLanesHeight, lanesHeight)},
                             Qt::Vertical);
    }
}

void WindowDocks::showQuery()
{
    showPage(&m_panels.query);
}

void WindowDocks::widen()
{
    // Conditions, reasons and styles need more room than layers.
    const bool needs = m_mode == Mode::Query || m_asksWhy || m_styles;
    const int wanted = needs || m_narrow ? wideLeftWidth : leftWidth;
    const bool gaps = m_narrow && m_mode == Mode::Gaps;
    m_leftPages->setMinimumWidth(m_styles ? leastStyleWidth
                                 : gaps   ? leastGapWidth
                                          : leastLeftWidth);
    if (m_shown && m_left->width() < wanted)
        m_window.resizeDocks({m_left}, {wanted}, Qt::Horizontal);
}

void WindowDocks::showWhy(bool shown)
{
    m_asksWhy = shown;
    m_closed.removeAll(m_left);
    refresh();
    buildTabs();
    if (shown)
        showPage(&m_panels.why);
    widen();
}

void WindowDocks::showStyle(bool shown)
{
    if (!shown && !m_styles)
        return;
    m_styles = shown;
    m_closed.removeAll(m_left);
    refresh();
    buildTabs();
    showPage(shown ? static_cast<QWidget*>(&m_panels.style) : &m_panels.layers);
    widen();
}

void WindowDocks::fillMenu(QMenu& menu) const
{
    for (QDockWidget* dock : {m_left, m_right, m_table, m_stops, m_lanes})
        menu.addAction(dock->toggleViewAction());
}

void WindowDocks::refresh()
{
    const bool some = m_shown && !m_mapOnly;
    const bool isTrip = m_mode == Mode::Trip;
    m_left->setVisible(some && !m_closed.contains(m_left) && (!isTrip || m_asksWhy || m_styles));
    m_right->setVisible(some && !isTrip && !m_narrow && !m_closed.contains(m_right));
    m_table->setVisible(some && !isTrip && !m_closed.contains(m_table));
    m_stops->setVisible(some && isTrip && !m_closed.contains(m_stops));
    m_lanes->setVisible(some && isTrip && !m_closed.contains(m_lanes));
    m_right->toggleViewAction()->setEnabled(!m_narrow);
}

QWidget* WindowDocks::rightNow() const
{
    switch (m_mode) {
    case Mode::Gaps:
        return &m_panels.gaps;
    case Mode::Briefing:
        return &m_panels.briefing;
    default:
        return &m_panels.cards;
    }
}

void WindowDocks::arrangeRight()
{
    QWidget* const right = m_narrow ? nullptr : rightNow();
    for (QWidget* page :
         std::initializer_list<QWidget*>{&m_panels.cards, &m_panels.gaps, &m_panels.briefing})
        if (page != right && m_leftPages->indexOf(page) < 0)
            m_leftPages->addWidget(page);
    if (right && m_right->widget() != right) {
        m_leftPages->removeWidget(right);
        m_right->setWidget(right);
        right->show();
    }
    const QString title = m_texts(rightNow() == &m_panels.gaps       ? "desktop.mode.gaps"
                                  : rightNow() == &m_panels.briefing ? "desktop.mode.briefing"
                                                                     : "desktop.card");
    m_rightTitle->setText(title);
    m_right->setWindowTitle(title);
}

void WindowDocks::setShown(bool shown)
{
    const bool first = shown && !std::exchange(m_arranged, m_arranged || shown);
    m_shown = shown;
    refresh();
    if (first) // when the docks have been laid out
        QTimer::singleShot(0, this, &WindowDocks::giveSizes);
}

void WindowDocks::giveSizes()
{
    m_window.resizeDocks({m_left, m_right}, {m_narrow ? narrowLeftWidth : leftWidth, rightWidth},
                         Qt::Horizontal);
    const int room = m_window.height() - chromeHeight - leastMapHeight;
    m_window.resizeDocks({m_table}, {std::min(tableHeight, room)}, Qt::Vertical);
}

void WindowDocks::setMapOnly(bool mapOnly)
{
    m_mapOnly = mapOnly;
    refresh();
}

void WindowDocks::showTable()
{
    m_closed.removeAll(m_table);
    refresh();
}

void WindowDocks::showCard()
{
    if (m_narrow && m_mode != Mode::Gaps) // there the sentence on it says what is asked
        showPage(&m_panels.cards);
}

void WindowDocks::fitTo(int windowWidth)
{
    const bool narrow = windowWidth < narrowBelow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    arrangeRight();
    buildTabs();
    refresh();
    widen();
}

QByteArray WindowDocks::state() const
{
    return m_window.saveState();
}

void WindowDocks::restore(const QByteArray& state)
{
    if (!state.isEmpty())
        m_arranged = m_window.restoreState(state);
    refresh();
}

} // namespace guatu::desktop
