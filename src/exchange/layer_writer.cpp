// SPDX-License-Identifier: MIT
#include "exchange/layer_writer.h"

#include "core/crs.h"
#include "core/error.h"
#include "core/file_name.h"
#include "core/text.h"
#include "exchange/file_set.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"
#include "exchange/table_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

namespace guatu::exchange
{
namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::pair<LayerFormat, std::string_view>, 9> extensions{
    {{LayerFormat::GeoPackage, ".gpkg"},
     {LayerFormat::GeoJson, ".geojson"},
     {LayerFormat::Shapefile, ".shp"},
     {LayerFormat::Kml, ".kml"},
     {LayerFormat::Kmz, ".kmz"},
     {LayerFormat::Dxf, ".dxf"},
     {LayerFormat::Workbook, ".xlsx"},
     {LayerFormat::Csv, ".csv"},
     {LayerFormat::WebPage, ".html"}}};

bool holdsOneLayer(LayerFormat format)
{
    return format == LayerFormat::GeoJson || format == LayerFormat::Shapefile ||
           format == LayerFormat::Csv;
}

/// What layers are called in a file, no two alike.
std::vector<std::string> layerNames(const LayerFile& to, std::span<const LayerData> layers)
{
    std::set<std::string> taken;
    std::vector<std::string> names;
    for (const LayerData& layer : layers) {
        const std::string wanted =
            to.names == FieldNames::Keys ? layer.table.key() : layer.table.title().in(to.language);
        std::string name = legalFileName(wanted);
        for (int number = 2; !taken.insert(foldWidth(name)).second; ++number)
            name = legalFileName(wanted) + "-" + std::to_string(number);
        names.push_back(std::move(name));
    }
    return names;
}

void check(const LayerFile& to, std::span<const LayerData> layers)
{
    if (layers.empty())
        throw inputError({"export.no_layers", {{"file", to.file.string()}}});
    const bool isKml = to.format == LayerFormat::Kml || to.format == LayerFormat::Kmz;
    if (!to.crs.empty()) {
        const bool metres = isProjected(to.crs); // throws for one that nobody knows
        if (isKml)
            throw inputError({"export.kml_crs", {{"crs", to.crs}}});
        if (to.format == LayerFormat::Dxf && !metres)
            throw inputError({"export.dxf_crs", {{"crs", to.crs}}});
    }
    if (to.format == LayerFormat::WebPage && !to.crs.empty())
        throw inputError({"export.web_crs", {{"crs", to.crs}}});
    if (to.gbk && to.format != LayerFormat::Shapefile)
        throw inputError({"export.gbk_only_shp", {{"file", to.file.string()}}});
    const bool table = to.format == LayerFormat::Workbook || to.format == LayerFormat::Csv;
    for (const LayerData& layer : layers)
        if (!table && layer.table.geometry().type() == GeometryType::None)
            throw inputError(
                {"table.no_geometry", {{"table", layer.table.title().in(to.language)}}});
}

void writeOne(const LayerJob& job)
{
    switch (job.to.format) {
    case LayerFormat::GeoPackage:
    case LayerFormat::GeoJson:
    case LayerFormat::Shapefile:
        return writeOgrLayers(job);
    case LayerFormat::Kml:
    case LayerFormat::Kmz:
        return writeKml(job);
    case LayerFormat::Dxf:
        return writeDxf(job);
    case LayerFormat::Workbook:
    case LayerFormat::Csv:
        return writeLayerTables(job);
    case LayerFormat::WebPage:
        return writeWebPage(job);
    }
}

/// The table of short field names and what they stand for, as a CSV of its own.
Table aliasTable(const LayerFile& to, std::span<const LayerData> layers, std::size_t& shortened)
{
    const auto text = [](const char* id) {
        return TableColumn{std::string(id).substr(std::string_view(id).rfind('.') + 1),
                           localText(id)};
    };
    Table aliases("field_names", localText("export.aliases"),
                  {text("export.alias.layer"), text("export.alias.field"),
                   text("export.alias.title"), text("export.alias.key")});
    for (const LayerData& layer : layers) {
        const auto titles = fieldNames(layer.table, to.names, to.language);
        const auto names = shortFieldNames(titles, to.gbk);
        for (std::size_t i = 0; i < names.size(); ++i) {
            shortened += names[i] != titles[i] ? 1U : 0U;
            aliases.addRow(
                {layer.table.title(), names[i], titles[i], layer.table.columns()[i].key});
        }
    }
    return aliases;
}

void writeAliases(const LayerFile& to, std::span<const LayerData> layers, const FileSet& files,
                  std::vector<Message>& notes)
{
    std::size_t shortened = 0;
    const Table aliases = aliasTable(to, layers, shortened);
    const std::string name =
        to.file.stem().string() + "-" + text("export.aliases", to.language) + ".csv";
    std::ofstream out(files.path(name), std::ios::binary);
    out << csvOf(aliases, to.language);
    out.close();
    if (!out)
        throw inputError({"table.not_written", {{"file", name}}});
    if (shortened > 0)
        notes.push_back(
            {"export.short_names", {{"count", std::to_string(shortened)}, {"file", name}}});
}

} // namespace

std::optional<LayerFormat> layerFormatOf(const fs::path& file)
{
    const std::string extension = foldWidth(file.extension().string());
    const auto* found =
        std::ranges::find(extensions, extension, &std::pair<LayerFormat, std::string_view>::second);
    if (found == extensions.end())
        return extension == ".json" ? std::optional(LayerFormat::GeoJson) : std::nullopt;
    return found->first;
}

std::string_view extensionOf(LayerFormat format)
{
    return std::ranges::find(extensions, format, &std::pair<LayerFormat, std::string_view>::first)
        ->second;
}

void LayerJob::fail(const std::string& reason) const
{
    throw inputError({"export.not_written", {{"file", to.file.string()}, {"reason", reason}}});
}

GeometryColumn geometryIn(const LayerData& layer, const std::string& crs)
{
    GeometryColumn geometry = layer.table.geometry();
    if (crs != storeCrs)
        transformAll(std::string(storeCrs), crs, geometry.vertices());
    // To the millimetre: what came from a file goes back as it came, not as projecting left it.
    const double steps = isProjected(crs) ? 1e3 : 1e8;
    for (Point& point : geometry.vertices())
        point = {std::round(point.x * steps) / steps, std::round(point.y * steps) / steps};
    return geometry;
}

std::size_t unplaced(const Table& table)
{
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.geometry().size(); ++row)
        count += table.geometry().hasGeometry(row) ? 0U : 1U;
    return count;
}

void noteUnplaced(const LayerJob& job, const LayerData& layer)
{
    if (const std::size_t count = unplaced(layer.table); count > 0)
        job.notes.push_back(
            {"export.unplaced", {{"layer", job.title(layer)}, {"count", std::to_string(count)}}});
}

LayersWritten writeLayers(const LayerFile& to, std::span<const LayerData> layers,
                          const Progress& progress)
{
    check(to, layers);
    FileSet files(to.file.parent_path(), to.overwrite);
    LayersWritten written;
    const std::vector<std::string> names = layerNames(to, layers);
    const std::string stem = to.file.stem().string();
    const std::string extension = to.file.extension().string();
    if (!holdsOneLayer(to.format)) {
        writeOne(
            {to, files.path(to.file.filename().string()), layers, names, written.notes, progress});
    } else {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const std::string name = layers.size() == 1 ? stem : stem + "-" + names[i];
            const std::string layerName = to.format == LayerFormat::Shapefile ? name : names[i];
            writeOne({to,
                      files.path(name + extension),
                      layers.subspan(i, 1),
                      {layerName},
                      written.notes,
                      progress});
        }
    }
    if (to.format == LayerFormat::Shapefile)
        writeAliases(to, layers, files, written.notes);
    progress.checkpoint();
    written.files = files.keep();
    return written;
}

} // namespace guatu::exchange
