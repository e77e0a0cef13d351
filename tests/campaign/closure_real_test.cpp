// SPDX-License-Identifier: MIT
#include "campaign/closure.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";
const std::string group = "532329102201001";

/// A village with one group; three households that meet everything, one of them without a group.
Snapshot threeHouseholds()
{
    return SnapshotBuilder()
        .unit({group})
        .household({.origin = village, .group = group}, 2)
        .household({.origin = village})
        .build();
}

void visit(Snapshot& snapshot, SubjectType type, RowIndex subject, int daysAgo,
           Flag agrees = Flag::Yes)
{
    snapshot.visits.subjectType.push_back(type);
    snapshot.visits.subject.push_back(subject);
    snapshot.visits.on.push_back(Date(snapshot.asOf.days() - daysAgo));
    snapshot.visits.agrees.push_back(agrees);
    snapshot.visits.finding.emplace_back();
}

void visitHousehold(Snapshot& snapshot, RowIndex household, int daysAgo, Flag agrees = Flag::Yes)
{
    visit(snapshot, SubjectType::Household, household, daysAgo, agrees);
}

Closure closed(const Snapshot& snapshot)
{
    return closeUp(snapshot, campaignProfile());
}

} // namespace

TEST_CASE("a visit proves a cleared household for 90 days", "[campaign]")
{
    const auto realAfter = [](int daysAgo) -> bool {
        Snapshot snapshot = threeHouseholds();
        visitHousehold(snapshot, 0, daysAgo);
        return closed(snapshot).householdReal[0];
    };
    CHECK(realAfter(0));
    CHECK(realAfter(90));
    CHECK_FALSE(realAfter(91));
    CHECK_FALSE(realAfter(-1)); // a visit still to come
}

TEST_CASE("a household that is not cleared is not real, visited or not", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    visitHousehold(snapshot, 0, 1);
    snapshot.households.food[0] = Flag::Unknown;
    CHECK_FALSE(closed(snapshot).householdReal[0]);
}

TEST_CASE("the latest visit counts, and all findings of its day must agree", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    visitHousehold(snapshot, 0, 10);
    visitHousehold(snapshot, 0, 5, Flag::No);
    visitHousehold(snapshot, 1, 10, Flag::No);
    visitHousehold(snapshot, 1, 5);
    visitHousehold(snapshot, 2, 5, Flag::Unknown);
    visitHousehold(snapshot, 2, 5);
    const Closure closure = closed(snapshot);
    CHECK_FALSE(closure.householdReal[0]);
    CHECK(closure.householdReal[1]);
    CHECK_FALSE(closure.householdReal[2]);
}

TEST_CASE("a unit is real when all in scope below it is, or by a visit of its own", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    const std::size_t at = rowOf(snapshot, village), below = rowOf(snapshot, group);
    visitHousehold(snapshot, 0, 1);
    visitHousehold(snapshot, 1, 1);
    CHECK(closed(snapshot).unitReal[below]);
    CHECK_FALSE(closed(snapshot).unitReal[at]);
    CHECK(closed(snapshot).tally[at].real == 2); // of 3 cleared: the sampled share
    visitHousehold(snapshot, 2, 1);
    CHECK(closed(snapshot).unitReal[at]);
    CHECK(closed(snapshot).unitReal[0]);

    Snapshot sampled = threeHouseholds();
    visit(sampled, SubjectType::Unit, static_cast<RowIndex>(at), 1);
    CHECK(closed(sampled).unitReal[at]);
    CHECK_FALSE(closed(sampled).unitReal[below]);
}

TEST_CASE("a profile that asks for no visit takes what is cleared as real", "[campaign]")
{
    Profile profile = campaignProfile();
    profile.closure.needVisitForReal = false;
    CHECK(closeUp(threeHouseholds(), profile).unitReal[0]);
}

TEST_CASE("an unknown item puts a household at risk seven days before its day", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    snapshot.households.livelihood[0] = Livelihood::Unknown; // due 30 April
    const auto riskOn = [&](int month, int day) -> bool {
        snapshot.asOf = *Date::fromYmd(2020, month, day);
        return closed(snapshot).householdAtRisk[0];
    };
    CHECK_FALSE(riskOn(4, 22));
    CHECK(riskOn(4, 23));
    CHECK(riskOn(4, 30));
    CHECK(riskOn(5, 1));
    snapshot.households.food[0] = Flag::No; // uncleared goes before at risk
    CHECK_FALSE(riskOn(4, 30));
}

TEST_CASE("a unit is at risk by what stands below it, and the symbol shows it before unknown",
          "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    snapshot.households.livelihood[0] = Livelihood::Unknown;
    snapshot.asOf = *Date::fromYmd(2020, 4, 23);
    const Closure closure = closed(snapshot);
    CHECK(closure.unit[0] == Clear::Unknown);
    CHECK(closure.unitAtRisk[0]);
    CHECK(statusWord(closure, SubjectType::Unit, 0) == "at_risk");
    CHECK(statusWord(closure, SubjectType::Household, 1) == "cleared");
    CHECK(closure.tally[0].atRisk == 1);
}

TEST_CASE("once the campaign is over what is cleared without a visit is at risk", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    snapshot.asOf = *Date::fromYmd(2020, 6, 30);
    CHECK_FALSE(closed(snapshot).householdAtRisk[0]);
    snapshot.asOf = *Date::fromYmd(2020, 7, 1);
    visitHousehold(snapshot, 1, 1);
    CHECK(closed(snapshot).householdAtRisk[0]);
    CHECK_FALSE(closed(snapshot).householdAtRisk[1]);
}

TEST_CASE("a watched household without a plan is at risk where plans are on record", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    for (std::size_t row = 0; row < 2; ++row) {
        snapshot.households.watch[row] = Watch::Monitored;
        snapshot.households.watchActive[row] = Flag::Yes;
    }
    CHECK_FALSE(closed(snapshot).householdAtRisk[0]);
    snapshot.planItems.household = {1, 0};
    snapshot.planItems.topic = {"industry", "industry"};
    snapshot.planItems.state = {"running", "dropped"};
    snapshot.planItems.start.resize(2);
    snapshot.planItems.due.resize(2);
    CHECK(closed(snapshot).householdAtRisk[0]);
    CHECK_FALSE(closed(snapshot).householdAtRisk[1]);
    CHECK_FALSE(closed(snapshot).householdAtRisk[2]);
}

TEST_CASE("where all households count, a list shorter than the statistics is not cleared",
          "[campaign]")
{
    Profile profile = campaignProfile();
    const auto clearOf = [&](int inStatistics) {
        Snapshot snapshot = threeHouseholds();
        const std::size_t at = rowOf(snapshot, village);
        snapshot.units.households[at] = inStatistics;
        return closeUp(snapshot, profile).unit[at];
    };
    CHECK(clearOf(4) == Clear::Cleared); // only those in scope count
    profile.closure.scope = "all";
    CHECK(clearOf(4) == Clear::Unknown);
    CHECK(clearOf(3) == Clear::Cleared);
    CHECK(clearOf(-1) == Clear::Cleared);
}

TEST_CASE("where all households count, the scope flag says nothing", "[campaign]")
{
    Profile profile = campaignProfile();
    profile.closure.scope = "all";
    Snapshot snapshot = threeHouseholds();
    snapshot.households.inScope[0] = Flag::No;
    snapshot.households.food[0] = Flag::No;
    CHECK(closeUp(snapshot, profile).household[0] == Clear::Uncleared);
}

TEST_CASE("by origin a moved household closes the village it comes from", "[campaign]")
{
    const std::string there = "532329102202";
    Snapshot snapshot = SnapshotBuilder()
                            .unit({village})
                            .unit({there})
                            .household({.origin = village, .current = there})
                            .build();
    snapshot.households.food[0] = Flag::No;
    const auto clearBy = [&](Basis basis, const std::string& unit) {
        return closeUp(snapshot, campaignProfile(), basis).unit[rowOf(snapshot, unit)];
    };
    CHECK(clearBy(Basis::Current, there) == Clear::Uncleared);
    CHECK(clearBy(Basis::Current, village) == Clear::Unknown);
    CHECK(clearBy(Basis::Origin, there) == Clear::Unknown);
    CHECK(clearBy(Basis::Origin, village) == Clear::Uncleared);
    for (const Basis basis : {Basis::Current, Basis::Origin})
        CHECK(closeUp(snapshot, campaignProfile(), basis).tally[0].inScope() == 1);
}

TEST_CASE("a household moved to a site lives where the site is", "[campaign]")
{
    const std::string there = "532329102202";
    Snapshot snapshot = SnapshotBuilder()
                            .unit({village})
                            .site({.host = there})
                            .unit({there})
                            .household({.origin = village})
                            .build();
    snapshot.households.site[0] = 0;
    const Closure closure = closed(snapshot);
    CHECK(closure.home[0] == static_cast<RowIndex>(rowOf(snapshot, there)));
    CHECK(closure.origin[0] == static_cast<RowIndex>(rowOf(snapshot, village)));
}

TEST_CASE("households without a group form one of their own beside the others", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    const auto at = static_cast<RowIndex>(rowOf(snapshot, village));
    snapshot.households.food[2] = Flag::Unknown;
    const Closure closure = closed(snapshot);
    CHECK(hasUngrouped(snapshot, closure, at));
    CHECK(clearOfDirect(closure, at) == Clear::Unknown);
    CHECK(closure.direct[static_cast<std::size_t>(at)].inScope() == 1);
    CHECK_FALSE(hasUngrouped(snapshot, closure, static_cast<RowIndex>(rowOf(snapshot, group))));
    const Snapshot ungrouped = SnapshotBuilder().unit({village}).household({village}).build();
    CHECK_FALSE(hasUngrouped(ungrouped, closed(ungrouped),
                             static_cast<RowIndex>(rowOf(ungrouped, village))));
}

TEST_CASE("a household that no unit counts is counted apart", "[campaign]")
{
    Snapshot snapshot = threeHouseholds();
    snapshot.households.originUnit[0] = noRow;
    const Closure closure = closed(snapshot);
    CHECK(closure.unplaced.inScope() == 1);
    CHECK(closure.tally[0].inScope() == 2);
}
