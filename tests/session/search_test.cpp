// SPDX-License-Identifier: MIT
#include "session/search.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using session::SearchHit;
using session::SearchIndex;

namespace
{

Snapshot wuding()
{
    return SnapshotBuilder()
        .unit({.code = "5323", .name = "楚雄彝族自治州"})
        .unit({.code = "532329", .name = "武定县"})
        .unit({.code = "532329102", .name = "高桥镇"})
        .unit({.code = "532329102201", .name = "小河村委会"})
        .unit({.code = "532329102202", .name = "高桥村委会"})
        .unit({.code = "532329103201", .name = "上小河村委会"})
        .household({.origin = "532329102201", .code = "5323290001"})
        .site({.host = "532329102201", .name = "红土田安置点"})
        .build();
}

std::vector<std::string> names(const Snapshot& snapshot, std::string_view query)
{
    std::vector<std::string> found;
    for (const SearchHit& hit : SearchIndex(snapshot).find(query))
        found.push_back(hit.name);
    return found;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("gqz finds 高桥镇, and so do its pinyin and its name", "[session]")
{
    const Snapshot snapshot = wuding();
    CHECK(names(snapshot, "gqz") == Names{"高桥镇"});
    CHECK(names(snapshot, "gaoqiaozhen") == Names{"高桥镇"});
    CHECK(names(snapshot, "GQZ") == Names{"高桥镇"});
    CHECK(names(snapshot, " 高桥镇 ") == Names{"高桥镇"});
    CHECK(names(snapshot, "gq") == Names{"高桥镇", "高桥村委会"});
}

TEST_CASE("a whole village name comes before names that only contain it", "[session]")
{
    const Snapshot snapshot = wuding();
    CHECK(names(snapshot, "小河") == Names{"小河村委会", "上小河村委会"});
    CHECK(names(snapshot, "高桥") == Names{"高桥村委会", "高桥镇"});
}

TEST_CASE("a place is found by the start of its code, a household by its code", "[session]")
{
    const Snapshot snapshot = wuding();
    CHECK(names(snapshot, "532329103201") == Names{"上小河村委会"});
    const auto hits = SearchIndex(snapshot).find("5323290001");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].kind == SearchHit::Kind::Household);
    CHECK(hits[0].context == "楚雄彝族自治州 › 武定县 › 高桥镇 › 小河");
}

TEST_CASE("a hit says where it lies", "[session]")
{
    const Snapshot snapshot = wuding();
    const auto hits = SearchIndex(snapshot).find("htt");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].kind == SearchHit::Kind::Site);
    CHECK(hits[0].context == "楚雄彝族自治州 › 武定县 › 高桥镇 › 小河");
}

TEST_CASE("nothing is found for nothing", "[session]")
{
    const Snapshot snapshot = wuding();
    CHECK(names(snapshot, "").empty());
    CHECK(names(snapshot, "　 ").empty());
    CHECK(names(snapshot, "北京").empty());
    CHECK(SearchIndex(snapshot).find("5323", 3).size() == 3);
}
