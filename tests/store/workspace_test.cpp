// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"
#include "support/source_folder.h"

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace guatu::store::detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> workspaceScripts;
}

TEST_CASE("the migrations in the program are those of the source tree, byte for byte", "[store]")
{
    const auto folder = guatu::test::sourceFolder() / "data/schema/migrations";
    std::size_t scripts = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        scripts += entry.path().extension() == ".sql" ? 1U : 0U;
    CHECK(store::detail::workspaceScripts.size() == scripts);
    for (const auto& [name, script] : store::detail::workspaceScripts)
        CHECK(script == bytesOf(folder / name));
}

TEST_CASE("a new workspace holds the profile and nothing else", "[store]")
{
    const Folder folder;
    const auto workspace = createWorkspace(folder.file());

    CHECK(workspace.profile().code == "chuxiong-2020-100days");
    CHECK(workspace.dataDate() == *Date::fromYmd(2020, 3, 30)); // the profile's start
    const auto snapshot = workspace.snapshot(workspace.dataDate());
    CHECK(snapshot.crs == "EPSG:4543");
    CHECK(snapshot.units.size() == 0);
    CHECK(snapshot.households.size() == 0);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("units come back sorted by code with their parents, whatever their order in the file",
          "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    const auto counts = write(workspace, {units()});
    CHECK(counts.added == 7);

    const auto snapshot = workspace.snapshot(*Date::fromYmd(2020, 4, 17));
    const auto& u = snapshot.units;
    REQUIRE(u.size() == 7);
    CHECK(u.name == std::vector<std::string>{"楚雄彝族自治州", "武定县", "狮山镇", "香水村委会",
                                             "高桥镇", "小河村委会", "马厂村委会"});
    CHECK(u.parent == std::vector<RowIndex>{noRow, 0, 1, 2, 1, 4, 4});
    CHECK(u.formal[5] == FormalStatus::Unexited);
    CHECK(u.agriPersons[5] == 2100);
    CHECK(u.statAsOf[5] == Date::fromYmd(2014, 12, 31));
    CHECK_FALSE(u.seat.hasGeometry(3));
    CHECK(u.seat.hasGeometry(5));
    CHECK(write(workspace, {units()}).unchanged == 7);
}
