// SPDX-License-Identifier: MIT
#pragma once

#include "session/import_job.h"

namespace guatu::session
{

/// What was recognised in a file and which column fills which field, as lines to read.
[[nodiscard]] std::vector<std::string> previewLines(const exchange::ImportPreview& preview,
                                                    Language language);

/// One issue as a line: row, column, value, reason, remedy.
[[nodiscard]] std::string issueLine(const exchange::RowIssue& issue, Language language);

/// The report as lines to read; at most `issues` issues, the rest as a number.
[[nodiscard]] std::vector<std::string> reportLines(const ImportReport& report, Language language,
                                                   std::size_t issues = 50);

/// All issues as CSV (UTF-8 with BOM, CRLF): severity, row, column, value, reason, remedy.
[[nodiscard]] std::string reportCsv(const ImportReport& report, Language language);

} // namespace guatu::session
