// SPDX-License-Identifier: MIT
#include "desktop/trip_links.h"

#include "desktop/card_stack.h"
#include "desktop/household_panel.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/query_panel.h"
#include "desktop/table_stack.h"
#include "desktop/timeline_panel.h"
#include "desktop/trip_desk.h"
#include "desktop/trip_map_maker.h"
#include "desktop/trip_player.h"
#include "desktop/trip_returner.h"
#include "desktop/trip_words.h"
#include "desktop/unit_card_panel.h"
#include "desktop/workspace_opener.h"
#include "render/route_style.h"

namespace guatu::desktop
{
namespace
{

void showRoutes(MainWindow& window)
{
    const bool isShown = window.modes().mode() == Mode::Trip;
    TripDesk& trip = window.trip();
    window.mapPage().setRoutes(isShown ? trip.maps().map() : nullptr, trip.mapTitle(),
                               trip.mapSubtitle());
}

void showMovers(MainWindow& window)
{
    std::vector<MapMover> movers;
    TripDesk& trip = window.trip();
    if (const auto clock = trip.player().clock();
        clock && window.modes().mode() == Mode::Trip && trip.keeper().draft())
        for (const TripMapMaker::Standing& each : trip.maps().standings(*clock))
            movers.push_back({each.at, render::teamColour(each.team),
                              toQString(trip.keeper().draft()->problem().teams[each.team].name) +
                                  ' ' + tripClock(*clock)});
    window.mapPage().map().setMovers(std::move(movers));
}

/// Where a visit can be asked for.
void linkSources(MainWindow& window)
{
    TripDesk& trip = window.trip();
    Workbench& workbench = window.workbench();
    const auto askAll = [&] {
        if (workbench.isOpen() && workbench.unit() != noRow)
            trip.ask(tripSourceOf(workbench, window.texts()));
    };
    const auto askUnit = [&](RowIndex unit) {
        trip.ask(tripSourceOfUnit(workbench.view(), unit, window.texts()));
    };
    QObject::connect(&window.mapPage(), &MapPage::visitAsked, &trip, [&, askUnit](RowIndex unit) {
        const auto& chosen = workbench.households();
        if (chosen.empty())
            askUnit(unit);
        else
            trip.ask(tripSourceOf(workbench, window.texts()));
    });
    QObject::connect(&window.cards().unitCard(), &UnitCardPanel::visitAsked, &trip, askUnit);
    QObject::connect(&window.households(), &HouseholdPanel::visitAsked, &trip, [&] {
        if (!workbench.isOpen() || workbench.unit() == noRow)
            return;
        const bool isChosen = !workbench.households().empty();
        trip.ask(tripSourceOfRows(
            workbench.view(), isChosen ? workbench.households() : window.households().rows(),
            workbench.unit(),
            window.texts()(isChosen ? "desktop.trip.source.chosen" : "desktop.trip.source.table")));
    });
    QObject::connect(&window.query(), &QueryPanel::visitAsked, &trip, [&, askAll] {
        if (workbench.list())
            return askAll();
        const std::string text = window.query().canonical(window.texts().language());
        if (text.empty() || !workbench.isOpen() || workbench.stage() == noRow)
            return;
        TripSource source{.title = toQString(text), .unit = 0, .expression = text};
        for (const session::MapFeatures& found : workbench.marked())
            source.count += found.ids.size();
        source.unit = workbench.stage();
        trip.ask(source);
    });
}

} // namespace

void linkTrip(MainWindow& window)
{
    TripDesk& trip = window.trip();
    TripKeeper& keeper = trip.keeper();
    QObject::connect(&keeper, &TripKeeper::failed, &window, &MainWindow::showError);
    QObject::connect(&keeper, &TripKeeper::noted, &window.messages(),
                     [&](const Message& what) { window.messages().showNote(what); });
    QObject::connect(&trip.maps(), &TripMapMaker::made, &window, [&] { showRoutes(window); });
    QObject::connect(&window.modes(), &ModeBar::modeChanged, &window, [&](Mode mode) {
        window.mapPage().timeline().setVisible(mode != Mode::Trip);
        trip.player().leave();
        showRoutes(window);
    });
    QObject::connect(&trip.player(), &TripPlayer::moved, &window, [&] { showMovers(window); });
    QObject::connect(&window.mapPage(), &MapPage::routeStopClicked, &keeper,
                     [&](std::size_t stop) { keeper.chooseStop(stop); });
    QObject::connect(&trip, &TripDesk::planningBegun, &window,
                     [&] { window.modes().setMode(Mode::Trip); });
    QObject::connect(&keeper.search(), &TripSearch::found, &window,
                     [&](const auto&, bool isFirst, int) {
                         if (isFirst)
                             window.mapPage().fitRoutes();
                     });
    QObject::connect(&trip.returner(), &TripReturner::workspaceChanged, &window.opener(),
                     [&](const std::filesystem::path& file) { window.opener().open(file); });
    linkSources(window);
}

} // namespace guatu::desktop
