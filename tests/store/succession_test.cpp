// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

Snapshot on(const Workspace& workspace, const char* day)
{
    return workspace.snapshot(*Date::fromIso(day));
}

RowIndex unit(const Snapshot& snapshot, const char* code)
{
    return findUnit(snapshot.units, *UnitCode::parse(code));
}

RecordBatch succession(const char* from, const char* to, const char* kind, const char* day,
                       double share = 1, Value oldName = {})
{
    return batch(EntityKind::Succession,
                 {"code", "old_unit", "new_unit", "kind", "on_date", "share", "old_name"},
                 {{std::string(from) + to, from, to, kind, day, share, std::move(oldName)}});
}

RecordBatch household(const char* code, const char* village, Value group = {})
{
    return batch(EntityKind::Household, {"hh_code", "origin_unit", "group", "formal_status"},
                 {{code, village, std::move(group), "unexited"}});
}

RecordBatch stat(const char* code, const char* name, std::int64_t agriPersons)
{
    return batch(EntityKind::Unit, {"code", "name", "agri_persons", "stat_as_of"},
                 {{code, name, agriPersons, "2014-12-31"}});
}

} // namespace

TEST_CASE("households of a merged village count where it went, before it where it was", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "532329101202")}, "2020-03-30");
    write(workspace, {succession("532329101202", "532329101201", "merge", "2020-04-10")});

    const Snapshot before = on(workspace, "2020-04-09");
    REQUIRE(unit(before, "532329101202") != noRow);
    CHECK(before.households.originUnit[0] == unit(before, "532329101202"));
    CHECK(before.successions.size() == 0);

    const Snapshot after = on(workspace, "2020-04-17");
    CHECK(unit(after, "532329101202") == noRow);
    CHECK(after.households.originUnit[0] == unit(after, "532329101201"));
    REQUIRE(after.successions.size() == 1);
    CHECK(after.successions.oldCode[0].str() == "532329101202");
    CHECK(after.successions.oldName[0] == "马厂村委会");
    CHECK(after.successions.kind[0] == "merge");
}

TEST_CASE("the denominator of a village grows by what merges into it", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()}, "2020-03-30");
    write(workspace, {succession("532329101202", "532329101201", "merge", "2020-04-10")});
    const auto agri = [&](const char* day) {
        const Snapshot snapshot = on(workspace, day);
        return snapshot.units.agriPersons[static_cast<std::size_t>(unit(snapshot, "532329101201"))];
    };
    CHECK(agri("2020-04-09") == 2100);
    CHECK(agri("2020-04-10") == 2100 + 1500);
}

TEST_CASE("a figure that a merged village lacks leaves the sum unknown", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()}, "2020-03-30"); // 532329100201 has no agricultural population
    write(workspace, {succession("532329100201", "532329101201", "merge", "2020-04-10")});
    const Snapshot snapshot = on(workspace, "2020-04-17");
    CHECK(snapshot.units.agriPersons[static_cast<std::size_t>(unit(snapshot, "532329101201"))] ==
          -1);
}

TEST_CASE("a recoded village takes over what was known of it", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), household("H1", "532329101202"),
           batch(EntityKind::Unit, {"code", "name"}, {{"532329101205", "马厂社区"}}),
           batch(EntityKind::Visit, {"code", "subject_type", "subject", "on_date", "agrees"},
                 {{"V1", "unit", "532329101202", "2020-04-01", std::int64_t{1}}})},
          "2020-03-30");
    write(workspace, {succession("532329101202", "532329101205", "recode", "2020-04-10")});
    const Snapshot snapshot = on(workspace, "2020-04-17");
    const RowIndex now = unit(snapshot, "532329101205");
    REQUIRE(now != noRow);
    CHECK(snapshot.households.originUnit[0] == now);
    CHECK(snapshot.units.agriPersons[static_cast<std::size_t>(now)] == 1500);
    REQUIRE(snapshot.visits.size() == 1);
    CHECK(snapshot.visits.subject[0] == now);
}

TEST_CASE("what was found in a merged village is not said of the other one", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), batch(EntityKind::CriterionValue,
                          {"code", "subject_type", "subject", "criterion", "as_of", "result"},
                          {{"C1", "unit", "532329101202", "c_org", "2020-04-01", "met"}})},
          "2020-03-30");
    write(workspace, {succession("532329101202", "532329101201", "merge", "2020-04-10")});
    CHECK(on(workspace, "2020-04-09").criterionValues.size() == 1);
    CHECK(on(workspace, "2020-04-17").criterionValues.size() == 0);
}

TEST_CASE("after a split the largest share stands for the old village", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "532329101202")}, "2020-03-30");
    write(workspace, {succession("532329101202", "532329101201", "split", "2020-04-10", 0.3),
                      succession("532329101202", "532329100201", "split", "2020-04-10", 0.7),
                      batch(EntityKind::Unit, {"code", "name", "valid_to"},
                            {{"532329101202", "马厂村委会", "2020-04-10"}})});
    const Snapshot snapshot = on(workspace, "2020-04-17");
    CHECK(snapshot.households.originUnit[0] == unit(snapshot, "532329100201"));
}

TEST_CASE("a chain of successions is followed, and a circle ends", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", "532329101202")}, "2020-03-30");
    write(workspace, {succession("532329101202", "532329101201", "merge", "2020-04-10"),
                      succession("532329101201", "532329100201", "merge", "2020-04-12")});
    Snapshot snapshot = on(workspace, "2020-04-17");
    CHECK(snapshot.households.originUnit[0] == unit(snapshot, "532329100201"));
    write(workspace, {succession("532329100201", "532329101202", "merge", "2020-04-13")});
    snapshot = on(workspace, "2020-04-17");
    CHECK(snapshot.households.originUnit[0] == noRow);
}

TEST_CASE("groups end with their village; their households have no group until they get one",
          "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), batch(EntityKind::Unit, {"code", "name"}, {{"532329101202001", "马厂一组"}}),
           household("H1", "532329101202", "532329101202001")},
          "2020-03-30");
    CHECK(on(workspace, "2020-04-01").households.group[0] != noRow);
    write(workspace, {succession("532329101202", "532329101201", "merge", "2020-04-10")});
    const Snapshot snapshot = on(workspace, "2020-04-17");
    CHECK(unit(snapshot, "532329101202001") == noRow);
    CHECK(snapshot.households.group[0] == noRow);
    CHECK(snapshot.households.originUnit[0] == unit(snapshot, "532329101201"));
}

TEST_CASE("a village renamed under its code has its old name before", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), stat("532329101202", "新马厂村委会", 1500),
           succession("532329101202", "532329101202", "rename", "2020-04-10", 1, "马厂村委会")});
    const auto name = [&](const char* day) {
        const Snapshot snapshot = on(workspace, day);
        return snapshot.units.name[static_cast<std::size_t>(unit(snapshot, "532329101202"))];
    };
    CHECK(name("2020-04-09") == "马厂村委会");
    CHECK(name("2020-04-10") == "新马厂村委会");
    CHECK(on(workspace, "2020-04-17").successions.oldName[0] == "马厂村委会");
}
