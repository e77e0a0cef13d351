// SPDX-License-Identifier: MIT
#include "desktop/trip_exporter.h"

#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "session/trip/trip_files.h"

#include <QFileDialog>

namespace guatu::desktop
{

TripExporter::TripExporter(const Texts& texts, TripKeeper& keeper, QWidget* window)
    : QObject(window), m_texts(texts), m_keeper(keeper), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &TripExporter::failed);
}

void TripExporter::ask()
{
    if (!m_keeper.draft())
        return;
    auto* dialog =
        new TripOutDialog(m_texts, *m_keeper.draft(), TripOutDialog::What::Files, m_window);
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog] { askFile(dialog->wish()); });
    dialog->open();
}

void TripExporter::askFile(const TripOutWish& wish)
{
    if (!m_keeper.draft())
        return;
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.export.layers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({m_texts("desktop.trip.format." + wish.extension.toStdString()) +
                            QStringLiteral(" (*.") + wish.extension + ')'});
    dialog->setDefaultSuffix(wish.extension);
    dialog->selectFile(toQString(m_keeper.draft()->problem().name) + '.' + wish.extension);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, wish](const QString& file) { save(toPath(file), wish.part); });
    dialog->open();
}

void TripExporter::save(const std::filesystem::path& file, const session::TripPart& part)
{
    if (!m_keeper.draft())
        return;
    m_job.start([this, file, trip = session::tripPart(m_keeper.draft()->trip(), part),
                 forField = part.forField, view = m_keeper.workbench().sharedView(),
                 language = m_texts.language()](const Progress&) -> BackgroundJob::Finish {
        session::TripWays ways;
        if (session::hasWays(file.extension().string()))
            ways = session::tripWays(*view, trip);
        session::writeTripFile(trip, ways, {file, forField, true, language});
        return [this, file] {
            emit saved({"desktop.trip.exported", {{"file", file.filename().string()}}});
        };
    });
}

} // namespace guatu::desktop
