// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guatu::exchange
{

enum class TableFormat { Text, Csv, Json, GeoJson, Workbook, GeoPackage };

/// Whether a format needs a file, since it is no text.
[[nodiscard]] bool needsFile(TableFormat format);

/// The words of `--format`: table csv json geojson xlsx gpkg.
[[nodiscard]] std::string_view toString(TableFormat format);
[[nodiscard]] std::optional<TableFormat> tableFormatFromString(std::string_view word);
/// By the file's extension: .txt .csv .json .geojson .xlsx .gpkg; null for another.
[[nodiscard]] std::optional<TableFormat> tableFormatOf(const std::filesystem::path& file);

/// For a terminal: aligned by the width of the glyphs (Han takes two cells), figures flush right
/// with thousands, totals below a rule. Of more rows than `limit` (0: no limit) the first are shown
/// and the others counted.
[[nodiscard]] std::string textOf(const Table& table, Language language, std::size_t limit = 0);

/// UTF-8 with BOM, CRLF, titles as headers, figures plain. A text that a spreadsheet would take
/// for a formula gets an apostrophe in front.
[[nodiscard]] std::string csvOf(const Table& table, Language language);

/// An array of flat objects under the columns' keys; words as their codes, dates ISO, null for what
/// is unknown or does not apply. Of several tables each object says first which `table` it is of.
[[nodiscard]] std::string jsonOf(std::span<const Table> tables, Language language);

/// A FeatureCollection (RFC 7946; EPSG:4490 stands for WGS 84, they agree to centimetres). Throws
/// Error(Input) for a table without places.
[[nodiscard]] std::string geoJsonOf(const Table& table, Language language);

struct WorkbookOptions {
    bool titleBlock = true; ///< title and notes above the headers; else the headers come first
};

/// One sheet per table, headers frozen, widths, number formats, print setup. Text is never taken
/// for a formula. Throws Error(Input) when a table is longer than a sheet or the file cannot be
/// written.
void writeWorkbook(const std::filesystem::path& file, std::span<const Table> tables,
                   Language language, const WorkbookOptions& options = {});

/// One layer per table, in EPSG:4490, figures as numbers. Throws Error(Input) for a table without
/// places, or when the file cannot be written.
void writeTableGeoPackage(const std::filesystem::path& file, std::span<const Table> tables,
                          Language language);

/// Names of sheets as Excel takes them, in order: at most 31 characters, none of []:*?/\, no
/// apostrophe at an end, no two alike.
[[nodiscard]] std::vector<std::string> sheetNames(std::span<const std::string> titles);

/// What goes to a file, and whether one of its name may be overwritten.
struct TableFile {
    std::filesystem::path file;
    TableFormat format = TableFormat::Workbook;
    bool overwrite = false;
    WorkbookOptions workbook{};
};

/// The tables in a format that is text. Throws Error(Input) for several in CSV or GeoJSON, which
/// hold one table. `limit` is for people only: see textOf.
[[nodiscard]] std::string tablesAsText(std::span<const Table> tables, TableFormat format,
                                       Language language, std::size_t limit = 0);

/// Writes the file whole or not at all. Throws Error(Input).
void writeTables(const TableFile& to, std::span<const Table> tables, Language language);

} // namespace guatu::exchange
