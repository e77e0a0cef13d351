// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace guatu::desktop
{

class Texts;
class TripKeeper;
class TripLanes;
class TripPlayer;

/// What lies below the map in trip mode: the lanes with their commands, or how to begin.
class TripPanel : public QStackedWidget
{
    Q_OBJECT

public:
    TripPanel(const Texts& texts, TripKeeper& keeper, TripPlayer& player,
              QWidget* parent = nullptr);

    /// The line above, as the dock's title bar.
    [[nodiscard]] QWidget* head() const { return m_head; }
    [[nodiscard]] TripLanes& lanes() const { return *m_lanes; }
    [[nodiscard]] QPushButton* lockButton() const { return m_lock; }
    [[nodiscard]] QPushButton* undoButton() const { return m_undo; }
    [[nodiscard]] QPushButton* redoButton() const { return m_redo; }
    [[nodiscard]] QPushButton* improveButton() const { return m_improve; }

signals:
    void planAsked();
    void openAsked();
    void saveAsked();
    void compareAsked();
    void loadAsked();
    void booksAsked();
    void replanAsked();
    void exportAsked();
    void returnAsked();

private:
    void buildHead();
    void buildStart();
    void fillMenu();
    void refresh();

    const Texts& m_texts;
    TripKeeper& m_keeper;
    TripPlayer& m_player;
    TripLanes* m_lanes;
    QWidget* m_head;
    QLabel *m_title, *m_summary;
    QPushButton *m_play, *m_lock, *m_improve, *m_compare, *m_undo, *m_redo;
    QToolButton* m_more;
    QMenu* m_menu;
};

} // namespace guatu::desktop
