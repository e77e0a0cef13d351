// SPDX-License-Identifier: MIT
#include "session/import_report_text.h"

#include <algorithm>
#include <utility>

namespace guatu::session
{
namespace
{

using exchange::RowIssue;

std::string_view severityId(RowIssue::Severity severity)
{
    switch (severity) {
    case RowIssue::Severity::Warning:
        return "session.report.warning";
    case RowIssue::Severity::Note:
        return "session.report.note";
    case RowIssue::Severity::Rejected:
        break;
    }
    return "session.report.rejected";
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator)
{
    std::string all;
    for (const std::string& each : texts)
        all += (all.empty() ? std::string{} : std::string(separator)) + each;
    return all;
}

std::string number(std::size_t value)
{
    return std::to_string(value);
}

/// What became of the file, in one sentence.
std::string outcomeId(const ImportReport& report)
{
    if (report.dryRun)
        return "session.report.dry_run";
    if (report.committed)
        return report.refused == 0 ? "session.report.committed" : "session.report.committed_partly";
    return report.refused == 0 ? "session.report.nothing" : "session.report.not_committed";
}

std::string csvCell(const std::string& cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : ",") + csvCell(cells[i]);
    return line + "\r\n";
}

std::string wordsOf(const Message& message, Language language)
{
    return message.id.empty() ? std::string{} : text(message, language);
}

} // namespace

std::vector<std::string> previewLines(const exchange::ImportPreview& preview, Language language)
{
    const auto line = [&](std::string id, Message::Parameters parameters) {
        return text(Message{std::move(id), std::move(parameters)}, language);
    };
    std::vector<std::string> lines{
        line("session.report.file",
             {{"file", preview.file.filename().string()}, {"format", preview.format}})};
    const auto add = [&](const char* id, const std::string& value) {
        if (!value.empty())
            lines.push_back(line(id, {{"value", value}}));
    };
    add("session.report.sheet", preview.sheetOrLayer);
    add("session.report.encoding", preview.encoding);
    add("session.report.crs", preview.crs);
    std::vector<std::string> headerRows;
    std::ranges::transform(preview.headerRows, std::back_inserter(headerRows), number);
    add("session.report.header_rows", joined(headerRows, "–"));
    for (const exchange::ColumnMapping::Entry& entry : preview.mapping.entries)
        lines.push_back(entry.field.empty()
                            ? line("session.report.column_left", {{"column", entry.header}})
                            : line("session.report.column",
                                   {{"column", entry.header}, {"field", entry.field}}));
    add("session.report.unmapped", joined(preview.unmappedRequired, ", "));
    for (const RowIssue& issue : preview.issues)
        lines.push_back(issueLine(issue, language));
    return lines;
}

std::string issueLine(const RowIssue& issue, Language language)
{
    std::string line = text(severityId(issue.severity), language);
    if (issue.row > 0)
        line += " " + text(Message{"session.report.row", {{"row", number(issue.row)}}}, language);
    if (!issue.column.empty())
        line +=
            " " + text(Message{"session.report.in_column", {{"column", issue.column}}}, language);
    if (!issue.value.empty())
        line += " " + text(Message{"session.report.value", {{"value", issue.value}}}, language);
    line += (language == Language::Chinese ? "：" : ": ") + wordsOf(issue.reason, language);
    const std::string remedy = wordsOf(issue.remedy, language);
    if (!remedy.empty())
        line += (language == Language::Chinese ? "；" : "; ") + remedy;
    return line;
}

std::vector<std::string> reportLines(const ImportReport& report, Language language,
                                     std::size_t issues)
{
    const auto line = [&](std::string id, Message::Parameters parameters) {
        return text(Message{std::move(id), std::move(parameters)}, language);
    };
    std::vector<std::string> lines;
    if (report.savedMapping)
        lines.push_back(line("session.report.saved_mapping", {}));
    lines.push_back(line("session.report.rows", {{"rows", number(report.rows)},
                                                 {"accepted", number(report.accepted)},
                                                 {"refused", number(report.refused)}}));
    lines.push_back(line("session.report.counts", {{"added", number(report.counts.added)},
                                                   {"changed", number(report.counts.changed)},
                                                   {"unchanged", number(report.counts.unchanged)},
                                                   {"missing", number(report.missing)}}));
    if (report.missing > 0)
        lines.push_back(
            line(report.missing > report.firstMissing.size() ? "session.report.missing_first"
                                                             : "session.report.missing",
                 {{"count", number(report.missing)}, {"keys", joined(report.firstMissing, ", ")}}));
    if (report.reopened > 0)
        lines.push_back(line("session.report.reopened", {{"count", number(report.reopened)}}));
    const std::size_t shown = std::min(issues, report.issues.size());
    for (std::size_t i = 0; i < shown; ++i)
        lines.push_back(issueLine(report.issues[i], language));
    if (shown < report.issues.size())
        lines.push_back(
            line("session.report.more_issues", {{"count", number(report.issues.size() - shown)}}));
    lines.push_back(line(outcomeId(report), {{"refused", number(report.refused)}}));
    return lines;
}

std::string reportCsv(const ImportReport& report, Language language)
{
    const auto word = [&](std::string_view id) { return text(id, language); };
    std::string csv =
        "\xEF\xBB\xBF" +
        csvLine({word("session.report.csv_kind"), word("session.report.csv_row"),
                 word("session.report.csv_column"), word("session.report.csv_value"),
                 word("session.report.csv_reason"), word("session.report.csv_remedy")});
    for (const RowIssue& issue : report.issues)
        csv +=
            csvLine({word(severityId(issue.severity)),
                     issue.row > 0 ? number(issue.row) : std::string{}, issue.column, issue.value,
                     wordsOf(issue.reason, language), wordsOf(issue.remedy, language)});
    return csv;
}

} // namespace guatu::session
