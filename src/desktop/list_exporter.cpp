// SPDX-License-Identifier: MIT
#include "desktop/list_exporter.h"

#include "desktop/texts.h"
#include "exchange/table_writer.h"
#include "session/handed_out.h"

#include <QWidget>

#include <array>

namespace guatu::desktop
{
namespace
{

using exchange::TableFormat;

constexpr std::array<std::pair<int, const char*>, 2> listFormats{
    {{static_cast<int>(TableFormat::Workbook), "desktop.export.xlsx"},
     {static_cast<int>(TableFormat::Csv), "desktop.export.csv"}}};

std::string extensionOfList(int format)
{
    return static_cast<TableFormat>(format) == TableFormat::Csv ? ".csv" : ".xlsx";
}

} // namespace

ListExporter::ListExporter(const Texts& texts, QWidget* window)
    : QObject(window), m_texts(texts), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &ListExporter::failed);
}

void ListExporter::ask(const View& view, const Table& table)
{
    askExport(m_window, m_texts, listFormats, extensionOfList,
              [this, view, table](const ExportChoice& choice) {
                  save(view, table, choice.audience, choice.file);
              });
}

void ListExporter::save(const View& view, const Table& table, Audience audience,
                        const std::filesystem::path& file)
{
    m_job.start([this, view, table, audience, file,
                 language = m_texts.language()](const Progress&) -> BackgroundJob::Finish {
        const session::HandedOut out = session::handedOut(*view, {table}, audience, language);
        exchange::TableFile to{.file = file, .overwrite = true}; // the dialog has asked
        to.format = exchange::tableFormatOf(file).value_or(TableFormat::Workbook);
        exchange::writeTables(to, out.tables, language);
        return [this, done = exportDone(table.size(), file, out.notes, language)] {
            emit saved(done);
        };
    });
}

} // namespace guatu::desktop
