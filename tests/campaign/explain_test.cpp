// SPDX-License-Identifier: MIT
#include "campaign/blockers.h"
#include "campaign/explain.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";
const std::string group = "532329102201001";

/// 小河 with a group of one household and one household without a group.
Snapshot smallVillage()
{
    return SnapshotBuilder()
        .unit({.code = "532329", .name = "武定县"})
        .unit({.code = village, .name = "小河村委会"})
        .unit({.code = group, .name = "一组"})
        .household({.origin = village, .group = group, .code = "H-1"})
        .household({.origin = village, .code = "H-2"})
        .build();
}

struct Why {
    explicit Why(Snapshot made) : snapshot(std::move(made)), closure(closeUp(snapshot, profile)) {}

    [[nodiscard]] RowIndex unit(const std::string& code) const
    {
        return static_cast<RowIndex>(rowOf(snapshot, code));
    }
    [[nodiscard]] LocalText sentence(SubjectType type, RowIndex row) const
    {
        return explain(snapshot, profile, closure, type, row);
    }
    [[nodiscard]] std::vector<WhyNode> below(const WhyNode& node) const
    {
        return whyChildren(snapshot, profile, closure, node);
    }
    [[nodiscard]] WhyNode top(const std::string& code) const
    {
        return whyNode(snapshot, profile, closure, SubjectType::Unit, unit(code));
    }
    [[nodiscard]] Blockers blockers(const std::string& code) const
    {
        return blockersOf(snapshot, profile, closure, unit(code));
    }

    Profile profile = campaignProfile();
    Snapshot snapshot;
    Closure closure;
};

bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("why a household is not cleared names its items in both languages", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.houseGrade[0] = HouseGrade::D;
    snapshot.households.food[0] = Flag::Unknown;
    const Why why(std::move(snapshot));
    const LocalText text = why.sentence(SubjectType::Household, 0);
    CHECK(text.zh == "户 H-1 未销号：不愁吃未核、住房安全未达标");
    CHECK(text.en == "Household H-1 is uncleared: Food unknown, Safe housing unmet");
}

TEST_CASE("why a county is not cleared counts the causes and names the first", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.food[1] = Flag::No;
    const Why why(std::move(snapshot));
    const LocalText text = why.sentence(SubjectType::Unit, why.unit("532329"));
    CHECK(holds(text.zh, "武定县未销号：1 户未销号"));
    CHECK(holds(text.zh, "H-2"));
    CHECK(holds(text.zh, "不愁吃未达标"));
    CHECK(holds(text.en, "武定县 is uncleared (households uncleared: 1)"));
}

TEST_CASE("the tree leads from the county to the household and its items", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.food[0] = Flag::No;
    snapshot.households.clothing[1] = Flag::Unknown;
    const Why why(std::move(snapshot));
    const auto towns = why.below(why.top("532329"));
    REQUIRE(towns.size() == 1);
    const auto villages = why.below(towns.front());
    REQUIRE(villages.size() == 1);
    CHECK(villages.front().unit == why.unit(village));
    CHECK(villages.front().status == "uncleared");
    const auto groups = why.below(villages.front());
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].kind == WhyNode::Kind::Unit);
    CHECK(groups[1].kind == WhyNode::Kind::Ungrouped);
    CHECK(holds(groups[1].text.zh, "未分组"));
    CHECK(groups[1].status == "unknown");
    const auto households = why.below(groups[1]);
    REQUIRE(households.size() == 1);
    CHECK(households.front().row == 1);
    const auto items = why.below(households.front());
    REQUIRE(items.size() == 8);
    CHECK(items.front().status == "unknown");
    CHECK(holds(items.front().text.zh, "不愁穿未核"));
    CHECK_FALSE(items.front().expandable);
}

TEST_CASE("a village without groups shows its households at once", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder().unit({village}).household({village}).build();
    snapshot.households.food[0] = Flag::No;
    const Why why(std::move(snapshot));
    const auto nodes = why.below(why.top(village));
    REQUIRE(nodes.size() == 1);
    CHECK(nodes.front().kind == WhyNode::Kind::Household);
}

TEST_CASE("an income that is an estimate says so", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.incomeBasis[0] = IncomeBasis::Estimated;
    snapshot.households.food[0] = Flag::No;
    const Why why(std::move(snapshot));
    const auto items =
        why.below(whyNode(why.snapshot, why.profile, why.closure, SubjectType::Household, 0));
    CHECK(std::ranges::any_of(items, [](const WhyNode& node) {
        return holds(node.text.zh, "人均纯收入达标") && holds(node.text.zh, "预计") &&
               holds(node.text.zh, "5000（要求 >= 4000）");
    }));
}

TEST_CASE("each cause is in the list once, households before what stands higher", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.food[0] = Flag::No;
    snapshot.households.clothing[0] = Flag::No;
    snapshot.households.food[1] = Flag::No;
    const Why why(std::move(snapshot));
    const Blockers blockers = why.blockers("532329");
    REQUIRE(blockers.first.size() == 2);
    CHECK(blockers.uncleared == 2);
    CHECK(blockers.first[0].row == 0); // group, village, township, county, prefecture
    CHECK(blockers.first[0].levels == 5);
    CHECK(blockers.first[0].alone == 1); // it alone blocks its group
    CHECK(blockers.first[1].row == 1);
    CHECK(blockers.first[1].levels == 4);
    CHECK(blockers.first[1].alone == 0);
}

TEST_CASE("of causes on one level the one due first comes first", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder().unit({village}).household({village}, 3).build();
    snapshot.households.waterQuality[0] = Flag::No; // 30 June
    snapshot.households.food[1] = Flag::No;         // no day
    snapshot.households.livelihoodOk[2] = Flag::No; // 30 April
    const Why why(std::move(snapshot));
    const Blockers blockers = why.blockers(village);
    REQUIRE(blockers.first.size() == 3);
    CHECK(blockers.first[0].row == 2);
    CHECK(blockers.first[1].row == 0);
    CHECK(blockers.first[2].row == 1);
}

TEST_CASE("what is unknown below what is not met does not hold the units above", "[campaign]")
{
    Snapshot snapshot = smallVillage();
    snapshot.households.food[0] = Flag::Unknown;
    snapshot.households.food[1] = Flag::No;
    const Why why(std::move(snapshot));
    const Blockers blockers = why.blockers("532329");
    REQUIRE(blockers.first.size() == 2);
    CHECK(blockers.first[0].row == 1);
    CHECK(blockers.first[0].levels == 4);
    CHECK(blockers.first[1].clear == Clear::Unknown);
    CHECK(blockers.first[1].levels == 1); // its group only; the village is uncleared anyway
}

TEST_CASE("a unit with no household in scope is its own cause", "[campaign]")
{
    const Why why(SnapshotBuilder().unit({village}).build());
    const Blockers blockers = why.blockers("532329");
    REQUIRE(blockers.first.size() == 1);
    CHECK(blockers.first.front().kind == BlockerKind::Empty);
    CHECK(blockers.first.front().unit == why.unit(village));
}

TEST_CASE("an open problem of a site keeps the village open that hosts it", "[campaign]")
{
    const Why why(SnapshotBuilder()
                      .unit({village})
                      .household({village})
                      .site({.host = village})
                      .problem({.type = SubjectType::Site, .subject = 0})
                      .build());
    CHECK(why.closure.unit[static_cast<std::size_t>(why.unit(village))] == Clear::Uncleared);
    const Blockers blockers = why.blockers("5323");
    REQUIRE(blockers.first.size() == 1);
    CHECK(blockers.first.front().kind == BlockerKind::Problem);
}

TEST_CASE("a unit of which all households are exempt is cleared and says so", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder().unit({village}).household({village}).build();
    const Profile profile = campaignProfile();
    for (const Criterion& criterion : profile.criteria.at("household")) {
        CriterionValueColumns& to = snapshot.criterionValues;
        to.subjectType.push_back(SubjectType::Household);
        to.subject.push_back(0);
        to.criterion.push_back(criterion.id);
        to.result.push_back(CriterionResult::Exempt);
        to.method.push_back(Method::Verified);
        to.number.push_back(0);
        to.text.emplace_back();
        to.exemptReason.emplace_back("moved_away");
        to.asOf.push_back(snapshot.asOf);
        to.dataset.push_back(noRow);
    }
    const Why why(std::move(snapshot));
    const auto row = static_cast<std::size_t>(why.unit(village));
    CHECK(why.closure.unit[row] == Clear::Cleared);
    CHECK(why.closure.tally[row].exempt == 1);
    CHECK(holds(why.sentence(SubjectType::Unit, why.unit(village)).zh, "1 户各项不适用"));
}
