// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "session/import_job.h"
#include "session/new_workspace.h"
#include "session/workspace_view.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::test;
using session::ImportJob;
using session::ImportReport;

namespace
{

const std::string unitsCsv = "代码,名称\n"
                             "532300000000,楚雄彝族自治州\n"
                             "532329000000,武定县\n"
                             "532329102000,高桥镇\n"
                             "532329102201,小河村委会\n"
                             "532329102202,大村村委会\n";

const std::string householdsCsv = "户编号,县,乡镇,行政村,人数,脱贫属性\n"
                                  "H1,武定县,高桥镇,小河村委会,3,未脱贫\n"
                                  "H2,武定县,高桥镇,小河,4,已脱贫\n"
                                  "H3,武定县,高桥镇,大村村委会,2,已脱贫\n";

ImportJob jobFor(EntityKind kind)
{
    ImportJob job;
    job.read.kind = kind;
    job.who = "tester";
    return job;
}

/// A workspace with the five units.
std::filesystem::path workspaceIn(const TemporaryFolder& folder)
{
    const auto file = folder / "a.sqlite";
    session::createWorkspace(file, "chuxiong-2020-100days");
    const ImportReport report =
        session::importFile(file, folder.write("units.csv", unitsCsv), jobFor(EntityKind::Unit));
    REQUIRE(report.committed);
    REQUIRE(report.counts.added == 5);
    return file;
}

std::string firstMessage(const ImportReport& report)
{
    return report.issues.empty() ? "" : text(report.issues.front().reason, Language::English);
}

} // namespace

TEST_CASE("units come into an empty workspace, then households find them by name", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const ImportReport report = session::importFile(workspace, folder.write("h.csv", householdsCsv),
                                                    jobFor(EntityKind::Household));
    CAPTURE(firstMessage(report));
    CHECK(report.rows == 3);
    CHECK(report.refused == 0);
    CHECK(report.counts.added == 3);
    CHECK(report.committed);

    const auto view = session::openWorkspace(workspace);
    REQUIRE(view->snapshot.households.size() == 3);
    const RowIndex xiaohe = findUnit(view->snapshot.units, *UnitCode::parse("532329102201"));
    CHECK(view->closure.remaining[static_cast<std::size_t>(xiaohe)] == campaign::Remaining{1, 3});
    CHECK(view->closure.unit[static_cast<std::size_t>(xiaohe)] == Clear::Unknown);
}

TEST_CASE("one refused row keeps the whole file out, unless partial files are accepted",
          "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const auto file = folder.write("h.csv", householdsCsv + "H4,武定县,高桥镇,无此村,2,已脱贫\n");
    const std::string before = bytesOf(workspace);
    ImportJob job = jobFor(EntityKind::Household);

    const ImportReport whole = session::importFile(workspace, file, job);
    CHECK(whole.refused == 1);
    CHECK_FALSE(whole.committed);
    REQUIRE(whole.issues.size() == 1);
    CHECK(whole.issues[0].row == 5);
    CHECK(bytesOf(workspace) == before);

    job.acceptPartial = true;
    const ImportReport part = session::importFile(workspace, file, job);
    CHECK(part.committed);
    CHECK(part.counts.added == 3);
    CHECK(session::openWorkspace(workspace)->snapshot.households.size() == 3);
}

TEST_CASE("a dry run counts and leaves every byte", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const std::string before = bytesOf(workspace);
    ImportJob job = jobFor(EntityKind::Household);
    job.dryRun = true;
    const ImportReport report =
        session::importFile(workspace, folder.write("h.csv", householdsCsv), job);
    CHECK(report.counts.added == 3);
    CHECK_FALSE(report.committed);
    CHECK(bytesOf(workspace) == before);
}

TEST_CASE("a second import counts added, changed, unchanged and missing", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const ImportJob job = jobFor(EntityKind::Household);
    REQUIRE(session::importFile(workspace, folder.write("h.csv", householdsCsv), job).committed);
    const ImportReport report =
        session::importFile(workspace,
                            folder.write("h2.csv", "户编号,县,乡镇,行政村,人数,脱贫属性\n"
                                                   "H1,武定县,高桥镇,小河村委会,3,未脱贫\n"
                                                   "H2,武定县,高桥镇,小河村委会,5,已脱贫\n"
                                                   "H9,武定县,高桥镇,小河村委会,1,已脱贫\n"),
                            job);
    CAPTURE(firstMessage(report));
    CHECK(report.counts.added == 1);
    CHECK(report.counts.changed == 1);
    CHECK(report.counts.unchanged == 1);
    CHECK(report.missing == 1);
    CHECK(report.firstMissing == std::vector<std::string>{"H3"});
    CHECK(session::openWorkspace(workspace)->snapshot.households.size() == 4); // nothing is deleted
}

TEST_CASE("what the workspace refuses is named by its row in the file", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    REQUIRE(session::importFile(workspace, folder.write("h.csv", householdsCsv),
                                jobFor(EntityKind::Household))
                .committed);
    const auto persons = folder.write("p.csv", "武定县贫困人口名单,,\n"
                                               "户编号,人编号,与户主关系\n"
                                               "H1,P1,户主\n"
                                               "\n"
                                               "H8,P2,户主\n");
    const ImportReport report = session::importFile(workspace, persons, jobFor(EntityKind::Person));
    CHECK_FALSE(report.committed);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].row == 5);
    CHECK(report.issues[0].column.ends_with("户编号"));
    CHECK(report.accepted == 2);
    CHECK(report.refused == 1);
}

TEST_CASE("a mapping is remembered for its layout once an import has succeeded", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const auto file = folder.write("odd.csv", "甲,乙\nH1,532329102201\n");
    ImportJob job = jobFor(EntityKind::Household);
    job.read.mapping =
        exchange::ColumnMapping{.entries = {{0, "甲", "hh_code"}, {1, "乙", "origin_unit"}},
                                .layout = {},
                                .kind = EntityKind::Household};
    REQUIRE(session::importFile(workspace, file, job).committed);

    const ImportReport again = session::importFile(workspace, file, jobFor(EntityKind::Household));
    CHECK(again.savedMapping);
    CHECK(again.counts.unchanged == 1);
    const auto preview = session::previewImport(workspace, file, jobFor(EntityKind::Household));
    CHECK(preview.unmappedRequired.empty());
}

TEST_CASE("a stopped import leaves the workspace as it was", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const std::string before = bytesOf(workspace);
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&](const ProgressStep&) { stop.request_stop(); };
    CHECK_THROWS_AS(session::importFile(workspace, folder.write("h.csv", householdsCsv),
                                        jobFor(EntityKind::Household), progress),
                    Cancelled);
    CHECK(bytesOf(workspace) == before);
}

TEST_CASE("known units carry their names from the county down", "[session]")
{
    const TemporaryFolder folder;
    const auto view = session::openWorkspace(workspaceIn(folder));
    const auto units = session::knownUnits(view->snapshot.units);
    REQUIRE(units.size() == 5);
    CHECK(units[0].path.empty());
    CHECK(units[4].path == std::vector<std::string>{"武定县", "高桥镇", "大村村委会"});
}

TEST_CASE("opening and looking leave every byte of the workspace", "[session]")
{
    const TemporaryFolder folder;
    const auto workspace = workspaceIn(folder);
    const std::string before = bytesOf(workspace);
    const auto view = session::openWorkspace(workspace, Date::fromYmd(2020, 5, 16));
    CHECK(view->snapshot.asOf == *Date::fromYmd(2020, 5, 16));
    CHECK(view->snapshot.units.size() == 5);
    CHECK_FALSE(view->readOnlyMedium);
    CHECK(bytesOf(workspace) == before);
}
