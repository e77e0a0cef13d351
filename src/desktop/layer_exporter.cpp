// SPDX-License-Identifier: MIT
#include "desktop/layer_exporter.h"

#include "desktop/settings.h"
#include "desktop/texts.h"
#include "session/masked_table.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace guatu::desktop
{
namespace
{

using exchange::LayerFormat;

constexpr std::array<std::pair<LayerFormat, const char*>, 9> formats{
    {{LayerFormat::Workbook, "desktop.export.xlsx"},
     {LayerFormat::Csv, "desktop.export.csv"},
     {LayerFormat::GeoPackage, "desktop.export.gpkg"},
     {LayerFormat::Shapefile, "desktop.export.shp"},
     {LayerFormat::GeoJson, "desktop.export.geojson"},
     {LayerFormat::Kmz, "desktop.export.kmz"},
     {LayerFormat::Kml, "desktop.export.kml"},
     {LayerFormat::Dxf, "desktop.export.dxf"},
     {LayerFormat::WebPage, "desktop.export.html"}}};
constexpr std::array audiences{Audience::Briefing, Audience::Internal, Audience::Field,
                               Audience::Public};

} // namespace

LayerExporter::LayerExporter(const Texts& texts, QWidget* window)
    : QObject(window), m_texts(texts), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &LayerExporter::failed);
}

void LayerExporter::ask(const View& view, Make make)
{
    auto* dialog = new QDialog(m_window);
    dialog->setObjectName("layerExport");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_texts("desktop.export.layers"));
    auto* form = new QFormLayout(dialog);
    auto* format = new QComboBox;
    for (const auto& [value, id] : formats)
        format->addItem(m_texts(id), static_cast<int>(value));
    auto* audience = new QComboBox;
    for (const Audience each : audiences)
        audience->addItem(
            QString::fromStdString(session::audienceTitle(each).in(m_texts.language())),
            static_cast<int>(each));
    auto* note = new QLabel(m_texts("desktop.export.audience_note"));
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(m_texts("desktop.export.choose_file"));
    buttons->button(QDialogButtonBox::Cancel)->setText(m_texts("desktop.cancel"));
    form->addRow(m_texts("desktop.export.format"), format);
    form->addRow(m_texts("desktop.export.audience"), audience);
    form->addRow(note);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this,
            [this, view, make = std::move(make), format, audience] {
                session::ExportRequest request;
                request.to.format = static_cast<LayerFormat>(format->currentData().toInt());
                request.audience = static_cast<Audience>(audience->currentData().toInt());
                askFile(view, make, std::move(request));
            });
    dialog->open();
}

void LayerExporter::askFile(const View& view, Make make, session::ExportRequest request)
{
    const std::string extension(exchange::extensionOf(request.to.format));
    auto* dialog = new QFileDialog(m_window, m_texts("desktop.export.layers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QString::fromStdString("*" + extension));
    dialog->setDefaultSuffix(QString::fromStdString(extension.substr(1)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, view, make = std::move(make), request](const QString& file) {
                session::ExportRequest to = request;
                to.to.file = toPath(file);
                to.to.overwrite = true; // the dialog has asked
                save(view, make, std::move(to));
            });
    dialog->open();
}

void LayerExporter::save(const View& view, Make make, session::ExportRequest request)
{
    request.to.language = m_texts.language();
    m_job.start([this, view, make = std::move(make),
                 request = std::move(request)](const Progress& progress) -> BackgroundJob::Finish {
        const auto rows = make(progress);
        const auto written = session::exportRows(*view, rows, request, progress);
        std::size_t count = 0;
        for (const session::ExportRows& each : rows)
            count += each.rows.size();
        std::string notes;
        for (const Message& note : written.notes)
            notes += "\n" + text(note, request.to.language);
        return [this, count, notes, file = request.to.file.string()] {
            emit saved({"desktop.export.layers_done",
                        {{"count", std::to_string(count)}, {"file", file}, {"notes", notes}}});
        };
    });
}

} // namespace guatu::desktop
