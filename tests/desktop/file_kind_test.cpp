// SPDX-License-Identifier: MIT
#include "desktop/file_kind.h"
#include "desktop/import_grid.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::desktop;
using guatu::test::TemporaryFolder;

TEST_CASE("a dropped file is a workspace by its content, data otherwise", "[desktop]")
{
    const TemporaryFolder folder;
    const std::string sqlite("SQLite format 3\0", 16);
    CHECK(isWorkspaceFile(folder.write("a.db", sqlite + "...")));
    CHECK(isWorkspaceFile(folder.write("empty.sqlite", "")));
    CHECK_FALSE(isWorkspaceFile(folder.write("map.gpkg", sqlite + "...")));
    CHECK_FALSE(isWorkspaceFile(folder.write("tiles.MBTiles", sqlite + "...")));
    CHECK_FALSE(isWorkspaceFile(folder.write("台账.xlsx", "PK")));
    CHECK_FALSE(isWorkspaceFile(folder / "gone.csv"));
}

TEST_CASE("the name of a file suggests what it holds", "[desktop]")
{
    CHECK(likelyKind("高桥镇台账4月.xls") == EntityKind::Household);
    CHECK(likelyKind("武定县行政区划.csv") == EntityKind::Unit);
    CHECK(likelyKind("Roads_2020.shp") == EntityKind::Road);
    CHECK(likelyKind("武定.geojson") == EntityKind::Boundary);
    CHECK(likelyKind("易地搬迁安置点.xlsx") == EntityKind::Site);
    CHECK(likelyKind("x.csv") == EntityKind::Household);
}

TEST_CASE("a field stands in one column: choosing it elsewhere takes it from there", "[desktop]")
{
    exchange::ColumnMapping mapping;
    mapping.entries = {{0, "编号", "hh_code"}, {1, "人口", "persons"}, {2, "人数", ""}};
    mapping = withField(mapping, 2, "人数", "persons");
    CHECK(mapping.entries[1].field.empty());
    CHECK(mapping.entries[2].field == "persons");
    mapping = withField(mapping, 0, "编号", "");
    CHECK(mapping.entries[0].field.empty());
    mapping = withField(mapping, 7, "经度", "lon");
    CHECK(mapping.entries.back().column == 7);
    CHECK(mapping.entries.back().header == "经度");
}
