// SPDX-License-Identifier: MIT
#include "campaign/listing.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;
using campaign::Issuer;
using campaign::ListingState;

namespace
{

const std::string village = "532329102201";

ListingState stateOf(const Snapshot& snapshot)
{
    const Profile profile = campaignProfile();
    return campaign::listings(snapshot, profile, campaign::closeUp(snapshot, profile));
}

/// Ids of the rules that are hit by, or cannot be decided on, a unit or site.
std::vector<std::string> rulesOn(const std::vector<campaign::RuleHit>& hits, SubjectType type,
                                 std::size_t row)
{
    const Profile profile = campaignProfile();
    std::vector<std::string> ids;
    for (const auto& hit : hits)
        if (hit.subjectType == type && hit.subject == static_cast<RowIndex>(row))
            ids.push_back(profile.listingRules[hit.rule].id);
    return ids;
}

/// A poor village with so many persons remaining in households of one.
SnapshotBuilder poorVillage(int remaining, int agriPersons, Flag poor = Flag::Yes)
{
    SnapshotBuilder builder;
    builder.unit({.code = village, .agriPersons = agriPersons, .poor = poor});
    builder.household({.origin = village, .persons = 1, .formal = FormalStatus::Unexited},
                      remaining);
    builder.household({.origin = village});
    return builder;
}

std::vector<std::string> villageRules(int remaining, int agriPersons, Flag poor = Flag::Yes)
{
    const Snapshot snapshot = poorVillage(remaining, agriPersons, poor).build();
    return rulesOn(stateOf(snapshot).hits, SubjectType::Unit, rowOf(snapshot, village));
}

std::vector<std::string> siteRules(const SiteSpec& site)
{
    const Snapshot snapshot = SnapshotBuilder().unit({village}).site(site).build();
    return rulesOn(stateOf(snapshot).hits, SubjectType::Site, 0);
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("12 of 400 is 3.00 % and not over 3 %, 13 of 400 is", "[campaign]")
{
    CHECK(villageRules(12, 400) == Ids{});
    CHECK(villageRules(13, 400) == Ids{"LC2"});
}

TEST_CASE("fifty remaining persons are enough at any incidence", "[campaign]")
{
    CHECK(villageRules(50, 5000) == Ids{"LC2"});
    CHECK(villageRules(49, 5000) == Ids{});
}

TEST_CASE("exactly ten per cent is not over ten", "[campaign]")
{
    CHECK(villageRules(40, 400) == Ids{"LC2"});
    CHECK(villageRules(41, 400) == Ids{"LP1", "LC2"});
}

TEST_CASE("limits are compared in whole numbers for every denominator", "[campaign]")
{
    for (int agriPersons = 100; agriPersons <= 1600; agriPersons += 100) {
        const int atLimit = 3 * agriPersons / 100; // 3.00 % exactly
        CHECK(villageRules(atLimit, agriPersons) == Ids{});
    }
}

TEST_CASE("the county's list is about poor villages of 武定 alone", "[campaign]")
{
    CHECK(villageRules(13, 400, Flag::No) == Ids{});
    const Snapshot elsewhere =
        SnapshotBuilder()
            .unit({.code = "532325102201", .agriPersons = 400, .poor = Flag::Yes})
            .household({.origin = "532325102201", .persons = 1, .formal = FormalStatus::Unexited},
                       13)
            .build();
    CHECK(stateOf(elsewhere).hits.empty());
}

TEST_CASE("without a denominator fifty persons still decide, fewer cannot tell", "[campaign]")
{
    CHECK(villageRules(50, -1) == Ids{"LC2"});
    const Snapshot snapshot = poorVillage(49, -1).build();
    const ListingState state = stateOf(snapshot);
    CHECK(rulesOn(state.hits, SubjectType::Unit, rowOf(snapshot, village)) == Ids{});
    CHECK(rulesOn(state.undecided, SubjectType::Unit, rowOf(snapshot, village)) ==
          Ids{"LP1", "LC2"});
}

TEST_CASE("a township is listed from 300 remaining persons on", "[campaign]")
{
    const auto townRules = [](int remaining) {
        const Snapshot snapshot =
            SnapshotBuilder()
                .unit({.code = village, .agriPersons = 100000, .poor = Flag::No})
                .household({.origin = village, .persons = 1, .formal = FormalStatus::Returned},
                           remaining)
                .build();
        return rulesOn(stateOf(snapshot).hits, SubjectType::Unit, rowOf(snapshot, "532329102"));
    };
    CHECK(townRules(299) == Ids{});
    CHECK(townRules(300) == Ids{"LC1"});
}

TEST_CASE("a site is listed from 100 households and from 1000 persons on", "[campaign]")
{
    CHECK(siteRules({.households = 99, .persons = 400, .host = village}) == Ids{});
    CHECK(siteRules({.households = 100, .persons = 400, .host = village}) == Ids{"LC3"});
    CHECK(siteRules({.households = 50, .persons = 999, .host = village}) == Ids{});
    CHECK(siteRules({.households = 50, .persons = 1000, .host = village}) == Ids{"LP2"});
}

TEST_CASE("hydropower sites have their own rule and are out of the county's", "[campaign]")
{
    CHECK(siteRules({.kind = "hydropower_resettlement",
                     .households = 300,
                     .persons = 1200,
                     .host = village}) == Ids{"LP3"});
}

TEST_CASE("planned figures of a site count until people have moved", "[campaign]")
{
    CHECK(siteRules({.plannedHouseholds = 100, .plannedPersons = 400, .host = village}) ==
          Ids{"LC3"});
    CHECK(siteRules({.households = 80,
                     .persons = 300,
                     .plannedHouseholds = 100,
                     .plannedPersons = 400,
                     .host = village}) == Ids{});
}

TEST_CASE("official lists and rule hits are kept apart", "[campaign]")
{
    // On the list and over the limit; on the list only; over the limit only.
    SnapshotBuilder builder;
    for (const char* code : {"532329102201", "532329102202", "532329102203"})
        builder.unit({.code = code, .agriPersons = 400, .poor = Flag::Yes});
    for (const char* code : {"532329102201", "532329102203"})
        builder.household({.origin = code, .persons = 13, .formal = FormalStatus::Unexited});
    builder.listing({.issuer = "county", .rule = "LC2", .unit = "532329102201"});
    builder.listing({.issuer = "county", .rule = "LC2", .unit = "532329102202"});
    builder.listing({.issuer = "county", .rule = "LC2", .subjectName = "查无此村"});
    const Snapshot snapshot = builder.build();
    const ListingState state = stateOf(snapshot);
    const std::size_t both = rowOf(snapshot, "532329102201");
    const std::size_t listOnly = rowOf(snapshot, "532329102202");
    const std::size_t ruleOnly = rowOf(snapshot, "532329102203");
    CHECK(state.unit[both] == Issuer::County);
    CHECK(state.unit[listOnly] == Issuer::County);
    CHECK(state.unit[ruleOnly] == Issuer::None);
    CHECK_FALSE(state.unitHitOnly[both]);
    CHECK_FALSE(state.unitHitOnly[listOnly]);
    CHECK(state.unitHitOnly[ruleOnly]);
    CHECK(state.withoutRule == std::vector<std::size_t>{1});
    CHECK(state.unmatched == std::vector<std::size_t>{2});
}

TEST_CASE("a place on two lists shows the prefecture, and each list is held against its own rules",
          "[campaign]")
{
    SnapshotBuilder builder = poorVillage(41, 400);
    builder.listing({.issuer = "county", .rule = "LC2", .unit = village});
    const Snapshot once = builder.build();
    CHECK(stateOf(once).unit[rowOf(once, village)] == Issuer::County);
    CHECK(stateOf(once).unitHitOnly[rowOf(once, village)]); // the prefecture has not listed it
    builder.listing({.issuer = "prefecture", .rule = "LP1", .unit = village});
    const Snapshot twice = builder.build();
    CHECK(stateOf(twice).unit[rowOf(twice, village)] == Issuer::Prefecture);
    CHECK_FALSE(stateOf(twice).unitHitOnly[rowOf(twice, village)]);
}

TEST_CASE("a listing holds from its first to its last day", "[campaign]")
{
    Snapshot snapshot =
        poorVillage(0, 400).listing({.issuer = "county", .rule = "LC2", .unit = village}).build();
    const auto listed = [&](const char* from, const char* to) {
        snapshot.listings.from = {Date::fromIso(from)};
        snapshot.listings.to = {Date::fromIso(to)};
        return stateOf(snapshot).unit[rowOf(snapshot, village)] == Issuer::County;
    };
    CHECK(listed("2020-04-17", "2020-04-17"));
    CHECK(listed("", ""));
    CHECK_FALSE(listed("2020-04-18", ""));
    CHECK_FALSE(listed("", "2020-04-16"));
}
