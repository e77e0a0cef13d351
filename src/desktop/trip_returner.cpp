// SPDX-License-Identifier: MIT
#include "desktop/trip_returner.h"

#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "session/trip/trip_return.h"

#include <QFileDialog>
#include <QPushButton>

namespace guatu::desktop
{
namespace
{

std::string countText(std::size_t value)
{
    return std::to_string(value);
}

/// What a file brings, or has brought, in a sentence.
Message returnNote(const session::TripReturn& made)
{
    std::map<std::string, std::string> values{{"rows", countText(made.read.rows)},
                                              {"findings", countText(made.read.findings.size())},
                                              {"added", countText(made.counts.added)},
                                              {"changed", countText(made.counts.changed)},
                                              {"unchanged", countText(made.counts.unchanged)},
                                              {"refused", countText(made.refused())},
                                              {"before", std::to_string(made.realBefore)},
                                              {"after", std::to_string(made.realAfter)},
                                              {"reopened", countText(made.reopened)}};
    return {made.committed ? "desktop.trip.return.written" : "desktop.trip.return.trial",
            {values.begin(), values.end()}};
}

} // namespace

TripReturner::TripReturner(const Texts& texts, TripKeeper& keeper, QWidget* window)
    : QObject(window), m_texts(texts), m_keeper(keeper), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &TripReturner::failed);
}

void TripReturner::ask()
{
    if (!m_keeper.draft())
        return;
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.trip.return.title"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(m_texts("desktop.trip.return.files") +
                          QStringLiteral(" (*.xlsx *.csv *.gpkg *.gpx)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { show(toPath(file)); });
    dialog->open();
}

void TripReturner::open(const std::vector<Table>& tables, const Message& note)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new TableDialog(m_texts, m_texts("desktop.trip.return.title"), tables, m_window);
    m_dialog->setNote(m_texts(note));
    m_dialog->open();
}

void TripReturner::show(const std::filesystem::path& file)
{
    if (!m_keeper.draft())
        return;
    m_job.start(
        [this, file, trip = m_keeper.draft()->trip(),
         workspace = m_keeper.workbench().view().file](const Progress&) -> BackgroundJob::Finish {
            const session::TripReturn made =
                session::importFindings(workspace, trip, file, {.dryRun = true});
            std::vector<Table> tables{session::tripDoneTable(trip, made.read.findings)};
            if (!made.read.issues.empty())
                tables.insert(tables.begin(), session::tripIssueTable(made));
            const bool isAny = made.counts.added + made.counts.changed > 0;
            return [this, file, tables, isAny, note = returnNote(made)] {
                open(tables, note);
                if (isAny) {
                    m_write = m_dialog->addAct(m_texts("desktop.trip.return.write"));
                    connect(m_write, &QPushButton::clicked, this, [this, file] { write(file); });
                }
            };
        });
}

void TripReturner::write(const std::filesystem::path& file)
{
    if (!m_keeper.draft())
        return;
    if (m_write)
        m_write->setEnabled(false);
    m_job.start(
        [this, file, trip = m_keeper.draft()->trip(), workspace = m_keeper.workbench().view().file](
            const Progress& progress) -> BackgroundJob::Finish {
            const session::TripReturn made =
                session::importFindings(workspace, trip, file, {.acceptPartial = true});
            const auto view = session::openWorkspace(workspace, {}, progress);
            std::vector<Table> tables{session::tripDoneTable(trip, made.read.findings),
                                      session::tripDifferenceTable(*view, trip)};
            if (!made.read.issues.empty())
                tables.insert(tables.begin(), session::tripIssueTable(made));
            return [this, workspace, tables, note = returnNote(made)] {
                open(tables, note);
                emit workspaceChanged(workspace);
            };
        });
}

} // namespace guatu::desktop
