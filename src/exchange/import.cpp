// SPDX-License-Identifier: MIT
#include "exchange/import.h"

#include "core/error.h"
#include "core/text.h"
#include "exchange/column_mapper.h"
#include "exchange/header_finder.h"
#include "exchange/record_collector.h"
#include "exchange/source_file.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t sampleRows = 20;
constexpr std::size_t reportEvery = 5'000;

bool isBlank(const SourceRow& row)
{
    return !row.shape && std::ranges::all_of(
                             row.cells, [](const std::string& cell) { return trim(cell).empty(); });
}

/// A file opened, its header found and its columns mapped.
class ImportedTable
{
public:
    ImportedTable(const std::filesystem::path& file, const ImportOptions& options)
        : m_source(openSource(file, options)), m_lexicon(Lexicon::load())
    {
        findHeaders(file, options.kind);
        m_mapping = options.mapping
                        ? fitMapping(*options.mapping, m_headers, options.kind)
                        : mapColumns(m_headers, options.kind, m_lexicon, info().cutNames);
        restart();
    }

    [[nodiscard]] const SourceInfo& info() const { return m_source->info(); }
    [[nodiscard]] const Lexicon& lexicon() const { return m_lexicon; }
    [[nodiscard]] const ColumnMapping& mapping() const { return m_mapping; }
    [[nodiscard]] const std::vector<std::string>& headers() const { return m_headers; }
    [[nodiscard]] const std::vector<std::size_t>& headerRows() const { return m_headerRows; }

    /// The next row below the header that is not blank.
    bool next(SourceRow& row)
    {
        while (m_source->next(row)) {
            if (isBlank(row))
                continue;
            return true;
        }
        return false;
    }

    /// Back to the first row below the header.
    void restart()
    {
        m_source->rewind();
        SourceRow row;
        while (!m_headerRows.empty() && row.number < m_headerRows.back() && m_source->next(row)) {
        }
    }

private:
    void findHeaders(const std::filesystem::path& file, EntityKind kind)
    {
        if (info().named) {
            m_headers = info().columns;
            return;
        }
        std::vector<SourceRow> rows;
        SourceRow row;
        while (rows.size() < headerSearchRows && m_source->next(row))
            rows.push_back(row);
        const auto place = findHeader(rows, kind, m_lexicon);
        if (!place)
            throw inputError({"import.no_header", {{"file", file.filename().string()}}});
        m_headers = place->headers;
        for (const std::size_t index : place->rows)
            m_headerRows.push_back(rows[index].number);
    }

    std::unique_ptr<RowSource> m_source;
    Lexicon m_lexicon;
    std::vector<std::string> m_headers;
    std::vector<std::size_t> m_headerRows;
    ColumnMapping m_mapping;
};

/// Whether a row sums up others, or is a remark under the table.
std::optional<Message> setAside(const SourceRow& row, const Lexicon& lexicon)
{
    constexpr std::size_t looked = 6;
    std::size_t filled = 0;
    for (std::size_t column = 0; column < std::min(looked, row.cells.size()); ++column) {
        const std::string& cell = row.cells[column];
        if (cell.empty() || (cell.front() >= '0' && cell.front() <= '9'))
            continue;
        if (lexicon.isSubtotal(cell))
            return Message{"import.row_subtotal"};
        if (filled++ == 0 && lexicon.isRemark(cell))
            return Message{"import.row_remark"};
    }
    return std::nullopt;
}

std::vector<std::string> shownCells(const SourceRow& row, const ColumnMapping& mapping)
{
    std::vector<std::string> cells(mapping.entries.size());
    for (std::size_t column = 0; column < cells.size() && column < row.cells.size(); ++column) {
        const bool hidden = isPersonal(mapping.kind, mapping.entries[column].field);
        cells[column] = hidden && !row.cells[column].empty() ? "***" : row.cells[column];
    }
    return cells;
}

RowIssue fileIssue(RowIssue::Severity severity, Message reason, Message remedy = {})
{
    return {severity, 0, {}, {}, std::move(reason), std::move(remedy)};
}

/// Whether the records will have positions to keep or to leave out.
bool carriesGeometry(const RecordBuilder& builder, const SourceInfo& info)
{
    return geometryOf(builder.kind()) != GeometryType::None &&
           (builder.hasPositionColumns() || info.located);
}

void addFileRemarks(const ImportedTable& table, const Locator& locator,
                    std::vector<RowIssue>& issues)
{
    for (const Message& note : table.info().notes)
        issues.push_back(fileIssue(RowIssue::Severity::Note, note));
    if (locator.overruled())
        issues.push_back(fileIssue(RowIssue::Severity::Warning, *locator.overruled()));
}

} // namespace

ImportPreview previewFile(const std::filesystem::path& file, const ImportOptions& options,
                          const std::vector<KnownUnit>& units)
{
    ImportedTable table(file, options);
    ImportPreview preview;
    preview.file = file;
    preview.format = table.info().format;
    preview.sheetOrLayer = table.info().sheetOrLayer;
    preview.encoding = table.info().encoding;
    preview.headerRows = table.headerRows();
    preview.headers = table.headers();
    preview.mapping = table.mapping();
    preview.unmappedRequired = missingFields(preview.mapping, options.kind);

    const Locator locator(options, table.info().crs);
    UnitMatcher matcher(units);
    RecordBuilder builder(options, preview.mapping, table.info(), table.lexicon(), matcher,
                          locator);
    preview.crs = locator.description();
    addFileRemarks(table, locator, preview.issues);
    if (units.empty() &&
        (options.kind == EntityKind::Household || options.kind == EntityKind::Boundary))
        preview.issues.push_back(fileIssue(RowIssue::Severity::Rejected, {"import.no_units"},
                                           {"import.no_units_remedy"}));
    SourceRow row;
    const bool geometry = carriesGeometry(builder, table.info());
    std::optional<Point> position;
    while (table.next(row)) {
        if (preview.sample.size() < sampleRows)
            preview.sample.push_back(shownCells(row, preview.mapping));
        if (geometry && !locator.ready() && !position)
            position = builder.rawPosition(row);
        ++preview.rows;
    }
    if (position)
        preview.issues.push_back(fileIssue(RowIssue::Severity::Rejected, {"import.datum_needed"},
                                           locator.look(*position)));
    if (!geometry)
        preview.crs.clear();
    if (preview.rows == 0)
        preview.issues.push_back(fileIssue(RowIssue::Severity::Warning, {"import.no_rows"}));
    return preview;
}

ReadReport readFile(const std::filesystem::path& file, const ImportOptions& options,
                    const std::vector<KnownUnit>& units, const RecordSink& sink,
                    const Progress& progress)
{
    ImportedTable table(file, options);
    if (const auto missing = missingFields(table.mapping(), options.kind); !missing.empty()) {
        std::string list;
        for (const std::string& field : missing)
            list += (list.empty() ? "" : ", ") + table.lexicon().title(options.kind, field);
        throw inputError(
            {"import.fields_missing", {{"file", file.filename().string()}, {"fields", list}}});
    }
    const Locator locator(options, table.info().crs);
    UnitMatcher matcher(units);
    RecordBuilder builder(options, table.mapping(), table.info(), table.lexicon(), matcher,
                          locator);
    ReadReport report;
    addFileRemarks(table, locator, report.issues);
    const bool geometry = carriesGeometry(builder, table.info());
    RecordCollector collector(builder, geometry, sink, report);
    SourceRow row;
    const ProgressStep step{{"import.step_reading", {{"file", file.filename().string()}}}};
    while (table.next(row)) {
        if (report.rows % reportEvery == 0) {
            progress.checkpoint();
            progress.report({step.what, report.rows, 0});
        }
        ++report.rows;
        if (geometry && !locator.ready() && builder.rawPosition(row))
            throw inputError({"import.datum_needed_for", {{"file", file.filename().string()}}});
        if (auto reason = setAside(row, table.lexicon())) {
            report.issues.push_back({RowIssue::Severity::Note, row.number, {}, {}, *reason, {}});
            continue;
        }
        const std::size_t number = row.number;
        collector.add(builder.build(row, report.issues), number);
    }
    collector.finish();
    progress.checkpoint();
    progress.report({step.what, report.rows, report.rows});
    return report;
}

} // namespace guatu::exchange
