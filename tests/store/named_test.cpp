// SPDX-License-Identifier: MIT
// What a workspace keeps by name: queries and frozen states; and signatures.
#include "fixture.h"

#include "core/error.h"
#include "support/catch.h"

#include <cmath>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

const ChangeReason planner{"planner", "test"};
const Date april17 = *Date::fromIso("2020-04-17");

RecordBatch household(const char* code, const char* status, double income)
{
    RecordBatch records =
        batch(EntityKind::Household, {"hh_code", "origin_unit", "formal_status", "income_pc"},
              {{code, "532329101201", status, income}});
    records.geometry = GeometryColumn(GeometryType::Point);
    records.geometry.addPoint({102.1, 25.7});
    return records;
}

template <class Action>
std::string inputFailure(const Action& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Input ? error.message().id : "another kind";
    }
    return {};
}

} // namespace

TEST_CASE("looks and themes are kept apart by kind and name, replaced and dropped", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    workspace.keepDefinition(planner, KeptKind::Look, {"road", "{1}"});
    workspace.keepDefinition(planner, KeptKind::Theme, {"road", "{2}"});
    workspace.keepDefinition(planner, KeptKind::Look, {"road", "{3}"});
    workspace.keepDefinition(planner, KeptKind::Look, {"road", "{3}"}); // changes nothing
    CHECK(workspace.keptDefinitions(KeptKind::Look) ==
          std::vector<KeptDefinition>{{"road", "{3}"}});
    CHECK(workspace.keptDefinitions(KeptKind::Theme) ==
          std::vector<KeptDefinition>{{"road", "{2}"}});
    CHECK(workspace.dropDefinition(planner, KeptKind::Look, "road"));
    CHECK_FALSE(workspace.dropDefinition(planner, KeptKind::Look, "road"));
    CHECK(workspace.keptDefinitions(KeptKind::Look).empty());
    CHECK(workspace.keptDefinitions(KeptKind::Theme).size() == 1);
    CHECK(query(folder.file(), "SELECT group_concat(action) FROM change_log WHERE entity = "
                               "'kept_definition'") == "insert,insert,update,delete");
    CHECK(inputFailure([&] {
              workspace.keepDefinition(planner, KeptKind::Theme, {"", "{}"});
          }) == "store.name_missing");
}

TEST_CASE("a query is kept by its name, replaced by it and removed", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    CHECK(workspace.savedQueries().empty());
    workspace.saveQuery(planner, {"缺水户", "household", "w_access = no"});
    workspace.saveQuery(planner, {"A", "village", "name = 小河"});
    workspace.saveQuery(planner, {"缺水户", "household", "w_quantity = no", "二期"});
    const std::vector<SavedQuery> expected{{"A", "village", "name = 小河", ""},
                                           {"缺水户", "household", "w_quantity = no", "二期"}};
    CHECK(workspace.savedQueries() == expected);
    CHECK(query(folder.file(), "SELECT group_concat(action) FROM change_log WHERE entity = "
                               "'saved_query'") == "insert,insert,update");
    CHECK(workspace.removeQuery(planner, "A"));
    CHECK_FALSE(workspace.removeQuery(planner, "A"));
    CHECK(workspace.savedQueries().size() == 1);
    CHECK(inputFailure([&] {
              workspace.saveQuery(planner, {"", "household", "x"});
          }) == "store.name_missing");
    auto reader = Workspace::open(folder.file(), Workspace::Mode::Read);
    CHECK(failureId([&] {
              reader.saveQuery(planner, {"B", "household", "x"});
          }) == "store.opened_for_reading");
}

TEST_CASE("a frozen state does not change when the past is corrected", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "unexited", 3000), household("H2", "exited", 9000)});
    workspace.freeze(planner, april17, "4月调度");
    write(workspace, {household("H1", "exited", 5000), household("H3", "exited", 1)});

    CHECK(workspace.snapshot(april17).households.size() == 3);
    const Snapshot frozen = workspace.frozenSnapshot("4月调度");
    REQUIRE(frozen.households.size() == 2);
    CHECK(frozen.asOf == april17);
    CHECK(frozen.households.code[0] == "H1");
    CHECK(frozen.households.formal[0] == FormalStatus::Unexited);
    CHECK(frozen.households.incomePerHead[0] == 3000);
    CHECK(frozen.units.name == workspace.snapshot(april17).units.name);
    const auto list = workspace.frozenSnapshots();
    REQUIRE(list.size() == 1);
    CHECK(list[0].name == "4月调度");
    CHECK(list[0].households == 2);
}

TEST_CASE("a frozen state is the snapshot it was made from, in every column", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), household("H1", "unexited", 3000),
           batch(EntityKind::Site, {"code", "name", "kind", "host_unit", "moved_hh"},
                 {{"S1", "红土田", "poverty_relocation", "532329101201", std::int64_t{268}}}),
           batch(EntityKind::Visit, {"code", "subject_type", "subject", "on_date", "agrees"},
                 {{"V1", "household", "H1", "2020-04-01", std::int64_t{1}},
                  {"V2", "site", "S1", "2020-04-02", {}}}),
           batch(EntityKind::Problem, {"code", "subject_type", "subject", "text", "found_on"},
                 {{"P1", "unit", "532329101201", "水池渗漏", "2020-04-01"}})});
    const Snapshot before = workspace.snapshot(april17);
    workspace.freeze(planner, april17, "a");
    const Snapshot frozen = workspace.frozenSnapshot("a");
    CHECK(frozen.crs == before.crs);
    CHECK(frozen.profileCode == before.profileCode);
    CHECK(frozen.datasetNames == before.datasetNames);
    CHECK(frozen.units.id == before.units.id);
    CHECK(frozen.units.code == before.units.code);
    CHECK(frozen.units.seat == before.units.seat);
    CHECK(frozen.units.statAsOf == before.units.statAsOf);
    CHECK(frozen.households.code == before.households.code);
    CHECK(frozen.households.location == before.households.location);
    CHECK(frozen.households.openProblems == before.households.openProblems);
    CHECK(frozen.households.cause == before.households.cause);
    CHECK(frozen.sites.name == before.sites.name);
    CHECK(frozen.sites.hostUnit == before.sites.hostUnit);
    CHECK(frozen.visits.subject == before.visits.subject);
    CHECK(frozen.visits.agrees == before.visits.agrees);
    CHECK(frozen.problems.subject == before.problems.subject);
    CHECK(frozen.problems.text == before.problems.text);
    CHECK(frozen.problems.foundOn == before.problems.foundOn);
}

TEST_CASE("names of frozen states are unique; a removed one leaves no pieces", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "unexited", 3000)});
    workspace.freeze(planner, april17, "a");
    CHECK(inputFailure([&] { workspace.freeze(planner, april17, "a"); }) ==
          "store.frozen_name_taken");
    CHECK(inputFailure([&] { workspace.freeze(planner, april17, ""); }) == "store.name_missing");
    CHECK(inputFailure([&] { (void)workspace.frozenSnapshot("b"); }) == "store.frozen_unknown");

    const auto pieces = [&] { return query(folder.file(), "SELECT count(*) FROM frozen_piece"); };
    const std::string one = pieces();
    workspace.freeze(planner, april17, "b");
    CHECK(pieces() == one); // nothing has changed: nothing more is kept
    CHECK(workspace.removeFrozen(planner, "a"));
    CHECK(workspace.frozenSnapshot("b").households.size() == 1);
    CHECK(workspace.removeFrozen(planner, "b"));
    CHECK(pieces() == "0");
    CHECK_FALSE(workspace.removeFrozen(planner, "b"));
}

TEST_CASE("a frozen state that was damaged is refused", "[store]")
{
    const Folder folder;
    {
        auto workspace = createWorkspace(folder.file());
        write(workspace, {units(), household("H1", "unexited", 3000)});
        workspace.freeze(planner, april17, "a");
    }
    const auto piece = [](const std::string& name) {
        return "(SELECT piece_id FROM frozen_part WHERE name = '" + name + "')";
    };
    SECTION("bytes that are no piece")
    {
        tamper(folder.file(), "UPDATE frozen_piece SET data = x'00112233'");
    }
    SECTION("a size that is not true")
    {
        tamper(folder.file(), "UPDATE frozen_piece SET size = 7");
    }
    SECTION("row numbers of another column")
    {
        tamper(folder.file(), "UPDATE frozen_part SET piece_id = " + piece("units.agri_persons") +
                                  " WHERE name = 'units.parent'");
    }
    SECTION("a column of another length")
    {
        tamper(folder.file(), "UPDATE frozen_part SET piece_id = " + piece("units.level") +
                                  " WHERE name = 'households.formal'");
    }
    const auto workspace = Workspace::open(folder.file(), Workspace::Mode::Read);
    CHECK(failureId([&] { (void)workspace.frozenSnapshot("a"); }) == "store.bad_value");
}

TEST_CASE("signatures are kept in order and stand in the change log word by word", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "unexited", 3000)}, "2020-03-30");
    const Signature submit{
        SubjectType::Household,       "H1",     Level::Village, SignAction::Submit,
        *Date::fromIso("2020-04-10"), "村委会", "指标齐全"};
    const Signature reject{
        SubjectType::Household,       "H1",         Level::Town, SignAction::Reject,
        *Date::fromIso("2020-04-10"), "乡镇扶贫办", "缺住房鉴定"};
    workspace.sign(planner, std::vector{submit, reject, submit});
    const Snapshot snapshot = workspace.snapshot(april17);
    const auto& signs = snapshot.closureSigns;
    REQUIRE(signs.size() == 3);
    CHECK(signs.action == std::vector{SignAction::Submit, SignAction::Reject, SignAction::Submit});
    CHECK(signs.level[1] == Level::Town);
    CHECK(signs.role[1] == "乡镇扶贫办");
    CHECK(signs.note[1] == "缺住房鉴定");
    CHECK(signs.subject[0] == 0);
    CHECK(workspace.snapshot(*Date::fromIso("2020-04-09")).closureSigns.size() == 0);
    CHECK(query(folder.file(), "SELECT after FROM change_log WHERE entity = 'closure_sign' AND "
                               "entity_id = 2") ==
          R"({"action":"reject","level":"town","note":"缺住房鉴定","on_date":"2020-04-10",)"
          R"("role":"乡镇扶贫办","subject":"H1","subject_type":"household"})");
}

TEST_CASE("of several signatures with one that has no subject none is kept", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "unexited", 3000)});
    const Signature good{SubjectType::Unit, "532329101201", Level::Town, SignAction::Approve,
                         april17};
    Signature bad = good;
    bad.subject = "532329101209";
    CHECK(inputFailure([&] {
              workspace.sign(planner, std::vector{good, bad});
          }) == "store.row_no_record");
    CHECK(workspace.snapshot(april17).closureSigns.size() == 0);
    workspace.sign(planner, std::vector{good});
    CHECK(workspace.snapshot(april17).closureSigns.subjectType[0] == SubjectType::Unit);
}
