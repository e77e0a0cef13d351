// SPDX-License-Identifier: MIT
#include "campaign/closure.h"
#include "campaign/support/random_prefecture.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <rapidcheck.h>

#include <set>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::vector<std::string> groups{"532329102201001", "532329102201002", "532329102202001",
                                      "532329103201001", "532325101201001"};
const std::vector<std::string> villages{"532329102201", "532329102202", "532329103201",
                                        "532325101201"};

/// Households of any state anywhere, some moved, some without a group, some out of scope.
Snapshot anySnapshot()
{
    SnapshotBuilder builder;
    for (const auto& group : groups)
        builder.unit({group});
    const int size = *rc::gen::inRange(0, 40);
    for (int i = 0; i < size; ++i) {
        HouseholdSpec spec{.origin = *rc::gen::elementOf(villages)};
        spec.persons = *rc::gen::inRange(-1, 9);
        spec.formal =
            *rc::gen::element(FormalStatus::Unexited, FormalStatus::Returned, FormalStatus::Exited);
        if (*rc::gen::arbitrary<bool>())
            spec.group = *rc::gen::elementOf(groups);
        if (*rc::gen::arbitrary<bool>())
            spec.current = *rc::gen::elementOf(villages);
        builder.household(spec);
    }
    Snapshot snapshot = builder.build();
    for (std::size_t i = 0; i < snapshot.households.size(); ++i) {
        snapshot.households.food[i] =
            *rc::gen::element(Flag::Yes, Flag::Yes, Flag::No, Flag::Unknown);
        snapshot.households.inScope[i] = *rc::gen::element(Flag::Yes, Flag::Yes, Flag::No);
    }
    return snapshot;
}

/// The tally of a subtree counted household by household, without any roll-up.
Tally countBelow(const Snapshot& snapshot, const Closure& closure, std::size_t unit)
{
    Tally tally;
    for (std::size_t i = 0; i < snapshot.households.size(); ++i)
        if (snapshot.units.code[unit].contains(
                snapshot.units.code[static_cast<std::size_t>(closure.home[i])]))
            tally.add(closure.household[i],
                      std::max<std::int64_t>(snapshot.households.persons[i], 0));
    return tally;
}

} // namespace

TEST_CASE("totals at every level are the sum of what stands below", "[campaign]")
{
    CHECK(rc::check([] {
        const Snapshot snapshot = anySnapshot();
        const Closure closure = closeUp(snapshot, campaignProfile());
        std::vector<Tally> children(snapshot.units.size());
        for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit)
            if (snapshot.units.parent[unit] != noRow)
                children[static_cast<std::size_t>(snapshot.units.parent[unit])] +=
                    closure.tally[unit];
        for (std::size_t i = 0; i < snapshot.households.size(); ++i)
            children[static_cast<std::size_t>(closure.home[i])].add(
                closure.household[i], std::max<std::int64_t>(snapshot.households.persons[i], 0));
        RC_ASSERT(children == closure.tally);
        for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit)
            RC_ASSERT(countBelow(snapshot, closure, unit) == closure.tally[unit]);
        RC_ASSERT(closure.remaining[0] ==
                  closure.remainingByOrigin[0]); // all stay inside the prefecture
    }));
}

TEST_CASE("one household changes its own unit and those above, and no other", "[campaign]")
{
    CHECK(rc::check([] {
        Snapshot snapshot = anySnapshot();
        RC_PRE(snapshot.households.size() > 0);
        const Closure before = closeUp(snapshot, campaignProfile());
        const auto changed = *rc::gen::inRange<std::size_t>(0, snapshot.households.size());
        snapshot.households.clothing[changed] = *rc::gen::element(Flag::No, Flag::Unknown);
        const Closure after = closeUp(snapshot, campaignProfile());
        const UnitCode home = snapshot.units.code[static_cast<std::size_t>(before.home[changed])];
        for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit)
            if (!snapshot.units.code[unit].contains(home)) {
                RC_ASSERT(before.unit[unit] == after.unit[unit]);
                RC_ASSERT(before.tally[unit] == after.tally[unit]);
            }
    }));
}

TEST_CASE("a cleared unit holds no household that is not cleared", "[campaign]")
{
    CHECK(rc::check([] {
        const Snapshot snapshot = anySnapshot();
        const Closure closure = closeUp(snapshot, campaignProfile());
        for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit) {
            const Tally tally = countBelow(snapshot, closure, unit);
            if (closure.unit[unit] == Clear::Cleared)
                RC_ASSERT(tally.inScope() > 0 && tally.count(Clear::Cleared) == tally.inScope());
            if (tally.count(Clear::Uncleared) > 0)
                RC_ASSERT(closure.unit[unit] == Clear::Uncleared);
        }
    }));
}

TEST_CASE("whatever changes in a household changes its own ancestors only", "[campaign]")
{
    CHECK(rc::check([] {
        RandomPrefecture made = randomPrefecture(*rc::gen::arbitrary<unsigned>());
        Snapshot& snapshot = made.snapshot;
        RC_PRE(snapshot.households.size() > 0);
        const Closure before = closeUp(snapshot, made.profile);
        const auto changed = *rc::gen::inRange<std::size_t>(0, snapshot.households.size());
        scramble(snapshot, changed, *rc::gen::arbitrary<unsigned>());
        const Closure after = closeUp(snapshot, made.profile);
        const auto isAbove = [&](std::size_t unit, RowIndex home) {
            return home != noRow && snapshot.units.code[unit].contains(
                                        snapshot.units.code[static_cast<std::size_t>(home)]);
        };
        for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit) {
            if (isAbove(unit, before.home[changed]) || isAbove(unit, before.origin[changed]))
                continue;
            RC_ASSERT(before.unit[unit] == after.unit[unit]);
            RC_ASSERT(before.unitReal[unit] == after.unitReal[unit]);
            RC_ASSERT(before.unitAtRisk[unit] == after.unitAtRisk[unit]);
            RC_ASSERT(before.tally[unit] == after.tally[unit]);
            RC_ASSERT(before.pending[unit] == after.pending[unit]);
            RC_ASSERT(before.remainingByOrigin[unit] == after.remainingByOrigin[unit]);
        }
    }));
}

TEST_CASE("clearing one household more un-clears no unit", "[campaign]")
{
    CHECK(rc::check([] {
        RandomPrefecture made = randomPrefecture(*rc::gen::arbitrary<unsigned>());
        HouseholdColumns& households = made.snapshot.households;
        RC_PRE(households.size() > 0);
        const Closure before = closeUp(made.snapshot, made.profile);
        const auto row = *rc::gen::inRange<std::size_t>(0, households.size());
        for (auto* flags : {&households.livelihoodOk, &households.food, &households.clothing,
                            &households.waterQuantity, &households.waterQuality,
                            &households.waterAccess, &households.waterAssurance})
            (*flags)[row] = Flag::Yes;
        households.incomePerHead[row] = 5000;
        households.incomeBasis[row] = IncomeBasis::Actual;
        households.livelihood[row] = Livelihood::Job;
        households.houseGrade[row] = HouseGrade::A;
        households.education[row] = households.medical[row] = CriterionResult::Met;
        households.openProblems[row] = 0;
        const Closure after = closeUp(made.snapshot, made.profile);
        const auto standing = [](Clear clear) {
            return clear == Clear::Uncleared ? 0 : clear == Clear::Unknown ? 1 : 2;
        };
        for (std::size_t unit = 0; unit < made.snapshot.units.size(); ++unit)
            RC_ASSERT(standing(after.unit[unit]) >= standing(before.unit[unit]));
    }));
}

TEST_CASE("children and direct households add up to their unit, whatever the prefecture",
          "[campaign]")
{
    CHECK(rc::check([] {
        const RandomPrefecture made = randomPrefecture(*rc::gen::arbitrary<unsigned>());
        const Basis basis = *rc::gen::element(Basis::Current, Basis::Origin);
        const Closure closure = closeUp(made.snapshot, made.profile, basis);
        std::vector<Tally> sums = closure.direct;
        Tally all = closure.unplaced;
        for (std::size_t unit = 0; unit < sums.size(); ++unit) {
            if (closure.parent[unit] == noRow)
                all += closure.tally[unit];
            else
                sums[static_cast<std::size_t>(closure.parent[unit])] += closure.tally[unit];
        }
        RC_ASSERT(sums == closure.tally);
        RC_ASSERT(all.inScope() + all.count(Clear::OutOfScope) ==
                  static_cast<std::int64_t>(made.snapshot.households.size()));
    }));
}
