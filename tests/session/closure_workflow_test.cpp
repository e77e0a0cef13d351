// SPDX-License-Identifier: MIT
#include "session/closure_workflow.h"

#include "core/error.h"
#include "session/frozen.h"
#include "session/import_job.h"
#include "session/new_workspace.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::test;
using namespace guatu::session;

namespace
{

const store::ChangeReason planner{"planner", "test"};
const std::string group = "532329102201001";

Date day(int of)
{
    return *Date::fromYmd(2020, 4, of);
}

void write(store::Workspace& workspace, Date on, const std::vector<RecordBatch>& batches)
{
    auto change = workspace.beginChange(planner, {.name = "台账", .asOf = on});
    std::vector<store::WriteIssue> issues;
    for (const RecordBatch& batch : batches)
        change.write(batch, issues);
    REQUIRE(issues.empty());
    change.commit();
}

RecordBatch units()
{
    return {.kind = EntityKind::Unit,
            .fields = {"code", "name"},
            .cells = {"532300000000", "楚雄彝族自治州", "532329000000", "武定县", "532329102000",
                      "高桥镇", "532329102201", "小河村委会", group, "一组"}};
}

/// One household that meets all criteria, but for its house when `grade` is C.
std::vector<RecordBatch> household(const char* grade)
{
    const std::int64_t yes = 1;
    return {{.kind = EntityKind::Household,
             .fields = {"hh_code", "origin_unit", "group", "formal_status", "persons", "income_pc",
                        "income_basis", "livelihood_mode", "livelihood_ok", "food", "clothing",
                        "house_grade", "w_quantity", "w_quality", "w_access", "w_assurance",
                        "house_occupied"},
             .cells = {"H1", "532329102201", group, "unexited", yes, 6000.0, "actual", "job", yes,
                       yes, yes, grade, yes, yes, yes, yes, yes}},
            {.kind = EntityKind::Person,
             .fields = {"p_code", "hh_code", "birth_year", "medins", "critins", "medaid_scope",
                        "dropout", "work_months"},
             .cells = {"P1", "H1", std::int64_t{1970}, yes, yes, yes, "no", std::int64_t{8}}}};
}

RecordBatch visit(const char* code, Date on, bool agrees)
{
    return {.kind = EntityKind::Visit,
            .fields = {"code", "subject_type", "subject", "on_date", "agrees"},
            .cells = {code, "household", "H1", on.iso(), std::int64_t{agrees ? 1 : 0}}};
}

StepRequest step(Level level, SignAction action, Date on)
{
    return {SubjectType::Household, "H1", action, level, on, "扶贫办"};
}

std::string refusedBecause(store::Workspace& workspace, const StepRequest& request)
{
    try {
        takeStep(workspace, planner, request);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Input ? error.message().id : "another kind";
    }
    return {};
}

store::Workspace workspaceIn(const TemporaryFolder& folder)
{
    createWorkspace(folder / "a.sqlite", "chuxiong-2020-100days");
    auto workspace = store::Workspace::open(folder / "a.sqlite", store::Workspace::Mode::Write);
    write(workspace, day(1), {units()});
    write(workspace, day(1), household("A"));
    write(workspace, day(2), {visit("V1", day(2), true)});
    return workspace;
}

void approve(store::Workspace& workspace)
{
    CHECK(takeStep(workspace, planner, step(Level::Village, SignAction::Submit, day(3))) == 1);
    CHECK(takeStep(workspace, planner, step(Level::Town, SignAction::Check, day(4))) == 1);
    CHECK(takeStep(workspace, planner, step(Level::County, SignAction::Approve, day(5))) == 1);
    CHECK(takeStep(workspace, planner,
                   {SubjectType::Unit, group, SignAction::Approve, Level::Village, day(6)}) == 1);
}

} // namespace

TEST_CASE("a household goes through the closure workflow step by step", "[session]")
{
    const TemporaryFolder folder;
    auto workspace = workspaceIn(folder);
    CHECK(refusedBecause(workspace, step(Level::Town, SignAction::Check, day(3))) ==
          "workflow.not_submitted");
    StepRequest unknown = step(Level::Village, SignAction::Submit, day(3));
    unknown.subject = "H9";
    CHECK(refusedBecause(workspace, unknown) == "workflow.no_subject");
    approve(workspace);
    CHECK(workspace.snapshot(day(6)).closureSigns.size() == 4);
    CHECK(reopenFallen(workspace, planner, day(7)) == 0);
}

TEST_CASE("a house that turns out unsafe reopens household and group the same day", "[session]")
{
    const TemporaryFolder folder;
    auto workspace = workspaceIn(folder);
    approve(workspace);
    write(workspace, day(10), {household("C").front()});
    CHECK(reopenFallen(workspace, planner, day(9)) == 0); // not yet known
    CHECK(reopenFallen(workspace, planner, day(10)) == 2);
    CHECK(reopenFallen(workspace, planner, day(10)) == 0);
    const auto signs = workspace.snapshot(day(10)).closureSigns;
    REQUIRE(signs.size() == 6);
    CHECK(signs.action[4] == SignAction::Reopen);
    CHECK(signs.on[4] == day(10));
    CHECK(signs.subjectType[5] == SubjectType::Unit);
    CHECK(refusedBecause(workspace, step(Level::Village, SignAction::Submit, day(11))) ==
          "workflow.items_not_met");
}

TEST_CASE("a failed visit reopens, and reopening by hand takes the group along", "[session]")
{
    const TemporaryFolder folder;
    auto workspace = workspaceIn(folder);
    approve(workspace);
    SECTION("a failed visit")
    {
        write(workspace, day(12), {visit("V2", day(12), false)});
        CHECK(reopenFallen(workspace, planner, day(12)) == 2);
    }
    SECTION("by hand")
    {
        CHECK(takeStep(workspace, planner, step(Level::County, SignAction::Reopen, day(12))) == 2);
    }
    CHECK(workspace.snapshot(day(12)).closureSigns.size() == 6);
}

TEST_CASE("an import that shows an unsafe house takes the signatures back", "[session]")
{
    const TemporaryFolder folder;
    {
        auto workspace = workspaceIn(folder);
        approve(workspace);
    }
    const auto sheet =
        folder.write("住房.csv", "户编号,行政村编码,住房等级\nH1,532329102201,C级\n");
    ImportJob job;
    job.read.kind = EntityKind::Household;
    job.read.asOf = day(15);
    const ImportReport report = importFile(folder / "a.sqlite", sheet, job);
    CHECK(report.committed);
    CHECK(report.reopened == 2);
    const auto workspace =
        store::Workspace::open(folder / "a.sqlite", store::Workspace::Mode::Read);
    CHECK(workspace.snapshot(day(15)).closureSigns.on.back() == day(15));
    CHECK(workspace.snapshot(day(14)).closureSigns.size() == 4);
}

TEST_CASE("a frozen snapshot is listed, read and removed by its name", "[session]")
{
    const TemporaryFolder folder;
    (void)workspaceIn(folder);
    const auto file = folder / "a.sqlite";
    const auto kept = freeze(file, "4月调度", std::nullopt, "planner");
    CHECK(kept.asOf == day(2));
    CHECK(kept.households == 1);
    CHECK(frozenList(file).size() == 1);
    CHECK(readFrozen(file, "4月调度").households.code[0] == "H1");
    session::removeFrozen(file, "4月调度", "planner");
    CHECK(frozenList(file).empty());
    CHECK_THROWS_AS(session::removeFrozen(file, "4月调度", "planner"), Error);
}
