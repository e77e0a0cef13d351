// SPDX-License-Identifier: MIT
#include "desktop/layer_exporter.h"

#include "desktop/export_question.h"
#include "desktop/texts.h"

#include <QWidget>

#include <array>

namespace guatu::desktop
{
namespace
{

using exchange::LayerFormat;

constexpr std::array<std::pair<int, const char*>, 9> formats{
    {{static_cast<int>(LayerFormat::Workbook), "desktop.export.xlsx"},
     {static_cast<int>(LayerFormat::Csv), "desktop.export.csv"},
     {static_cast<int>(LayerFormat::GeoPackage), "desktop.export.gpkg"},
     {static_cast<int>(LayerFormat::Shapefile), "desktop.export.shp"},
     {static_cast<int>(LayerFormat::GeoJson), "desktop.export.geojson"},
     {static_cast<int>(LayerFormat::Kmz), "desktop.export.kmz"},
     {static_cast<int>(LayerFormat::Kml), "desktop.export.kml"},
     {static_cast<int>(LayerFormat::Dxf), "desktop.export.dxf"},
     {static_cast<int>(LayerFormat::WebPage), "desktop.export.html"}}};

} // namespace

LayerExporter::LayerExporter(const Texts& texts, QWidget* window)
    : QObject(window), m_texts(texts), m_window(window)
{
    connect(&m_job, &BackgroundJob::failed, this, &LayerExporter::failed);
}

void LayerExporter::ask(const View& view, Make make)
{
    const auto extension = [](int format) {
        return std::string(exchange::extensionOf(static_cast<LayerFormat>(format)));
    };
    askExport(m_window, m_texts, formats, extension,
              [this, view, make = std::move(make)](const ExportChoice& choice) {
                  session::ExportRequest request;
                  request.to.format = static_cast<LayerFormat>(choice.format);
                  request.to.file = choice.file;
                  request.to.overwrite = true; // the dialog has asked
                  request.audience = choice.audience;
                  save(view, make, std::move(request));
              });
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
        return [this, done = exportDone(count, request.to.file, written.notes,
                                        request.to.language)] { emit saved(done); };
    });
}

} // namespace guatu::desktop
