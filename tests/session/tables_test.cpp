// SPDX-License-Identifier: MIT
#include "session/reports.h"
#include "session/tables/due_table.h"
#include "session/tables/household_table.h"
#include "session/tables/problem_table.h"
#include "session/tables/status_table.h"
#include "session/tables/supervision_table.h"
#include "session/view.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::session;
using namespace guatu::test;

namespace
{

/// A county of two towns: one village with groups, a household in none of them and a problem of the
/// village itself, and one village over 3 %.
Snapshot county()
{
    return SnapshotBuilder()
        .unit({.code = "532329102201", .name = "甲村委会", .agriPersons = 1000})
        .unit({.code = "532329102201001", .name = "一组"})
        .unit({.code = "532329102202",
               .name = "乙村委会",
               .agriPersons = 100,
               .poor = Flag::Yes,
               .formal = FormalStatus::Unexited})
        .unit({.code = "532329103201", .name = "丙村委会", .agriPersons = 2000})
        .household({.origin = "532329102201",
                    .persons = 4,
                    .formal = FormalStatus::Unexited,
                    .group = "532329102201001"})
        .household({.origin = "532329102201", .persons = 2})
        .household({.origin = "532329102202", .persons = 3, .formal = FormalStatus::Returned}, 2)
        .household({.origin = "532329103201", .persons = 5, .formal = FormalStatus::Exited})
        .problem({.unit = "532329102201"})
        .problem({.unit = "532329103201"})
        .build();
}

std::int64_t number(const TableCell& cell)
{
    return std::get<std::int64_t>(cell);
}

/// Every column of whole numbers adds up over the rows of depth 0 to the total.
void checkTotals(const Table& table)
{
    REQUIRE(table.total().has_value());
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (table.columns()[column].kind != ColumnKind::Integer)
            continue;
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < table.size(); ++row)
            if (table.depth(row) == 0)
                sum += number(table.row(row)[column]);
        INFO(table.key() << " " << table.columns()[column].key);
        CHECK(sum == number((*table.total())[column]));
    }
}

/// Every row with rows below it is their sum.
void checkLevels(const Table& table)
{
    for (std::size_t row = 0; row + 1 < table.size(); ++row) {
        if (table.depth(row + 1) <= table.depth(row))
            continue;
        for (std::size_t column = 0; column < table.columns().size(); ++column) {
            if (table.columns()[column].kind != ColumnKind::Integer)
                continue;
            std::int64_t sum = 0;
            for (std::size_t below = row + 1;
                 below < table.size() && table.depth(below) > table.depth(row); ++below)
                if (table.depth(below) == table.depth(row) + 1)
                    sum += number(table.row(below)[column]);
            INFO(table.columns()[column].key << " of row " << row);
            CHECK(sum == number(table.row(row)[column]));
        }
    }
}

} // namespace

TEST_CASE("the rows of a status table add up to its total, at every unit", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    for (RowIndex unit = 0; unit < static_cast<RowIndex>(view.snapshot.units.size()); ++unit)
        checkTotals(statusTable(view, unit));
}

TEST_CASE("households in no group and problems of the village itself have a row",
          "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    const Table table =
        statusTable(view, static_cast<RowIndex>(rowOf(view.snapshot, "532329102201")));
    REQUIRE(table.size() == 2);
    CHECK(std::get<std::string>(table.cell(0, "name")) == "一组");
    CHECK(std::get<LocalText>(table.cell(1, "name")).zh == "未分组");
    CHECK(number(table.cell(0, "remaining_persons")) == 4);
    CHECK(number(table.cell(1, "households")) == 1);
    CHECK(number(table.cell(0, "open_problems")) == 0);
    CHECK(number(table.cell(1, "open_problems")) == 1);
}

TEST_CASE("a status table counts households and persons, and incidence by origin",
          "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    const Table table = statusTable(view, static_cast<RowIndex>(rowOf(view.snapshot, "532329102")));
    REQUIRE(table.size() == 2);
    CHECK(number(table.cell(1, "remaining_households")) == 2);
    CHECK(number(table.cell(1, "remaining_persons")) == 6);
    CHECK(std::get<double>(table.cell(1, "incidence_percent")) == Approx(6.0)); // 6 of 100
    CHECK(table.geometry().size() == table.size());
}

TEST_CASE("in the briefing table every row is the sum of those below it", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    const Table table = briefingTable(view, 0);
    checkTotals(table);
    checkLevels(table);
    CHECK(table.size() == 6); // a county, two towns, three villages
    CHECK(number((*table.total())[table.column("remaining_persons")]) == 10);
    CHECK(number((*table.total())[table.column("gap_water_households")]) == 0);
}

TEST_CASE("the supervision table has the stable keys, and one row by rule only", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    const Table table = supervisionTable(view, 0);
    std::vector<std::string> keys;
    for (const TableColumn& column : table.columns())
        keys.push_back(column.key);
    CHECK(keys == std::vector<std::string>{"subject_type", "code", "name", "issuer", "rule",
                                           "basis", "measure", "value", "limit", "margin",
                                           "reason"});
    std::size_t found = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "rule") != TableCell{std::string("LC2")})
            continue;
        ++found;
        CHECK(std::get<std::string>(table.cell(row, "code")) == "532329102202");
        CHECK(std::get<Word>(table.cell(row, "basis")).code == "rule");
        CHECK(std::get<Word>(table.cell(row, "measure")).code == "incidence_percent");
        CHECK(std::get<double>(table.cell(row, "value")) == Approx(6.0));
        CHECK(std::get<double>(table.cell(row, "limit")) == Approx(3.0));
        CHECK(std::get<double>(table.cell(row, "margin")) == Approx(3.0));
    }
    CHECK(found == 1);
    CHECK(listingDifferenceTable(view, 0).size() == 1);
    CHECK(supervisionTable(view, static_cast<RowIndex>(rowOf(view.snapshot, "532329103"))).size() ==
          0);
}

TEST_CASE("a household list is placed at the seats of groups, never at the houses",
          "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    const std::vector<std::uint32_t> rows{0, 1, 2, 3, 4};
    const Table table = householdTable(view, rows);
    CHECK(table.size() == 5);
    CHECK(number((*table.total())[table.column("persons")]) == 4 + 2 + 3 + 3 + 5);
    for (std::size_t row = 0; row < table.geometry().size(); ++row)
        CHECK_FALSE(table.geometry().hasGeometry(row)); // these units have no seats
}

TEST_CASE("the persons of a list are unknown when those of a household are", "[session][table]")
{
    const WorkspaceView view = viewOf(SnapshotBuilder()
                                          .unit({.code = "532329102201"})
                                          .household({.origin = "532329102201", .persons = -1})
                                          .build());
    const std::vector<std::uint32_t> rows{0};
    const Table table = householdTable(view, rows);
    CHECK(table.cell(0, "persons") == TableCell{Unknown{}});
    CHECK((*table.total())[table.column("persons")] == TableCell{Unknown{}});
}

TEST_CASE("problems add up over units and sources", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    checkTotals(zeroingTable(view, 0));
    CHECK(openProblemTable(view, 0).size() == 2);
    checkTotals(dueTable(view, 0));
}

TEST_CASE("the special report has its five tables, each with what day it is of", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    std::vector<std::string> keys;
    for (const Table& table : specialReport(view, 0)) {
        keys.push_back(table.key());
        REQUIRE(table.notes().size() >= 2);
        CHECK_THAT(table.notes()[1].zh, Catch::Matchers::Contains("2020-04-17"));
    }
    CHECK(keys == std::vector<std::string>{"status", "listing_difference", "problem_zeroing",
                                           "exit_cards", "due"});
}

TEST_CASE("column keys are told apart in every table", "[session][table]")
{
    const WorkspaceView view = viewOf(county());
    for (const auto& make : {briefingReport, specialReport, monthlyReport})
        for (const Table& table : make(view, 0))
            for (const TableColumn& column : table.columns()) {
                INFO(table.key() << " " << column.key);
                CHECK_FALSE(column.title.zh.empty());
                CHECK_FALSE(column.title.en.empty());
                CHECK(column.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                      std::string::npos);
            }
}
