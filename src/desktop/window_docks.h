// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/mode_bar.h"

#include <QByteArray>
#include <QObject>

#include <string_view>
#include <vector>

class QDockWidget;
class QMainWindow;
class QMenu;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace guatu::desktop
{

class BriefingPanel;
class CardStack;
class GapPanel;
class LayerPanel;
class QueryLibrary;
class QueryPanel;
class StylePanel;
class TableStack;
class Texts;
class TripDesk;
class UnitTreePanel;
class WhyPanel;

/// What stands around the map.
struct DockPanels {
    LayerPanel& layers;
    UnitTreePanel& units;
    WhyPanel& why;
    QueryPanel& query;
    QueryLibrary& library;
    StylePanel& style;
    GapPanel& gaps;
    BriefingPanel& briefing;
    CardStack& cards;
    TableStack& tables;
    TripDesk& trip;
};

/// The panels around the map. The mode decides which tabs stand at the left, and what at the right;
/// in a narrow window that becomes one of the tabs.
class WindowDocks : public QObject
{
    Q_OBJECT

public:
    WindowDocks(const Texts& texts, QMainWindow& window, const DockPanels& panels);

    /// Panels stand beside the map only.
    void setShown(bool shown);
    void setMapOnly(bool mapOnly);
    void setMode(Mode mode);
    void showTable();
    void showCard();
    /// Opens the tab of reasons, or takes it away.
    void showWhy(bool shown);
    /// Opens the tab of a layer's style, or takes it away.
    void showStyle(bool shown);
    /// The tab of conditions, in query mode.
    void showQuery();
    [[nodiscard]] WhyPanel& why() const { return m_panels.why; }
    void fitTo(int windowWidth);
    void fillMenu(QMenu& menu) const;
    [[nodiscard]] Mode mode() const { return m_mode; }

    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray& state);
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }

private:
    struct Tab {
        QWidget* page;
        std::string_view title;
    };
    void buildTabs();
    /// Puts the mode's panel into the right dock, the others among the left pages.
    void arrangeRight();
    [[nodiscard]] QWidget* rightNow() const;
    [[nodiscard]] std::vector<Tab> tabsNow() const;
    void showPage(QWidget* page);
    void refresh();
    void giveSizes();
    void widen();

    const Texts& m_texts;
    QMainWindow& m_window;
    DockPanels m_panels;
    QDockWidget *m_left, *m_right, *m_table;
    QDockWidget *m_stops, *m_lanes; ///< in trip mode, in place of the others
    QTabBar* m_tabs;                ///< serves as the left dock's title bar
    QStackedWidget* m_leftPages;
    QLabel* m_rightTitle;
    Mode m_mode = Mode::Map;
    bool m_shown = false, m_mapOnly = false, m_narrow = false, m_asksWhy = false, m_styles = false;
    bool m_tripArranged = false;
    bool m_arranged = false;      ///< sizes have been given, or remembered
    QList<QDockWidget*> m_closed; ///< by the user
};

} // namespace guatu::desktop
