// SPDX-License-Identifier: MIT
#include "exchange/table_writer.h"

#include "core/error.h"
#include "exchange/whole_file.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace guatu::exchange
{
namespace
{

struct FormatWords {
    TableFormat format;
    std::string_view word, extension;
};
constexpr std::array formats{FormatWords{TableFormat::Text, "table", ".txt"},
                             FormatWords{TableFormat::Csv, "csv", ".csv"},
                             FormatWords{TableFormat::Json, "json", ".json"},
                             FormatWords{TableFormat::GeoJson, "geojson", ".geojson"},
                             FormatWords{TableFormat::Workbook, "xlsx", ".xlsx"},
                             FormatWords{TableFormat::GeoPackage, "gpkg", ".gpkg"}};

/// The one table of a format that holds one.
const Table& onlyOne(std::span<const Table> tables, TableFormat format)
{
    if (tables.size() == 1)
        return tables.front();
    std::string keys;
    for (const Table& table : tables)
        keys += (keys.empty() ? "" : ", ") + table.key();
    throw inputError(
        {"table.several", {{"format", std::string(toString(format))}, {"tables", keys}}});
}

} // namespace

bool needsFile(TableFormat format)
{
    return format == TableFormat::Workbook || format == TableFormat::GeoPackage;
}

std::string_view toString(TableFormat format)
{
    return std::ranges::find(formats, format, &FormatWords::format)->word;
}

std::optional<TableFormat> tableFormatFromString(std::string_view word)
{
    const auto* found = std::ranges::find(formats, word, &FormatWords::word);
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::optional<TableFormat> tableFormatOf(const std::filesystem::path& file)
{
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : static_cast<char>(c);
    });
    const auto* found = std::ranges::find(formats, extension, &FormatWords::extension);
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::string tablesAsText(std::span<const Table> tables, TableFormat format, Language language,
                         std::size_t limit)
{
    switch (format) {
    case TableFormat::Csv:
        return csvOf(onlyOne(tables, format), language);
    case TableFormat::GeoJson:
        return geoJsonOf(onlyOne(tables, format), language);
    case TableFormat::Json:
        return jsonOf(tables, language);
    case TableFormat::Text:
    case TableFormat::Workbook:
    case TableFormat::GeoPackage:
        break;
    }
    std::string all;
    for (const Table& table : tables)
        all += (all.empty() ? "" : "\n") + textOf(table, language, limit);
    return all;
}

void writeTables(const TableFile& to, std::span<const Table> tables, Language language)
{
    WholeFile file(to.file, to.overwrite);
    if (to.format == TableFormat::Workbook) {
        writeWorkbook(file.path(), tables, language, to.workbook);
    } else if (to.format == TableFormat::GeoPackage) {
        writeTableGeoPackage(file.path(), tables, language);
    } else {
        const std::string text = tablesAsText(tables, to.format, language);
        std::ofstream out(file.path(), std::ios::binary);
        out << text;
        out.close();
        if (!out)
            throw inputError({"table.not_written", {{"file", to.file.string()}}});
    }
    file.keep();
}

} // namespace guatu::exchange
