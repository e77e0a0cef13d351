// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/trip_keeper.h"
#include "desktop/trip_source.h"

#include <QDialog>
#include <QPointer>

namespace guatu::desktop
{

class TableDialog;
class TripDialog;
class TripBooks;
class TripExporter;
class TripMapMaker;
class TripPanel;
class TripPlayer;
class TripReplanDialog;
class TripReturner;
class TripSide;

/// All that belongs to trips in the window: what is planned, its panels, and the questions asked
/// on the way.
class TripDesk : public QObject
{
    Q_OBJECT

public:
    TripDesk(const Texts& texts, Workbench& workbench, Settings& settings, QWidget* window);

    [[nodiscard]] TripKeeper& keeper() const { return *m_keeper; }
    [[nodiscard]] TripPlayer& player() const { return *m_player; }
    [[nodiscard]] TripMapMaker& maps() const { return *m_maps; }
    [[nodiscard]] TripPanel& panel() const { return *m_panel; }
    [[nodiscard]] TripSide& side() const { return *m_side; }
    [[nodiscard]] TripExporter& exporter() const { return *m_exporter; }
    [[nodiscard]] TripBooks& books() const { return *m_books; }
    [[nodiscard]] TripReturner& returner() const { return *m_returner; }

    /// Asks for a trip to these; the search begins when the dialog is accepted. A wish that makes
    /// no sense opens it again with what is wrong.
    void ask(const TripSource& source);
    /// The dialog that stands open; null: none.
    [[nodiscard]] TripDialog* dialog() const;
    void askOpen();
    void askSave();
    /// Asks how things stand on the road, and plans the rest anew.
    void askReplan();
    [[nodiscard]] TripReplanDialog* replanDialog() const;
    /// The plan against the one that was kept, or else against the one before the last change.
    void compare();
    void showLoad();
    void showLinks();
    void showViolations();
    void showMenu(std::size_t stop, QPoint global);
    [[nodiscard]] TableDialog* tableDialog() const;
    /// Title for the map: what, from when to when, how many teams.
    [[nodiscard]] QString mapTitle() const;
    [[nodiscard]] QString mapSubtitle() const;

signals:
    void planningBegun();

private:
    void askAgain(const Message& why);
    void showTables(std::string_view title, std::function<std::vector<Table>()> make);

    const Texts& m_texts;
    Workbench& m_workbench;
    QWidget* m_window;
    TripKeeper* m_keeper;
    TripPlayer* m_player;
    TripMapMaker* m_maps;
    TripPanel* m_panel;
    TripSide* m_side;
    TripExporter* m_exporter;
    TripBooks* m_books;
    TripReturner* m_returner;
    std::optional<TripSource> m_asked{}; ///< of the dialog that was last accepted
    BackgroundJob m_tables{this};
    QPointer<QDialog> m_dialog, m_replanDialog, m_tableDialog;
};

} // namespace guatu::desktop
