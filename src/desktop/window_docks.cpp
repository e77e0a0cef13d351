// SPDX-License-Identifier: MIT
#include "desktop/window_docks.h"

#include "desktop/card_stack.h"
#include "desktop/household_panel.h"
#include "desktop/layer_panel.h"
#include "desktop/texts.h"
#include "desktop/unit_tree_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QTabWidget>

namespace guatu::desktop
{
namespace
{

constexpr int narrowBelow = 1280;
constexpr int leftWidth = 264, rightWidth = 336, tableHeight = 232;

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
    : QObject(&window), m_texts(texts), m_window(window), m_cards(cards), m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(&layers, QString());
    m_tabs->addTab(&units, QString());
    m_tabs->setMinimumWidth(232);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_left = makeDock(window, "left", Qt::LeftDockWidgetArea, m_tabs, new QWidget);
    m_right = makeDock(window, "card", Qt::RightDockWidgetArea, &cards, new QWidget);
    m_table = makeDock(window, "table", Qt::BottomDockWidgetArea, &households, households.head());
    window.resizeDocks({m_left, m_right}, {leftWidth, rightWidth}, Qt::Horizontal);
    window.resizeDocks({m_table}, {tableHeight}, Qt::Vertical);
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
    m_shown = shown;
    refresh();
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
        m_tabs->setCurrentWidget(&m_cards);
}

void WindowDocks::fitTo(int windowWidth)
{
    const bool narrow = windowWidth < narrowBelow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (narrow) {
        m_tabs->addTab(&m_cards, m_texts("desktop.card"));
    } else {
        m_tabs->removeTab(m_tabs->indexOf(&m_cards));
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
        m_window.restoreState(state);
    refresh();
}

} // namespace guatu::desktop
