// SPDX-License-Identifier: MIT
#include "desktop/panel_links.h"

#include "core/classified.h"
#include "desktop/briefing_panel.h"
#include "desktop/card_stack.h"
#include "desktop/gap_links.h"
#include "desktop/household_panel.h"
#include "desktop/layer_exporter.h"
#include "desktop/layer_panel.h"
#include "desktop/list_exporter.h"
#include "desktop/look_keeper.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/navigation.h"
#include "desktop/query_keeper.h"
#include "desktop/query_library.h"
#include "desktop/query_panel.h"
#include "desktop/record_panel.h"
#include "desktop/search_box.h"
#include "desktop/status_line.h"
#include "desktop/style_links.h"
#include "desktop/table_stack.h"
#include "desktop/timeline_panel.h"
#include "desktop/trip_links.h"
#include "desktop/undo_links.h"
#include "desktop/unit_card_panel.h"
#include "desktop/why_panel.h"
#include "desktop/window_actions.h"
#include "desktop/window_docks.h"
#include "desktop/workspace_opener.h"

#include <QAction>

namespace guatu::desktop
{
namespace
{

void linkErrors(MainWindow& window)
{
    const auto fails = [&window](auto* panel) {
        using Panel = std::remove_pointer_t<decltype(panel)>;
        QObject::connect(panel, &Panel::failed, &window, &MainWindow::showError);
    };
    fails(&window.opener());
    fails(&window.workbench());
    fails(&window.mapPage());
    QObject::connect(
        &window.mapPage(), &MapPage::noted, &window,
        [&window](const Message& what, const Message& action, const std::function<void()>& act) {
            window.messages().showNote(what, action, act);
        });
    fails(&window.mapPage().timeline());
    fails(&window.layers());
    fails(&window.tables());
    fails(&window.cards());
    fails(&window.why());
    fails(&window.query());
    fails(&window.exporter());
}

void linkMap(MainWindow& window)
{
    MapPage& map = window.mapPage();
    StatusLine& status = window.status();
    CardStack& cards = window.cards();
    QObject::connect(&map, &MapPage::positionChanged, &status, &StatusLine::showPosition);
    QObject::connect(&map, &MapPage::scaleChanged, &status, &StatusLine::showScale);
    QObject::connect(&map, &MapPage::printed, &window.messages(),
                     [&window] { window.messages().showNote({"desktop.print.done"}); });
    QObject::connect(&map, &MapPage::householdsClicked, &cards, &CardStack::showHousehold);
    QObject::connect(&map, &MapPage::unitClicked, &cards, &CardStack::showUnit);
    QObject::connect(&map, &MapPage::placesClicked, &cards, &CardStack::showPlaces);
}

void linkLists(MainWindow& window)
{
    CardStack& cards = window.cards();
    MapPage& map = window.mapPage();
    Workbench& workbench = window.workbench();
    WindowDocks& docks = window.docks();
    QObject::connect(&cards, &CardStack::locateAsked, &map, &MapPage::goToPlace);
    QObject::connect(&cards, &CardStack::whyAsked, &docks, [&docks](RowIndex unit) {
        docks.why().explain(unit);
        docks.showWhy(true);
    });
    QObject::connect(&docks.why(), &WhyPanel::closeAsked, &docks,
                     [&docks] { docks.showWhy(false); });
    const auto goToHousehold = [&](std::uint32_t row) { goTo(row, workbench, map, cards); };
    QObject::connect(&docks.why(), &WhyPanel::householdAsked, &map, goToHousehold);
    QObject::connect(&window.households(), &HouseholdPanel::householdActivated, &map,
                     [&cards, &map, &workbench](std::uint32_t row) {
                         cards.showHousehold();
                         map.goToPlace(workbench.view().snapshot.households.location[row]);
                     });
    QObject::connect(&window.search(), &SearchBox::chosen, &map,
                     [&](const session::SearchHit& hit) { goToHit(hit, workbench, map, cards); });
    TableStack& tables = window.tables();
    QObject::connect(&cards, &CardStack::recordsAsked, &tables, &TableStack::openRecords);
    QObject::connect(&tables, &TableStack::opened, &docks, &WindowDocks::showTable);
    QObject::connect(&tables.records(), &RecordPanel::householdAsked, &map, goToHousehold);
    QObject::connect(&tables.records(), &RecordPanel::siteAsked, &map, [&](RowIndex site) {
        const auto row = static_cast<std::size_t>(site);
        const SiteColumns& sites = workbench.view().snapshot.sites;
        goToHit({session::SearchHit::Kind::Site, row, sites.name[row], {}, sites.code[row]},
                workbench, map, cards);
    });
}

void linkDates(MainWindow& window)
{
    TimelinePanel& timeline = window.mapPage().timeline();
    QObject::connect(window.actions().dateBack, &QAction::triggered, &timeline,
                     &TimelinePanel::stepBack);
    QObject::connect(window.actions().dateForward, &QAction::triggered, &timeline,
                     &TimelinePanel::stepForward);
    QObject::connect(
        &timeline.changes(), &ChangeKeeper::listMade, &window.tables().records(),
        [&records = window.tables().records()](const auto& list) { records.show(list); });
    QObject::connect(&timeline, &TimelinePanel::paceChanged, &window.cards().unitCard(),
                     &UnitCardPanel::showPace);
}

void linkQuery(MainWindow& window)
{
    QueryPanel& query = window.query();
    QObject::connect(
        &query, &QueryPanel::recordsFound, &window.tables().records(),
        [&records = window.tables().records()](const auto& list) { records.show(list); });
    QObject::connect(&window.library(), &QueryLibrary::chosen, &query, [&](const QString& text) {
        window.docks().showQuery();
        query.ask(text);
    });
    auto* keeper = new QueryKeeper(window.texts(), window.workbench(), &window);
    QObject::connect(&query, &QueryPanel::saveAsked, keeper, &QueryKeeper::ask);
    QObject::connect(&window.library(), &QueryLibrary::dropAsked, keeper, &QueryKeeper::drop);
    QObject::connect(keeper, &QueryKeeper::changed, &window.library(), &QueryLibrary::showKept);
    QObject::connect(keeper, &QueryKeeper::failed, &window, &MainWindow::showError);
    QObject::connect(keeper, &QueryKeeper::kept, &window.messages(),
                     [&](const Message& what) { window.messages().showNote(what); });
}

/// Writes rows, after asking how and for whom.
void askRows(MainWindow& window, LayerExporter& exporter, session::ExportRows rows)
{
    if (window.workbench().isOpen())
        exporter.ask(window.workbench().sharedView(),
                     [rows = std::move(rows)](const Progress&) { return std::vector{rows}; });
}

/// The same for what a layer draws of the whole workspace.
void askLayer(MainWindow& window, LayerExporter& exporter, const std::string& layer)
{
    if (!window.workbench().isOpen() || !window.looks().isReady())
        return;
    const LayerExporter::View view = window.workbench().sharedView();
    exporter.ask(view,
                 [view, layer, definition = window.looks().definition()](const Progress& progress) {
                     return session::layerRows(*view, classified(definition, view->tables),
                                               {.layers = {layer}}, progress);
                 });
}

void linkExport(MainWindow& window)
{
    ListExporter& exporter = window.exporter();
    auto& layers = *new LayerExporter(window.texts(), &window);
    TableStack& tables = window.tables();
    const auto save = [&window, &exporter, &tables, &layers] {
        if (!window.workbench().isOpen())
            return;
        if (tables.showsRecords() && tables.records().list()) {
            exporter.ask(window.workbench().sharedView(), tables.records().list()->table);
            return;
        }
        askRows(window, layers, {.noun = {}, .rows = tables.households().rows()});
    };
    QObject::connect(&tables.households(), &HouseholdPanel::exportAsked, &exporter, save);
    QObject::connect(&tables.records(), &RecordPanel::exportAsked, &exporter, save);
    QObject::connect(&window.query(), &QueryPanel::exportAsked, &exporter,
                     [&window, &layers] { askRows(window, layers, window.query().shownRows()); });
    QObject::connect(
        &window.layers(), &LayerPanel::exportAsked, &exporter,
        [&window, &layers](const std::string& layer) { askLayer(window, layers, layer); });
    QObject::connect(&window.briefing(), &BriefingPanel::saved, &window.messages(),
                     [&window](const Message& what) { window.messages().showNote(what); });
    QObject::connect(&window.briefing(), &BriefingPanel::failed, &window, &MainWindow::showError);
    QObject::connect(&exporter, &ListExporter::saved, &window.messages(),
                     [&](const Message& what) { window.messages().showNote(what); });
    QObject::connect(&layers, &LayerExporter::failed, &window, &MainWindow::showError);
    QObject::connect(&layers, &LayerExporter::saved, &window.messages(),
                     [&](const Message& what) { window.messages().showNote(what); });
}

} // namespace

void linkPanels(MainWindow& window)
{
    linkErrors(window);
    linkMap(window);
    linkLists(window);
    linkDates(window);
    linkQuery(window);
    linkExport(window);
    linkStyle(window);
    linkGaps(window);
    linkTrip(window);
    linkUndo(window);
    QObject::connect(&window.modes(), &ModeBar::modeChanged, &window.docks(),
                     &WindowDocks::setMode);
}

} // namespace guatu::desktop
