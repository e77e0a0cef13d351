// SPDX-License-Identifier: MIT
#include "desktop/trip_desk.h"

#include "desktop/table_dialog.h"
#include "desktop/texts.h"
#include "desktop/trip_books.h"
#include "desktop/trip_dialog.h"
#include "desktop/trip_exporter.h"
#include "desktop/trip_lanes.h"
#include "desktop/trip_map_maker.h"
#include "desktop/trip_menu.h"
#include "desktop/trip_panel.h"
#include "desktop/trip_player.h"
#include "desktop/trip_replan_dialog.h"
#include "desktop/trip_returner.h"
#include "desktop/trip_side.h"
#include "desktop/trip_words.h"
#include "session/trip/trip_comparison.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_tables.h"

#include <QFileDialog>
#include <QMenu>

namespace guatu::desktop
{

TripDesk::TripDesk(const Texts& texts, Workbench& workbench, Settings& settings, QWidget* window)
    : QObject(window),
      m_texts(texts),
      m_workbench(workbench),
      m_window(window),
      m_keeper(new TripKeeper(texts, workbench, settings, this)),
      m_player(new TripPlayer(*m_keeper, this)),
      m_maps(new TripMapMaker(texts, *m_keeper, this)),
      m_panel(new TripPanel(texts, *m_keeper, *m_player)),
      m_side(new TripSide(texts, *m_keeper)),
      m_exporter(new TripExporter(texts, *m_keeper, window)),
      m_books(new TripBooks(texts, *m_keeper, window)),
      m_returner(new TripReturner(texts, *m_keeper, window))
{
    connect(&m_tables, &BackgroundJob::failed, m_keeper, &TripKeeper::failed);
    connect(m_maps, &TripMapMaker::failed, m_keeper, &TripKeeper::failed);
    connect(m_exporter, &TripExporter::failed, m_keeper, &TripKeeper::failed);
    connect(m_exporter, &TripExporter::saved, m_keeper, &TripKeeper::noted);
    connect(m_books, &TripBooks::failed, m_keeper, &TripKeeper::failed);
    connect(m_books, &TripBooks::saved, m_keeper, &TripKeeper::noted);
    connect(m_returner, &TripReturner::failed, m_keeper, &TripKeeper::failed);
    connect(&m_keeper->search(), &TripSearch::refused, this, &TripDesk::askAgain);
    connect(m_panel, &TripPanel::planAsked, this, [this] {
        if (m_workbench.isOpen() && m_workbench.unit() != noRow)
            ask(tripSourceOf(m_workbench, m_texts));
    });
    connect(m_panel, &TripPanel::openAsked, this, &TripDesk::askOpen);
    connect(m_panel, &TripPanel::saveAsked, this, &TripDesk::askSave);
    connect(m_panel, &TripPanel::compareAsked, this, &TripDesk::compare);
    connect(m_panel, &TripPanel::loadAsked, this, &TripDesk::showLoad);
    connect(&m_panel->lanes(), &TripLanes::menuAsked, this, &TripDesk::showMenu);
    connect(m_side, &TripSide::menuAsked, this, &TripDesk::showMenu);
    connect(m_panel, &TripPanel::exportAsked, m_exporter, &TripExporter::ask);
    connect(m_panel, &TripPanel::replanAsked, this, &TripDesk::askReplan);
    connect(m_panel, &TripPanel::booksAsked, m_books, &TripBooks::ask);
    connect(m_panel, &TripPanel::returnAsked, m_returner, &TripReturner::ask);
    connect(m_side, &TripSide::booksAsked, m_books, &TripBooks::ask);
    connect(m_side, &TripSide::gpxAsked, this,
            [this] { m_exporter->askFile({.extension = QStringLiteral("gpx")}); });
    connect(m_side, &TripSide::exportAsked, m_exporter, &TripExporter::ask);
    connect(m_side, &TripSide::linksAsked, this, &TripDesk::showLinks);
    connect(m_side, &TripSide::violationsAsked, this, &TripDesk::showViolations);
}

TripDialog* TripDesk::dialog() const
{
    return qobject_cast<TripDialog*>(m_dialog.data());
}

TableDialog* TripDesk::tableDialog() const
{
    return qobject_cast<TableDialog*>(m_tableDialog.data());
}

void TripDesk::ask(const TripSource& source)
{
    if (m_dialog)
        m_dialog->close();
    auto* dialog = new TripDialog(m_texts, m_workbench.view(), source, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_keeper->wish())
        dialog->show(*m_keeper->wish());
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog, source] {
        m_asked = source;
        emit planningBegun();
        m_keeper->plan(dialog->wish());
    });
    dialog->open();
}

void TripDesk::askAgain(const Message& why)
{
    if (!m_asked || !m_workbench.isOpen())
        return emit m_keeper->failed(why);
    ask(*m_asked);
    dialog()->complain(why);
}

TripReplanDialog* TripDesk::replanDialog() const
{
    return qobject_cast<TripReplanDialog*>(m_replanDialog.data());
}

void TripDesk::askReplan()
{
    if (!m_keeper->draft())
        return;
    auto* dialog = new TripReplanDialog(m_texts, *m_keeper->draft(), m_window);
    m_replanDialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_keeper->replan(dialog->now()); });
    dialog->open();
}

void TripDesk::askOpen()
{
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.trip.open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(m_texts("desktop.trip.file") + QStringLiteral(" (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_keeper->open(toPath(file)); });
    dialog->open();
}

void TripDesk::askSave()
{
    if (!m_keeper->draft())
        return;
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.trip.save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(m_texts("desktop.trip.file") + QStringLiteral(" (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    if (!m_keeper->file().empty())
        dialog->selectFile(fromPath(m_keeper->file()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_keeper->save(toPath(file)); });
    dialog->open();
}

void TripDesk::showTables(std::string_view title, std::function<std::vector<Table>()> make)
{
    m_tables.start([this, title, make = std::move(make)](const Progress&) -> BackgroundJob::Finish {
        return [this, title, tables = make()] {
            m_tableDialog = new TableDialog(m_texts, m_texts(title), tables, m_window);
            m_tableDialog->open();
        };
    });
}

void TripDesk::compare()
{
    if (!m_keeper->draft())
        return;
    const auto before = m_keeper->kept() ? m_keeper->kept() : m_keeper->draft()->before();
    if (!before)
        return;
    showTables("desktop.trip.compare", [view = m_workbench.sharedView(), first = *before,
                                        second = m_keeper->draft()->trip()] {
        return std::vector{session::tripComparisonTable(*view, first, second),
                           session::tripDifferenceTable(first, second)};
    });
}

void TripDesk::showLoad()
{
    if (m_keeper->draft())
        showTables("desktop.trip.load",
                   [view = m_workbench.sharedView(), trip = m_keeper->draft()->trip()] {
                       return std::vector{session::tripTeamLoadTable(*view, trip),
                                          session::tripOfficeLoadTable(*view, trip)};
                   });
}

void TripDesk::showLinks()
{
    if (m_keeper->draft())
        showTables("desktop.trip.links", [trip = m_keeper->draft()->trip()] {
            return std::vector{session::tripLinkTable(trip)};
        });
}

void TripDesk::showViolations()
{
    if (m_keeper->draft())
        showTables("desktop.trip.check", [trip = m_keeper->draft()->trip()] {
            return std::vector{session::tripCheckTable(trip)};
        });
}

void TripDesk::showMenu(std::size_t stop, QPoint global)
{
    auto* menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillStopMenu(*menu, *m_keeper, stop, m_texts);
    menu->popup(global);
}

QString TripDesk::mapTitle() const
{
    return m_keeper->draft()
               ? m_texts("desktop.trip.map_title", {{"name", m_keeper->draft()->problem().name}})
               : QString();
}

QString TripDesk::mapSubtitle() const
{
    if (!m_keeper->draft())
        return {};
    const trips::Problem& problem = m_keeper->draft()->problem();
    return m_texts("desktop.trip.map_subtitle", {{"from", problem.days.front().iso().substr(5)},
                                                 {"to", problem.days.back().iso().substr(5)},
                                                 {"teams", std::to_string(problem.teams.size())}});
}

} // namespace guatu::desktop
