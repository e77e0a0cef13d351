// SPDX-License-Identifier: MIT
#include "campaign/countdown.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";

Snapshot fourHouseholds()
{
    return SnapshotBuilder().unit({village}).household({village}, 4).build();
}

std::vector<CountdownItem> countdownOf(const Snapshot& snapshot, const Snapshot* before = nullptr)
{
    const Profile profile = campaignProfile();
    const Closure closure = closeUp(snapshot, profile);
    if (before == nullptr)
        return countdown(snapshot, profile, closure, 0);
    const Closure earlierClosure = closeUp(*before, profile);
    const Earlier earlier{*before, earlierClosure};
    return countdown(snapshot, profile, closure, 0, &earlier);
}

CountdownItem item(const std::vector<CountdownItem>& items, const std::string& id)
{
    const auto found = std::ranges::find(items, id, &CountdownItem::id);
    REQUIRE(found != items.end());
    return *found;
}

} // namespace

TEST_CASE("17 April has 13 days to the end of the month and 74 to the end of June", "[campaign]")
{
    const auto items = countdownOf(fourHouseholds());
    REQUIRE(items.size() == 5);
    CHECK(item(items, "D1").daysLeft == 13);
    CHECK(item(items, "D4").daysLeft == 74);
    CHECK(std::ranges::is_sorted(items, {}, &CountdownItem::on));
}

TEST_CASE("a due day counts the items whose day it is, and those that are done", "[campaign]")
{
    Snapshot snapshot = fourHouseholds();
    snapshot.households.livelihoodOk[0] = Flag::No;
    snapshot.households.livelihood[1] = Livelihood::Unknown;
    snapshot.households.inScope[2] = Flag::No;
    const auto items = countdownOf(snapshot);
    const CountdownItem livelihood = item(items, "D1");
    CHECK(livelihood.total == 3);
    CHECK(livelihood.done == 1);
    CHECK(livelihood.unknown == 1);
    CHECK(livelihood.open() == 2);
    CHECK(livelihood.requiredPerWeek == 2 * 7 / 13.0);
    CHECK_FALSE(livelihood.actualPerWeek);
    CHECK(item(items, "D3").total == 0); // a report, no criterion
    CHECK(item(items, "D4").total == 6); // housing and water of three
    CHECK(item(items, "D5").total == 3);
}

TEST_CASE("housing of newly added households is due a month earlier", "[campaign]")
{
    Snapshot snapshot = fourHouseholds();
    snapshot.households.class4New[0] = Flag::Yes;
    snapshot.households.class4New[1] = Flag::Unknown;
    const auto items = countdownOf(snapshot);
    CHECK(item(items, "D2").total == 2);
    CHECK(item(items, "D4").total == 6);
}

TEST_CASE("the actual rate is what was done since the earlier date, a week", "[campaign]")
{
    Snapshot before = fourHouseholds();
    before.asOf = *Date::fromYmd(2020, 4, 3);
    for (std::size_t row = 0; row < 4; ++row)
        before.households.livelihoodOk[row] = Flag::No;
    Snapshot now = fourHouseholds();
    now.households.livelihoodOk[0] = Flag::No;
    CHECK(item(countdownOf(now, &before), "D1").actualPerWeek == 1.5); // 3 in 14 days
}

TEST_CASE("the last day is not late, the day after is, unless all is done", "[campaign]")
{
    Snapshot snapshot = fourHouseholds();
    snapshot.households.livelihoodOk[0] = Flag::No;
    snapshot.asOf = *Date::fromYmd(2020, 4, 30);
    CHECK_FALSE(item(countdownOf(snapshot), "D1").late);
    CHECK(item(countdownOf(snapshot), "D1").requiredPerWeek == 7.0);
    snapshot.asOf = *Date::fromYmd(2020, 5, 1);
    CHECK(item(countdownOf(snapshot), "D1").late);
    CHECK_FALSE(item(countdownOf(snapshot), "D1").requiredPerWeek);
    snapshot.households.livelihoodOk[0] = Flag::Yes;
    CHECK_FALSE(item(countdownOf(snapshot), "D1").late);
}

TEST_CASE("open items are listed by due day, late ones first", "[campaign]")
{
    Snapshot snapshot = fourHouseholds();
    snapshot.households.livelihoodOk[0] = Flag::No;
    snapshot.households.waterQuality[1] = Flag::Unknown;
    snapshot.households.food[2] = Flag::No; // has no day
    snapshot.asOf = *Date::fromYmd(2020, 5, 31);
    const Profile profile = campaignProfile();
    const Closure closure = closeUp(snapshot, profile);
    const auto items = dueItems(snapshot, profile, closure, 0, 30);
    REQUIRE(items.size() == 2);
    CHECK(items[0].criterion == "livelihood");
    CHECK(items[0].due < snapshot.asOf);
    CHECK(items[1].criterion == "water");
    CHECK(items[1].result == CriterionResult::Unknown);
    CHECK(dueItems(snapshot, profile, closure, 0, 29).size() == 1);
}
