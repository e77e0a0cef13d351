// SPDX-License-Identifier: MIT
#include "desktop/list_exporter.h"

#include "desktop/settings.h"
#include "desktop/texts.h"
#include "exchange/table_writer.h"

#include <QFileDialog>

namespace guatu::desktop
{

ListExporter::ListExporter(const Texts& texts, QWidget* window)
    : QObject(window), m_texts(texts), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &ListExporter::failed);
}

void ListExporter::ask(Make make)
{
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.export.title"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({m_texts("desktop.export.workbook") + QStringLiteral(" (*.xlsx)"),
                            QStringLiteral("CSV (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.startsWith("CSV") ? QStringLiteral("csv")
                                                          : QStringLiteral("xlsx"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, make = std::move(make)](const QString& file) { save(toPath(file), make); });
    dialog->open();
}

void ListExporter::save(const std::filesystem::path& file, Make make)
{
    m_job.start([this, file, make = std::move(make),
                 language = m_texts.language()](const Progress&) -> BackgroundJob::Finish {
        const Table table = make();
        exchange::TableFile to{.file = file, .overwrite = true};
        to.format = exchange::tableFormatOf(file).value_or(exchange::TableFormat::Workbook);
        exchange::writeTables(to, {&table, 1}, language);
        return [this, file, rows = table.size()] {
            emit saved({"desktop.export.done",
                        {{"count", std::to_string(rows)}, {"file", file.string()}}});
        };
    });
}

} // namespace guatu::desktop
