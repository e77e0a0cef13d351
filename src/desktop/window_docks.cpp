// SPDX-License-Identifier: MIT
#include "desktop/window_docks.h"

#include "desktop/card_stack.h"
#include "desktop/household_panel.h"
#include "desktop/layer_panel.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_tree_panel.h"

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
constexpr int leftWidth = 280, narrowLeftWidth = 320, rightWidth = 336, tableHeight = 232;
constexpr int chromeHeight = 136, leastMapHeight = 380;

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

WindowDocks::WindowDocks(const Texts& texts, QMainWindow& window, LayerPanel& layers,
                         UnitTreePanel& units, CardStack& cards, HouseholdPanel& households)
    : QObject(&window),
      m_texts(texts),
      m_window(window),
      m_cards(cards),
      m_tabs(new QTabBar),
      m_leftPages(new QStackedWidget),
      m_cardTitle(makeLabel("strong"))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (QWidget* page : std::initializer_list<QWidget*>{&layers, &units}) {
        m_leftPages->addWidget(page);
        m_tabs->addTab(QString());
    }
    m_leftPages->setMinimumWidth(232);
    connect(m_tabs, &QTabBar::currentChanged, m_leftPages, &QStackedWidget::setCurrentIndex);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_left = makeDock(window, "left", Qt::LeftDockWidgetArea, m_leftPages, headOf(m_tabs));
    m_right = makeDock(window, "card", Qt::RightDockWidgetArea, &cards, headOf(m_cardTitle));
    m_table = makeDock(window, "table", Qt::BottomDockWidgetArea, &households, households.head());
    for (QDockWidget* dock : {m_left, m_right, m_table}) {
        connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool on) {
            if (on)
                m_closed.removeAll(dock);
            else
                m_closed.append(dock);
        });
    }
    texts.keep(this, [this] {
        m_tabs->setTabText(0, m_texts("desktop.layers"));
        m_tabs->setTabText(1, m_texts("desktop.units"));
        if (m_narrow)
            m_tabs->setTabText(2, m_texts("desktop.card"));
        m_cardTitle->setText(m_texts("desktop.card"));
        m_left->setWindowTitle(m_texts("desktop.panel.left"));
        m_right->setWindowTitle(m_texts("desktop.card"));
        m_table->setWindowTitle(m_texts("desktop.panel.table"));
    });
    connect(&cards, &QStackedWidget::currentChanged, this, [this] {
        if (!m_cards.showsUnit())
            showCard();
    });
}

void WindowDocks::fillMenu(QMenu& menu) const
{
    for (QDockWidget* dock : {m_left, m_right, m_table})
        menu.addAction(dock->toggleViewAction());
}

void WindowDocks::refresh()
{
    const bool some = m_shown && !m_mapOnly;
    m_left->setVisible(some && !m_closed.contains(m_left));
    m_right->setVisible(some && !m_narrow && !m_closed.contains(m_right));
    m_table->setVisible(some && !m_closed.contains(m_table));
    m_right->toggleViewAction()->setEnabled(!m_narrow);
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
    if (m_narrow)
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

void WindowDocks::fitTo(int windowWidth)
{
    const bool narrow = windowWidth < narrowBelow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (narrow) {
        m_leftPages->addWidget(&m_cards);
        m_tabs->addTab(m_texts("desktop.card"));
    } else {
        m_tabs->removeTab(m_tabs->count() - 1);
        m_leftPages->removeWidget(&m_cards);
        m_right->setWidget(&m_cards);
        m_cards.show();
    }
    refresh();
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
