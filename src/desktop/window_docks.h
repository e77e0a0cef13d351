// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace guatu::desktop
{

class CardStack;
class HouseholdPanel;
class LayerPanel;
class Texts;
class UnitTreePanel;

/// The panels around the map. In a narrow window the card becomes a tab beside layers and units.
class WindowDocks : public QObject
{
    Q_OBJECT

public:
    WindowDocks(const Texts& texts, QMainWindow& window, LayerPanel& layers, UnitTreePanel& units,
                CardStack& cards, HouseholdPanel& households);

    /// Panels stand beside the map only.
    void setShown(bool shown);
    void setMapOnly(bool mapOnly);
    void showTable();
    void showCard();
    void fitTo(int windowWidth);
    void fillMenu(QMenu& menu) const;

    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray& state);
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }

private:
    void refresh();
    void giveSizes();

    const Texts& m_texts;
    QMainWindow& m_window;
    CardStack& m_cards;
    QDockWidget *m_left, *m_right, *m_table;
    QTabBar* m_tabs; ///< serves as the left dock's title bar
    QStackedWidget* m_leftPages;
    QLabel* m_cardTitle;
    bool m_shown = false, m_mapOnly = false, m_narrow = false;
    bool m_arranged = false;      ///< sizes have been given, or remembered
    QList<QDockWidget*> m_closed; ///< by the user
};

} // namespace guatu::desktop
