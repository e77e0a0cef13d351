// SPDX-License-Identifier: MIT
#include "campaign/criteria.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>
#include <limits>

using namespace guatu;
using namespace guatu::test;
using enum CriterionResult;

namespace
{

Snapshot oneHousehold()
{
    return SnapshotBuilder().unit({"532329102201"}).household({"532329102201"}).build();
}

CriterionResult result(const Snapshot& snapshot, const std::string& id,
                       const Profile& profile = campaignProfile())
{
    const auto criteria = campaign::judgeHouseholds(snapshot, profile);
    const auto found = std::find(criteria.ids.begin(), criteria.ids.end(), id);
    return criteria.results[static_cast<std::size_t>(found - criteria.ids.begin())][0];
}

} // namespace

TEST_CASE("income passes at the poverty line and not one yuan below", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    snapshot.households.incomePerHead = {4000};
    CHECK(result(snapshot, "income") == Met);
    snapshot.households.incomePerHead = {3999};
    CHECK(result(snapshot, "income") == Unmet);
    snapshot.households.incomePerHead = {std::numeric_limits<float>::quiet_NaN()};
    CHECK(result(snapshot, "income") == Unknown);
}

TEST_CASE("an estimated income counts until the day before 31 December", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    snapshot.households.incomeBasis = {IncomeBasis::Estimated};
    snapshot.asOf = *Date::fromYmd(2020, 12, 30);
    CHECK(result(snapshot, "income") == Met);
    snapshot.asOf = *Date::fromYmd(2020, 12, 31);
    CHECK(result(snapshot, "income") == Unknown);
    snapshot.households.incomeBasis = {IncomeBasis::Actual};
    CHECK(result(snapshot, "income") == Met);
}

TEST_CASE("each way of earning a living asks for its own proof", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    auto& households = snapshot.households;
    const auto judged = [&](Livelihood mode, Flag confirmed, Flag dibao) {
        households.livelihood = {mode};
        households.livelihoodOk = {confirmed};
        households.dibao = {dibao};
        return result(snapshot, "livelihood");
    };
    CHECK(judged(Livelihood::Job, Flag::Yes, Flag::No) == Met);
    CHECK(judged(Livelihood::Job, Flag::No, Flag::Yes) == Unmet);
    CHECK(judged(Livelihood::Business, Flag::Unknown, Flag::Yes) == Unknown);
    CHECK(judged(Livelihood::SafetyNet, Flag::Unknown, Flag::Yes) == Met);
    CHECK(judged(Livelihood::SafetyNet, Flag::Yes, Flag::No) == Met);
    CHECK(judged(Livelihood::SafetyNet, Flag::No, Flag::No) == Unmet);
    CHECK(judged(Livelihood::SafetyNet, Flag::Unknown, Flag::No) == Unknown);
    CHECK(judged(Livelihood::Unknown, Flag::Yes, Flag::Yes) == Unknown);
}

TEST_CASE("nobody may live in a house of grade C or D", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    const auto judged = [&](HouseGrade grade, Flag occupied) {
        snapshot.households.houseGrade = {grade};
        snapshot.households.houseOccupied = {occupied};
        return result(snapshot, "housing");
    };
    CHECK(judged(HouseGrade::A, Flag::Unknown) == Met);
    CHECK(judged(HouseGrade::B, Flag::Yes) == Met);
    CHECK(judged(HouseGrade::C, Flag::Yes) == Unmet);
    CHECK(judged(HouseGrade::D, Flag::Yes) == Unmet);
    CHECK(judged(HouseGrade::D, Flag::No) == Unknown);
    CHECK(judged(HouseGrade::C, Flag::Unknown) == Unknown);
    CHECK(judged(HouseGrade::Unknown, Flag::Yes) == Unknown);
}

TEST_CASE("drinking water is safe only when all four items are", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    auto& households = snapshot.households;
    CHECK(result(snapshot, "water") == Met);
    const auto items = {&households.waterQuantity, &households.waterQuality,
                        &households.waterAccess, &households.waterAssurance};
    for (auto* item : items) {
        *item = {Flag::No};
        CHECK(result(snapshot, "water") == Unmet);
        *item = {Flag::Unknown};
        CHECK(result(snapshot, "water") == Unknown);
        households.waterQuantity =
            item == &households.waterQuantity ? std::vector{Flag::Unknown} : std::vector{Flag::No};
        CHECK(result(snapshot, "water") == (item == &households.waterQuantity ? Unknown : Unmet));
        households.waterQuantity = {Flag::Yes};
        *item = {Flag::Yes};
    }
}

TEST_CASE("food and clothing are as confirmed, schooling and insurance as folded", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    snapshot.households.food = {Flag::No};
    snapshot.households.clothing = {Flag::Unknown};
    snapshot.households.education = {Exempt};
    snapshot.households.medical = {Unmet};
    CHECK(result(snapshot, "food") == Unmet);
    CHECK(result(snapshot, "clothing") == Unknown);
    CHECK(result(snapshot, "education") == Exempt);
    CHECK(result(snapshot, "medical") == Unmet);
}

TEST_CASE("a criterion of which the workspace keeps nothing is unknown, never passed", "[campaign]")
{
    Profile profile = campaignProfile();
    profile.criteria["household"].push_back({.id = "broadband", .title = {}});
    CHECK(result(oneHousehold(), "broadband", profile) == Unknown);
}

TEST_CASE("a criterion that names a missing parameter is an error of the profile", "[campaign]")
{
    Profile profile = campaignProfile();
    profile.parameters.clear();
    CHECK_THROWS_AS(campaign::judgeHouseholds(oneHousehold(), profile), Error);
}

TEST_CASE("newly found dilapidated houses are due a month before the others", "[campaign]")
{
    Snapshot snapshot = oneHousehold();
    const Profile profile = campaignProfile();
    const Criterion& housing = profile.criteria.at("household")[6];
    const auto due = [&](Flag isNew) {
        snapshot.households.class4New = {isNew};
        return campaign::dueDay(housing, snapshot.households, 0)->iso();
    };
    CHECK(due(Flag::Yes) == "2020-05-31");
    CHECK(due(Flag::No) == "2020-06-30");
    CHECK(due(Flag::Unknown) == "2020-05-31");
    CHECK(campaign::dueDay(profile.criteria.at("household")[2], snapshot.households, 0) ==
          std::nullopt);
}
