// SPDX-License-Identifier: MIT
#include "session/unit_card.h"

#include "session/household_list.h"
#include "session/view.h"
#include "support/catch.h"

#include <algorithm>
#include <iterator>

using namespace guatu;
using namespace guatu::test;
using session::UnitCard;
using session::unitCard;
using session::WorkspaceView;

namespace
{

const std::string xiaohe = "532329102201";

/// 小河: 25 + 16 persons of 400 remain, one household lacks food, one is not known by water.
WorkspaceView xiaoheView()
{
    Snapshot snapshot =
        SnapshotBuilder()
            .unit({.code = "532329", .name = "武定县"})
            .unit({.code = "532329102", .name = "高桥镇"})
            .unit({.code = xiaohe, .name = "小河村委会", .agriPersons = 400, .poor = Flag::Yes})
            .unit({.code = "532329102201001", .name = "小河一组"})
            .unit({"532329103201"})
            .household({.origin = xiaohe,
                        .persons = 25,
                        .formal = FormalStatus::Unexited,
                        .group = "532329102201001"})
            .household({.origin = xiaohe, .persons = 16, .formal = FormalStatus::Unexited})
            .household({.origin = xiaohe})
            .household({.origin = "532329103201"})
            .listing({.issuer = "prefecture", .rule = "LP1", .unit = xiaohe})
            .listing({.issuer = "county", .rule = "", .unit = xiaohe})
            .problem({.unit = xiaohe})
            .problem({.unit = xiaohe, .state = "closed"})
            .problem({.type = SubjectType::Household, .subject = 1})
            .build();
    snapshot.households.food[0] = Flag::No;
    snapshot.households.waterAccess[1] = Flag::Unknown;
    snapshot.households.class4New[1] = Flag::Yes;
    snapshot.households.openProblems[1] = 1;
    return viewOf(std::move(snapshot));
}

UnitCard cardOf(const WorkspaceView& view, const std::string& unit)
{
    return unitCard(view, static_cast<RowIndex>(rowOf(view.snapshot, unit)));
}

} // namespace

TEST_CASE("a unit's card says how far the village is and what blocks it", "[session]")
{
    const WorkspaceView view = xiaoheView();
    const UnitCard card = cardOf(view, xiaohe);
    CHECK(card.name == "小河村委会");
    CHECK(card.path == std::vector<std::string>{"单位", "武定县", "高桥镇"});
    CHECK(card.remaining == campaign::Remaining{2, 41});
    CHECK(card.incidence == Approx(10.25));
    CHECK(card.clear == Clear::Uncleared);
    CHECK(card.tally.inScope() == 3);
    CHECK(card.tally.count(Clear::Cleared) == 1);
    CHECK(card.daysLeft == 74);
    std::vector<session::CardBlocker> ofHouseholds;
    std::ranges::copy_if(card.blockers, std::back_inserter(ofHouseholds),
                         [](const session::CardBlocker& each) { return !each.ofUnits; });
    REQUIRE(ofHouseholds.size() == 2);
    CHECK(ofHouseholds[0].criterion == "food");
    CHECK(ofHouseholds[0].unmet == 1);
    CHECK(ofHouseholds[1].criterion == "water");
    CHECK(ofHouseholds[1].unknown == 1);
    CHECK(ofHouseholds[1].due == Date::fromYmd(2020, 6, 30));
    // Nothing is recorded of the village itself, so its 7 exit items and 3 more are open too.
    CHECK(card.blockers.size() == 2 + 7 + 3);
    CHECK(card.openProblems == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a card shows value beside limit for every listing", "[session]")
{
    const WorkspaceView view = xiaoheView();
    const UnitCard card = cardOf(view, xiaohe);
    REQUIRE(card.listings.size() == 2);
    CHECK(card.listings[0].ruleId == "LP1");
    CHECK(text(card.listings[0].reason, Language::Chinese) == "发生率 10.25 %，限值超过 10 %");
    CHECK(card.listings[1].ruleId == "LC2"); // found by issuer and kind of place
    CHECK(text(card.listings[1].reason, Language::Chinese) == "发生率 10.25 %，限值超过 3 %");
}

TEST_CASE("a rule that is hit without a list is shown as such, and so is a list without a hit",
          "[session]")
{
    const WorkspaceView hit =
        viewOf(SnapshotBuilder()
                   .unit({.code = xiaohe, .agriPersons = 5000, .poor = Flag::Yes})
                   .household({.origin = xiaohe, .persons = 50, .formal = FormalStatus::Returned})
                   .build());
    const UnitCard card = cardOf(hit, xiaohe);
    REQUIRE(card.listings.size() == 1);
    CHECK_FALSE(card.listings[0].official);
    CHECK(text(card.listings[0].reason, Language::Chinese) == "剩余 50 人，限值 50 人及以上");

    const WorkspaceView listed =
        viewOf(SnapshotBuilder()
                   .unit({.code = xiaohe, .agriPersons = 5000, .poor = Flag::Yes})
                   .household({.origin = xiaohe})
                   .listing({.issuer = "county", .rule = "LC2", .unit = xiaohe})
                   .build());
    const UnitCard other = cardOf(listed, xiaohe);
    REQUIRE(other.listings.size() == 1);
    CHECK(other.listings[0].official);
    CHECK(text(other.listings[0].reason, Language::Chinese) == "名单在列，规则 LC2 未命中");
}

TEST_CASE("the households of a unit are those that live in it or below", "[session]")
{
    const WorkspaceView view = xiaoheView();
    const auto of = [&](const std::string& unit) {
        return session::householdsOf(view, static_cast<RowIndex>(rowOf(view.snapshot, unit)));
    };
    CHECK(of("532329102201001") == std::vector<std::uint32_t>{0});
    CHECK(of(xiaohe) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(of("532329") == std::vector<std::uint32_t>{0, 1, 2, 3});
}

TEST_CASE("a line of the household table says what is missing and by when", "[session]")
{
    const WorkspaceView view = xiaoheView();
    const auto rows = session::householdRows(view, std::vector<std::uint32_t>{1, 0});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].household == 1);
    CHECK(rows[0].village == "小河村委会");
    CHECK(rows[0].group.empty());
    CHECK(rows[0].unmet.empty());
    CHECK(session::criterionTitles(view, rows[0].unknown, Language::Chinese) == "饮水安全");
    CHECK(rows[0].due == Date::fromYmd(2020, 6, 30));
    CHECK(rows[0].openProblems == 1);
    CHECK(rows[0].clear == Clear::Uncleared);
    CHECK(rows[1].group == "小河一组");
    CHECK(session::criterionTitles(view, rows[1].unmet, Language::English) == "Food");
    CHECK(rows[1].due == std::nullopt);
    CHECK_FALSE(rows[1].located);
}
