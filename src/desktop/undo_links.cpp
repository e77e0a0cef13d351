// SPDX-License-Identifier: MIT
#include "desktop/undo_links.h"

#include "desktop/gap_keeper.h"
#include "desktop/main_window.h"
#include "desktop/mode_bar.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_keeper.h"
#include "desktop/window_actions.h"

namespace guatu::desktop
{
namespace
{

bool isTrip(MainWindow& window)
{
    return window.modes().mode() == Mode::Trip;
}

void refresh(MainWindow& window)
{
    const TripKeeper& trip = window.trip().keeper();
    const bool isFree = trip.draft() && !window.trip().keeper().search().job().isRunning();
    const bool canUndo =
        isTrip(window) ? isFree && trip.draft()->canUndo() : window.gaps().canUndo();
    const bool canRedo =
        isTrip(window) ? isFree && trip.draft()->canRedo() : window.gaps().canRedo();
    window.actions().undo->setEnabled(canUndo);
    window.actions().redo->setEnabled(canRedo);
}

} // namespace

void linkUndo(MainWindow& window)
{
    const WindowActions& actions = window.actions();
    TripKeeper& trip = window.trip().keeper();
    QObject::connect(actions.undo, &QAction::triggered, &window,
                     [&window, &trip] { isTrip(window) ? trip.undo() : window.gaps().undo(); });
    QObject::connect(actions.redo, &QAction::triggered, &window,
                     [&window, &trip] { isTrip(window) ? trip.redo() : window.gaps().redo(); });
    const auto again = [&window] { refresh(window); };
    QObject::connect(&window.gaps(), &GapKeeper::planChanged, &window, again);
    QObject::connect(&trip, &TripKeeper::changed, &window, again);
    QObject::connect(&trip.search().job(), &BackgroundJob::started, &window, again);
    QObject::connect(&trip.search().job(), &BackgroundJob::ended, &window, again);
    QObject::connect(&window.modes(), &ModeBar::modeChanged, &window, again);
}

} // namespace guatu::desktop
