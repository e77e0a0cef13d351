// SPDX-License-Identifier: MIT
#include "core/crs.h"
#include "core/error.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"
#include "exchange/table_writer.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace guatu::exchange
{
namespace
{

/// A cell with codes in place of titles.
TableCell keyed(const TableCell& cell)
{
    if (const auto* word = std::get_if<Word>(&cell))
        return Word{word->code, {word->code, word->code}};
    return cell;
}

/// Where points stand, as two columns, in degrees or metres.
std::vector<TableColumn> placeColumns(bool metres)
{
    constexpr int decimalsOfDegrees = 7; // a centimetre
    constexpr int decimalsOfMetres = 2;
    const auto column = [&](const char* key, const char* id) {
        return TableColumn{key, localText(id), ColumnKind::Decimal,
                           metres ? decimalsOfMetres : decimalsOfDegrees};
    };
    if (metres)
        return {column("x", "export.column.east"), column("y", "export.column.north")};
    return {column("lon", "export.column.lon"), column("lat", "export.column.lat")};
}

/// The layer as a plain table: keys as titles where asked for, places of points as columns.
Table plainTable(const LayerJob& job, const LayerData& layer)
{
    const std::string crs = job.to.crs.empty() ? std::string(storeCrs) : job.to.crs;
    const bool points = layer.table.geometry().type() == GeometryType::Point;
    std::vector<TableColumn> columns = layer.table.columns();
    if (points)
        std::ranges::move(placeColumns(isProjected(crs)), std::back_inserter(columns));
    const bool keys = job.to.names == FieldNames::Keys;
    if (keys)
        for (TableColumn& column : columns)
            column.title = {column.key, column.key};
    const GeometryColumn geometry = points ? geometryIn(layer, crs) : GeometryColumn();
    Table table(layer.table.key(), layer.table.title(), columns);
    for (std::size_t row = 0; row < layer.table.size(); ++row) {
        Table::Row cells = layer.table.row(row);
        if (keys)
            std::ranges::transform(cells, cells.begin(), keyed);
        if (points) {
            const Point point = geometry.firstPoint(row);
            cells.push_back(figureCell(point.x));
            cells.push_back(figureCell(point.y));
        }
        table.addRow(std::move(cells));
    }
    return table;
}

void noteShapes(const LayerJob& job, const LayerData& layer)
{
    const GeometryType type = layer.table.geometry().type();
    if (type == GeometryType::Line || type == GeometryType::Polygon)
        job.notes.push_back({"export.no_shapes", {{"layer", job.title(layer)}}});
}

} // namespace

void writeLayerTables(const LayerJob& job)
{
    std::vector<Table> tables;
    for (const LayerData& layer : job.layers) {
        job.progress.checkpoint();
        noteShapes(job, layer);
        tables.push_back(plainTable(job, layer));
    }
    if (job.to.format == LayerFormat::Csv) {
        std::ofstream out(job.path, std::ios::binary);
        out << csvOf(tables.front(), job.to.language);
        out.close();
        if (!out)
            throw inputError({"table.not_written", {{"file", job.to.file.string()}}});
        return;
    }
    std::vector<std::string> titles;
    for (const Table& table : tables)
        titles.push_back(table.title().in(job.to.language));
    const std::vector<std::string> sheets = sheetNames(titles);
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (sheets[i] != titles[i])
            job.notes.push_back(
                {"export.sheet_renamed", {{"layer", titles[i]}, {"sheet", sheets[i]}}});
    writeWorkbook(job.path, tables, job.to.language, {.titleBlock = false});
}

} // namespace guatu::exchange
