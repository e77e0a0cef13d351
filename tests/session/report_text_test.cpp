// SPDX-License-Identifier: MIT
#include "session/import_report_text.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using session::ImportReport;

namespace
{

exchange::RowIssue issue(std::size_t row, std::string value)
{
    exchange::RowIssue made;
    made.row = row;
    made.column = "户编号";
    made.value = std::move(value);
    made.reason = {"session.report.nothing"}; // any sentence of the catalogue
    return made;
}

} // namespace

TEST_CASE("a report ends with what became of the file", "[session]")
{
    ImportReport report;
    report.rows = 3;
    report.accepted = 2;
    report.refused = 1;
    report.issues = {issue(7, "x")};
    auto last = [&] { return session::reportLines(report, Language::English).back(); };
    CHECK(last() == "1 rows were refused, so nothing of the file was written: correct them and "
                    "import again, or "
                    "accept the good rows alone");
    report.committed = true;
    CHECK(last() == "The good rows were written, 1 were refused");
    report.refused = 0;
    CHECK(last() == "Written to the workspace");
    report.dryRun = true;
    CHECK(last() == "Dry run: nothing was written");
}

TEST_CASE("a long report names the first issues and counts the others", "[session]")
{
    ImportReport report;
    for (std::size_t row = 1; row <= 10; ++row)
        report.issues.push_back(issue(row, "x"));
    const auto lines = session::reportLines(report, Language::English, 4);
    CHECK(std::ranges::count(lines, "6 more, see the report file") == 1);
    CHECK(std::ranges::count_if(
              lines, [](const std::string& line) { return line.starts_with("Refused"); }) == 4);
}

TEST_CASE("the issue file opens in a spreadsheet whatever the cells hold", "[session]")
{
    ImportReport report;
    report.issues = {issue(7, "a,\"b\"\nc")};
    const std::string csv = session::reportCsv(report, Language::English);
    CHECK(csv == "\xEF\xBB\xBFkind,row,column,value,reason,remedy\r\n"
                 "Refused,7,户编号,\"a,\"\"b\"\"\nc\",There was nothing to write,\r\n");
}
