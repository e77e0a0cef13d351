// SPDX-License-Identifier: MIT
#include "session/view.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;
using session::shortName;

namespace
{

const std::string xiaohe = "532329102201";

const FeatureTable& table(const session::WorkspaceView& view, std::string_view source)
{
    const auto found =
        std::ranges::find(view.tables, source, [](const auto& each) { return each->source; });
    REQUIRE(found != view.tables.end());
    return **found;
}

FieldValue word(std::string text)
{
    return text;
}

/// 小河 with 12 persons remaining of 400 and one household cleared; another village without lists.
Snapshot twoVillages()
{
    Snapshot snapshot =
        SnapshotBuilder()
            .unit({.code = xiaohe,
                   .name = "小河村委会",
                   .agriPersons = 400,
                   .poor = Flag::Yes,
                   .formal = FormalStatus::Exited})
            .unit({.code = "532329102202", .name = "大村村委会"})
            .household({.origin = xiaohe, .persons = 12, .formal = FormalStatus::Unexited})
            .household({.origin = xiaohe, .persons = -1, .watch = Watch::Monitored, .code = "H-7"})
            .listing({.issuer = "county", .rule = "LC2", .unit = xiaohe})
            .build();
    snapshot.households.food[0] = Flag::No;
    snapshot.households.location[1] = {500000, 2800000};
    return snapshot;
}

} // namespace

TEST_CASE("a village is named on the map without its committee", "[session]")
{
    CHECK(shortName("小河村委会", Level::Village) == "小河");
    CHECK(shortName("小河村民委员会", Level::Village) == "小河");
    CHECK(shortName("新村村民委员会", Level::Village) == "新村");
    CHECK(shortName("新村委会", Level::Village) == "新村");
    CHECK(shortName("学桥街社区居民委员会", Level::Village) == "学桥街社区");
    CHECK(shortName("小村农村社区", Level::Village) == "小村农村社区");
    CHECK(shortName("小河村民委员会3组", Level::Group) == "3组");
    CHECK(shortName("上小河一组", Level::Group) == "上小河一组");
    CHECK(shortName("高桥镇", Level::Town) == "高桥镇");
    CHECK(shortName("武定县", Level::County) == "武定县");
}

TEST_CASE("the village table says what the campaign computed", "[session]")
{
    const session::WorkspaceView view = viewOf(twoVillages());
    const FeatureTable& villages = table(view, "village");
    REQUIRE(villages.size() == 2);
    CHECK(villages.value("name", 0) == word("小河村委会"));
    CHECK(villages.value("short_name", 0) == word("小河"));
    CHECK(villages.value("code", 0) == word(xiaohe));
    CHECK(villages.value("clear", 0) == word("uncleared"));
    CHECK(villages.value("formal", 0) == word("exited"));
    CHECK(villages.value("is_poor", 0) == word("yes"));
    CHECK(villages.value("remaining_hh", 0) == FieldValue{1.0});
    CHECK(villages.value("remaining_p", 0) == FieldValue{12.0});
    CHECK(villages.value("incidence", 0) == FieldValue{3.0});
    CHECK(villages.value("clear_share", 0) == FieldValue{50.0});
    CHECK(villages.value("listed", 0) == word("county"));
    CHECK(villages.value("rule_listed", 0) == word("none"));
    CHECK(villages.value("area_grade", 0) == word("none"));
}

TEST_CASE("what is not known of a village is unknown on the map", "[session]")
{
    const session::WorkspaceView view = viewOf(twoVillages());
    const FeatureTable& villages = table(view, "village");
    CHECK(villages.value("clear", 1) == FieldValue{});
    CHECK(villages.value("incidence", 1) == FieldValue{});
    CHECK(villages.value("clear_share", 1) == FieldValue{});
    CHECK(villages.category("clear")->words.front() == "unknown");
}

TEST_CASE("every unit and household has a row, located or not", "[session]")
{
    const session::WorkspaceView view = viewOf(twoVillages());
    CHECK(table(view, "prefecture").size() == 1);
    CHECK(table(view, "county").size() == 1);
    CHECK(table(view, "town_seat").size() == 1);
    CHECK(table(view, "village_seat").size() == 2);
    const FeatureTable& households = table(view, "household");
    REQUIRE(households.size() == 2);
    CHECK_FALSE(households.geometry.hasGeometry(0));
    CHECK(households.geometry.hasGeometry(1));
    CHECK(households.value("class", 0) == word("unexited"));
    CHECK(households.value("class", 1) == word("monitored"));
    CHECK(households.value("clear", 0) == word("uncleared"));
    CHECK(households.value("persons", 1) == FieldValue{});
    CHECK(households.value("code", 1) == word("H-7"));
}

TEST_CASE("all columns of a table are as long as its geometry", "[session]")
{
    const session::WorkspaceView view =
        viewOf(SnapshotBuilder()
                   .unit({"532329102201001"})
                   .household({xiaohe}, 5)
                   .site({.households = 120, .persons = 1100, .host = xiaohe})
                   .build());
    for (const auto& each : view.tables) {
        CAPTURE(each->source);
        CHECK(each->ids.size() == each->geometry.size());
        for (const auto& [name, column] : each->columns) {
            CAPTURE(name);
            const std::size_t length = std::visit(
                [](const auto& values) {
                    if constexpr (requires { values.rows; })
                        return values.rows.size();
                    else
                        return values.size();
                },
                column);
            CHECK(length == each->geometry.size());
        }
    }
    const FeatureTable& sites = table(view, "site");
    CHECK(sites.value("kind", 0) == word("poverty_relocation"));
    CHECK(sites.value("persons", 0) == FieldValue{1100.0});
    CHECK(sites.value("listed", 0) == word("none"));
    CHECK(sites.value("rule_listed", 0) == word("yes"));
}

TEST_CASE("households of a unit are counted by state, each once, up to the county", "[session]")
{
    const session::WorkspaceView view = viewOf(twoVillages());
    for (const char* source : {"village", "town", "county"}) {
        const FeatureTable& units = table(view, source);
        CAPTURE(source);
        CHECK(units.value("hh_uncleared", 0) == FieldValue{1.0});
        double all = 0;
        for (const char* field : {"hh_cleared", "hh_uncleared", "hh_at_risk", "hh_unknown"})
            all += (*units.number(field))[0];
        CHECK(all == 2);
        CHECK(units.value("open_problems", 0) == FieldValue{0.0});
    }
    CHECK(table(view, "village").value("hh_uncleared", 1) == FieldValue{0.0});
}
