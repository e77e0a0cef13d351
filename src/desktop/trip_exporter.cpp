// SPDX-License-Identifier: MIT
#include "desktop/trip_exporter.h"

#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "exchange/table_writer.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_tables.h"

#include <QFileDialog>

namespace guatu::desktop
{

TripExporter::TripExporter(const Texts& texts, TripKeeper& keeper, QWidget* window)
    : QObject(window), m_texts(texts), m_keeper(keeper), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &TripExporter::failed);
}

void TripExporter::ask(const QString& extension)
{
    if (!m_keeper.draft())
        return;
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.export.title"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({extension.toUpper() + QStringLiteral(" (*.") + extension + ')'});
    dialog->setDefaultSuffix(extension);
    dialog->selectFile(toQString(m_keeper.draft()->problem().name) + '.' + extension);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { save(toPath(file)); });
    dialog->open();
}

void TripExporter::save(const std::filesystem::path& file)
{
    if (!m_keeper.draft())
        return;
    m_job.start([this, file, trip = m_keeper.draft()->trip(),
                 view = m_keeper.workbench().sharedView(),
                 language = m_texts.language()](const Progress&) -> BackgroundJob::Finish {
        const std::string extension = file.extension().string();
        if (extension == ".gpx") {
            session::writeText(
                file, session::tripGpx(trip, session::tripWays(*view, trip), false, language),
                true);
        } else if (extension == ".ics") {
            session::writeText(file, session::tripCalendar(trip, false, language), true);
        } else {
            const std::vector<Table> tables = session::tripTables(trip);
            exchange::TableFile to{.file = file, .overwrite = true};
            to.format = exchange::TableFormat::Workbook;
            exchange::writeTables(to, tables, language);
        }
        return [this, file] {
            emit saved({"desktop.trip.exported", {{"file", file.filename().string()}}});
        };
    });
}

} // namespace guatu::desktop
