// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

/// What the second migration brought, taken back: a workspace as the first version made it.
constexpr const char* backToFirst = R"(
    DROP TABLE visit; DROP TABLE closure_sign; DROP TABLE listing_aspect; DROP TABLE review_cycle;
    DROP TABLE plan_item; DROP TABLE measure; DROP TABLE saved_query; DROP TABLE frozen_part;
    DROP TABLE frozen_piece; DROP TABLE frozen; DROP TABLE kept_definition; DROP INDEX household_ended;
    DROP INDEX criterion_value_code;
    ALTER TABLE criterion_value DROP COLUMN code;
    ALTER TABLE criterion_value DROP COLUMN subject_key;
    ALTER TABLE road DROP COLUMN one_way;
    ALTER TABLE road DROP COLUMN no_turns;
    DROP TABLE unit_succession;
    CREATE TABLE unit_succession (
        old_id INTEGER NOT NULL, new_id INTEGER NOT NULL, kind TEXT NOT NULL,
        on_date TEXT NOT NULL, share REAL NOT NULL DEFAULT 1, PRIMARY KEY (old_id, new_id))
        WITHOUT ROWID;
    INSERT INTO unit_succession
        SELECT a.id, b.id, 'merge', '2020-01-01', 1 FROM admin_unit a, admin_unit b
        WHERE a.code = '532329101202' AND b.code = '532329101201';
    UPDATE admin_unit SET valid_to = '2020-01-01' WHERE code = '532329101202';
    PRAGMA user_version = 1;)";

} // namespace

TEST_CASE("a workspace of the first version is migrated when it is opened for writing", "[store]")
{
    const Folder folder;
    {
        auto workspace = createWorkspace(folder.file());
        write(workspace, {units(), batch(EntityKind::Household, {"hh_code", "origin_unit"},
                                         {{"H1", "532329101202"}})});
    }
    tamper(folder.file(), backToFirst);
    const std::string before = bytesOf(folder.file());
    CHECK(failureId([&] { (void)Workspace::open(folder.file(), Workspace::Mode::Read); }) ==
          "store.older_version");
    CHECK(bytesOf(folder.file()) == before);

    auto workspace = Workspace::open(folder.file(), Workspace::Mode::Write);
    const Snapshot snapshot = workspace.snapshot(*Date::fromIso("2020-04-17"));
    REQUIRE(snapshot.successions.size() == 1);
    CHECK(snapshot.households.originUnit[0] ==
          findUnit(snapshot.units, *UnitCode::parse("532329101201")));
    workspace.saveQuery({"tester", "test"}, {"q", "household", "x"});
    CHECK(workspace.savedQueries().size() == 1);
    CHECK(failureId([&] { (void)Workspace::open(folder.file(), Workspace::Mode::Read); }).empty());
}
