// SPDX-License-Identifier: MIT
// Files that another program has changed: said so, never a crash, never a wrong number.
#include "fixture.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

void prepare(const std::filesystem::path& file)
{
    auto workspace = createWorkspace(file);
    write(workspace, {units(), batch(EntityKind::Household, {"hh_code", "origin_unit", "persons"},
                                     {{"H1", "532329101201", std::int64_t{3}}}, {{102.1, 25.7}})});
}

std::string loading(const std::filesystem::path& file)
{
    return failureId([&] {
        const auto workspace = Workspace::open(file, Workspace::Mode::Read);
        (void)workspace.snapshot(workspace.dataDate());
    });
}

/// SQL that leaves triggers and checks aside, as a hostile program would.
const std::string loose =
    "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON; "
    "DELETE FROM sqlite_schema WHERE type = 'trigger'; PRAGMA writable_schema = RESET; ";

} // namespace

TEST_CASE("values that no workspace can hold are named with table, row and column", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    REQUIRE(loading(folder.file()).empty());
    for (const char* change :
         {"UPDATE household SET watch = 'friendly'", "UPDATE household SET persons = 40000",
          "UPDATE household SET persons = 9223372036854775807", "UPDATE household SET persons = -1",
          "UPDATE household SET persons = 'many'", "UPDATE household SET food = 7",
          "UPDATE household SET income_pc = 'rich'", "UPDATE household SET income_pc = 9e999",
          "UPDATE household SET loc = x'00'", "UPDATE household SET loc = zeroblob(60)",
          "UPDATE household SET loc = zeroblob(50000000)",
          "UPDATE household SET loc = 'POINT(1 2)'",
          "UPDATE admin_unit SET geom = x'0001' WHERE id = 1",
          "UPDATE admin_unit SET level = 'galaxy' WHERE id = 1",
          "UPDATE admin_unit SET code = 'xyz' WHERE id = 1",
          "UPDATE admin_unit SET level = 'town' WHERE id = 1",
          "UPDATE unit_stat SET agri_persons = -5", "UPDATE unit_status SET formal_status = 'x'"}) {
        CAPTURE(change);
        const auto copy = folder.file("copy.sqlite");
        std::filesystem::copy_file(folder.file(), copy,
                                   std::filesystem::copy_options::overwrite_existing);
        tamper(copy, loose + change);
        CHECK(loading(copy) == "store.bad_value");
    }
}

TEST_CASE("references to nothing are no references", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    tamper(folder.file(), loose + "UPDATE household SET origin_unit_id = 9223372036854775807, "
                                  "site_id = -1, group_id = 0; "
                                  "UPDATE admin_unit SET parent_id = id");
    const auto workspace = Workspace::open(folder.file(), Workspace::Mode::Read);
    const auto snapshot = workspace.snapshot(workspace.dataDate());
    CHECK(snapshot.households.originUnit[0] == noRow);
    CHECK(snapshot.households.site[0] == noRow);
    CHECK(snapshot.households.group[0] == noRow);
    CHECK(snapshot.units.parent[1] == 0); // by code, which cannot run in a circle
}

TEST_CASE("ids at the ends of the number range are read like others", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    tamper(folder.file(), loose + "UPDATE household SET id = 9223372036854775807; "
                                  "INSERT INTO household (id, hh_code, row_from) VALUES "
                                  "(-9223372036854775808, 'low', '2020-01-01')");
    const auto workspace = Workspace::open(folder.file(), Workspace::Mode::Read);
    const auto h = workspace.snapshot(workspace.dataDate()).households;
    REQUIRE(h.size() == 2);
    CHECK(h.code[0] == "low");
    CHECK(h.code[1] == "H1");
}

TEST_CASE("a view in place of a table and a missing table are refused", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    const auto copy = folder.file("copy.sqlite");
    std::filesystem::copy_file(folder.file(), copy);
    tamper(copy,
           loose + "ALTER TABLE road RENAME TO hidden; CREATE VIEW road AS WITH RECURSIVE n(i) AS "
                   "(SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS id, i AS code, i AS name, i "
                   "AS class, "
                   "i AS surface, i AS width_m, NULL AS geom FROM n");
    CHECK(loading(copy) == "store.failed");
    tamper(folder.file(), loose + "DROP TABLE listing");
    CHECK(loading(folder.file()) == "store.failed");
}

TEST_CASE("triggers that a file brings do not run", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    tamper(folder.file(),
           "CREATE TRIGGER evil AFTER UPDATE ON admin_unit BEGIN DELETE FROM household; END");
    auto workspace = Workspace::open(folder.file(), Workspace::Mode::Write);
    write(workspace, {batch(EntityKind::Unit, {"code", "name"}, {{"532329101201", "改名"}})});
    CHECK(query(folder.file(), "SELECT count(*) FROM household") == "1");
}

TEST_CASE("a page of zeros is damage, and said so", "[store]")
{
    const Folder folder;
    prepare(folder.file());
    auto bytes = bytesOf(folder.file());
    const auto root = static_cast<std::size_t>(std::stoul(
        query(folder.file(), "SELECT rootpage FROM sqlite_schema WHERE name = 'household'")));
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>((root - 1) * 4096), 4096, '\0');
    std::FILE* stream = std::fopen(folder.file().c_str(), "wb");
    REQUIRE(stream != nullptr);
    std::fwrite(bytes.data(), 1, bytes.size(), stream);
    std::fclose(stream);
    CHECK(loading(folder.file()) == "store.damaged");
}
