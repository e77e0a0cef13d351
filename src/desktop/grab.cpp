// SPDX-License-Identifier: MIT
#include "desktop/grab.h"

#include "briefing/writer.h"
#include "desktop/briefing_panel.h"
#include "desktop/gap_keeper.h"
#include "desktop/ground_keeper.h"
#include "desktop/layer_panel.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/map_theme_keeper.h"
#include "desktop/map_theme_menu.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/query_panel.h"
#include "desktop/shortcut_sheet.h"
#include "desktop/split_side.h"
#include "desktop/timeline_panel.h"
#include "desktop/trip_desk.h"
#include "desktop/why_panel.h"
#include "desktop/window_actions.h"
#include "desktop/window_docks.h"
#include "desktop/workspace_opener.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPdfWriter>
#include <QPixmap>
#include <QThread>

#include <cstdio>

namespace guatu::desktop
{
namespace
{

constexpr int inputError = 2, storeError = 3;

int complain(MainWindow& window, const Message& message, int code)
{
    std::fprintf(stderr, "%s\n", text(message, window.texts().language()).c_str());
    return code;
}

} // namespace

bool waitUntilQuiet(MainWindow& window, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    // Panels pass work on to each other, so it must have been quiet for a while.
    int quietFor = 0;
    while (timer.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        const bool quiet =
            !window.isWorking() && !window.mapPage().background().isWorking() &&
            (!window.workbench().isOpen() || !window.showsMap() ||
             !window.mapPage().map().scene().definition || window.mapPage().map().isSharp());
        QThread::msleep(5);
        quietFor = quiet ? quietFor + 1 : 0;
        if (quietFor > 60)
            return true;
    }
    return false;
}

namespace
{

/// Until the timeline's curve is whole, or a minute has gone.
void waitForDates(MainWindow& window)
{
    constexpr int longest = 60000;
    QElapsedTimer timer;
    timer.start();
    while (window.workbench().isOpen() && timer.elapsed() < longest &&
           !window.mapPage().timeline().keeper().isComplete())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    static_cast<void>(waitUntilQuiet(window));
}

void splitMap(MainWindow& window, const QString& what)
{
    window.mapPage().setSplit(true);
    SplitSide& side = *window.mapPage().split();
    if (const auto date = Date::fromIso(what.toStdString()))
        side.showDate(*date);
    else
        side.showTheme(what.toStdString());
    while (!side.isReady())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

/// False when the workspace keeps no theme of the name.
bool showThemeOf(MainWindow& window, const std::string& name)
{
    static_cast<void>(waitUntilQuiet(window));
    const auto* keeper = window.findChild<MapThemeKeeper*>();
    const MapTheme* theme = keeper ? keeper->find(name) : nullptr;
    if (theme)
        showTheme(window, *theme);
    return theme != nullptr;
}

void showGaps(MainWindow& window, const GrabRequest& request)
{
    GapKeeper& gaps = window.gaps();
    window.modes().setMode(Mode::Gaps);
    gaps.chooseService(request.service.toStdString());
    static_cast<void>(waitUntilQuiet(window));
    for (const QString& road : request.closed.split(',', Qt::SkipEmptyParts))
        gaps.toggleRoad(road.toStdString());
    if (request.newPlaces > 0)
        gaps.site({.add = static_cast<std::size_t>(request.newPlaces)});
    gaps.setReachShown(request.reach);
    static_cast<void>(waitUntilQuiet(window));
    if (!request.chosen.isEmpty())
        window.workbench().chooseHouseholds(
            session::householdsByCode(window.workbench().view(), {request.chosen.toStdString()}));
    if (request.list)
        gaps.plan().isEmpty() ? gaps.list(CriterionResult::Unmet) : gaps.listChanges();
}

/// Does what the request asks for in a workspace that is open.
void arrange(MainWindow& window, const GrabRequest& request)
{
    TimelinePanel& timeline = window.mapPage().timeline();
    if (const auto base = Date::fromIso(request.compare.toStdString())) {
        timeline.goTo(*base);
        static_cast<void>(waitUntilQuiet(window));
        timeline.changes().mark();
    }
    if (const auto date = Date::fromIso(request.asOf.toStdString())) {
        timeline.goTo(*date);
        static_cast<void>(waitUntilQuiet(window));
    }
    if (request.persons)
        window.layers().setMeasure(Measure::Persons);
    for (const QString& layer : request.layers.split(',', Qt::SkipEmptyParts))
        window.layers().setVisible(layer.toStdString(), true);
    MapWidget& map = window.mapPage().map();
    map.turnBy(request.rotation.toDouble(), QRectF(map.rect()).center());
    if (!request.split.isEmpty())
        splitMap(window, request.split);
    for (const QString& file : request.background.split(',', Qt::SkipEmptyParts)) {
        window.mapPage().openBackground(toPath(file));
        static_cast<void>(waitUntilQuiet(window));
    }
    if (!request.basemap.isEmpty())
        window.mapPage().findChild<GroundKeeper*>()->choose(request.basemap.toStdString());
    if (request.grids) {
        const WindowActions& actions = window.actions();
        for (QAction* action : {actions.graticule, actions.kilometreGrid, actions.locator})
            action->trigger();
    }
    if (!request.style.isEmpty())
        emit window.layers().styleAsked(request.style.toStdString());
    if (request.mode == "gaps")
        showGaps(window, request);
    if (request.mode == "query" || !request.query.isEmpty())
        window.modes().setMode(Mode::Query);
    if (!request.query.isEmpty())
        window.query().ask(request.query);
    if (request.mode == "briefing") {
        window.modes().setMode(Mode::Briefing);
        window.briefing().preview();
    }
    if (request.mode == "trip" || !request.trip.isEmpty())
        window.modes().setMode(Mode::Trip);
    if (!request.trip.isEmpty()) {
        static_cast<void>(waitUntilQuiet(window)); // what was kept comes first
        window.trip().keeper().open(toPath(request.trip));
        static_cast<void>(waitUntilQuiet(window));
        window.mapPage().fitRoutes();
    }
    if (request.why) {
        window.why().explain(window.workbench().unit());
        window.docks().showWhy(true);
    }
}

} // namespace

int grabWindow(MainWindow& window, const GrabRequest& request)
{
    const QStringList sides = request.size.split('x');
    if (sides.size() == 2)
        window.resize(sides[0].toInt(), sides[1].toInt());
    window.show();
    if (!request.workspace.isEmpty()) {
        window.openFile(toPath(request.workspace));
        const bool quiet = waitUntilQuiet(window);
        if (!quiet || !window.workbench().isOpen())
            return complain(window, window.messages().message(), storeError);
    }
    if (!request.unit.isEmpty()) {
        const auto code = UnitCode::parse(request.unit.toStdString());
        const RowIndex unit = code && window.workbench().isOpen()
                                  ? findUnit(window.workbench().units(), *code)
                                  : noRow;
        if (unit == noRow)
            return complain(window,
                            {"desktop.grab.no_unit", {{"code", request.unit.toStdString()}}},
                            inputError);
        window.workbench().visit(unit);
    }
    if (!request.theme.isEmpty() && !showThemeOf(window, request.theme.toStdString()))
        return complain(window, {"desktop.grab.no_theme", {{"name", request.theme.toStdString()}}},
                        inputError);
    if (window.workbench().isOpen())
        arrange(window, request);
    static_cast<void>(waitUntilQuiet(window));
    waitForDates(window);
    if (!request.print.isEmpty()) {
        std::vector<std::string> words;
        {
            QPdfWriter writer(request.print);
            writer.setPageOrientation(QPageLayout::Landscape);
            writer.setResolution(600);
            words = printMap(writer, window.mapPage().printJob());
        }
        briefing::mendPrinted(request.print.toStdString(), words);
    }
    if (request.shortcuts)
        window.actions().shortcuts->trigger();
    auto* sheet = window.findChild<ShortcutSheet*>();
    if (!(sheet ? sheet->grab() : window.grab()).save(request.file))
        return complain(window, {"desktop.grab.not_saved", {{"file", request.file.toStdString()}}},
                        inputError);
    return 0;
}

} // namespace guatu::desktop
