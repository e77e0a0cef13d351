// SPDX-License-Identifier: MIT
#include "campaign/closure.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using campaign::closeUp;
using campaign::Remaining;

namespace
{

const std::string village = "532329102201";
const std::string firstGroup = "532329102201001";
const std::string secondGroup = "532329102201002";
const std::string otherVillage = "532329102202";

Clear clearOf(const Snapshot& snapshot, const std::string& unit)
{
    return closeUp(snapshot, campaignProfile()).unit[rowOf(snapshot, unit)];
}

/// A village of two groups with one household in each.
Snapshot twoGroups()
{
    return SnapshotBuilder()
        .unit({firstGroup})
        .unit({secondGroup})
        .household({.origin = village, .group = firstGroup})
        .household({.origin = village, .group = secondGroup})
        .build();
}

} // namespace

TEST_CASE("a household is cleared when every criterion is met or exempt", "[campaign]")
{
    Snapshot snapshot = twoGroups();
    const auto clear = [&] { return closeUp(snapshot, campaignProfile()).household[0]; };
    CHECK(clear() == Clear::Cleared);
    snapshot.households.education[0] = CriterionResult::Exempt;
    CHECK(clear() == Clear::Cleared);
    snapshot.households.food[0] = Flag::Unknown;
    CHECK(clear() == Clear::Unknown);
    snapshot.households.clothing[0] = Flag::No;
    CHECK(clear() == Clear::Uncleared);
}

TEST_CASE("an open problem keeps a household from closing", "[campaign]")
{
    Snapshot snapshot = twoGroups();
    snapshot.households.openProblems[0] = 1;
    CHECK(closeUp(snapshot, campaignProfile()).household[0] == Clear::Uncleared);
    CHECK(clearOf(snapshot, village) == Clear::Uncleared);
}

TEST_CASE("a village is unknown with one group unknown, and uncleared with one uncleared",
          "[campaign]")
{
    Snapshot snapshot = twoGroups();
    CHECK(clearOf(snapshot, village) == Clear::Cleared);
    snapshot.households.food[1] = Flag::Unknown;
    CHECK(clearOf(snapshot, firstGroup) == Clear::Cleared);
    CHECK(clearOf(snapshot, secondGroup) == Clear::Unknown);
    CHECK(clearOf(snapshot, village) == Clear::Unknown);
    snapshot.households.food[0] = Flag::No;
    for (const auto& unit : {firstGroup, village, std::string("532329102"), std::string("532329"),
                             std::string("5323")})
        CHECK(clearOf(snapshot, unit) == Clear::Uncleared);
}

TEST_CASE("a household without a group is counted at its village", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder()
                            .unit({firstGroup})
                            .household({.origin = village, .group = firstGroup})
                            .household({.origin = village})
                            .build();
    snapshot.households.food[1] = Flag::No;
    const auto closure = closeUp(snapshot, campaignProfile());
    CHECK(closure.unit[rowOf(snapshot, firstGroup)] == Clear::Cleared);
    CHECK(closure.unit[rowOf(snapshot, village)] == Clear::Uncleared);
    CHECK(closure.tally[rowOf(snapshot, village)].inScope() == 2);
    CHECK(closure.tally[rowOf(snapshot, firstGroup)].inScope() == 1);
}

TEST_CASE("households out of scope neither close nor block their village", "[campaign]")
{
    Snapshot snapshot = twoGroups();
    snapshot.households.inScope[1] = Flag::No;
    snapshot.households.food[1] = Flag::No;
    const auto closure = closeUp(snapshot, campaignProfile());
    CHECK(closure.household[1] == Clear::OutOfScope);
    CHECK(closure.tally[rowOf(snapshot, village)].inScope() == 1);
    CHECK(closure.tally[rowOf(snapshot, village)].count(Clear::OutOfScope) == 1);
    CHECK(closure.unit[rowOf(snapshot, secondGroup)] ==
          Clear::Unknown); // nothing in scope is no proof
}

TEST_CASE("a unit of which nothing is known is not cleared", "[campaign]")
{
    const Snapshot snapshot = SnapshotBuilder().unit({village}).build();
    CHECK(clearOf(snapshot, village) == Clear::Unknown);
    CHECK(clearOf(snapshot, "5323") == Clear::Unknown);
}

TEST_CASE("a group confirmed to be empty is neutral", "[campaign]")
{
    const Snapshot snapshot = SnapshotBuilder()
                                  .unit({firstGroup})
                                  .unit({.code = secondGroup, .households = 0})
                                  .household({.origin = village, .group = firstGroup})
                                  .build();
    CHECK(clearOf(snapshot, secondGroup) == Clear::OutOfScope);
    CHECK(clearOf(snapshot, village) == Clear::Cleared);
}

TEST_CASE("an open problem of a unit blocks it and all above it", "[campaign]")
{
    const auto withProblem = [](ProblemSpec problem) {
        problem.unit = village;
        return SnapshotBuilder().unit({village}).household({village}).problem(problem).build();
    };
    CHECK(clearOf(withProblem({.state = "open"}), village) == Clear::Uncleared);
    CHECK(clearOf(withProblem({.state = "fixing"}), "532329") == Clear::Uncleared);
    CHECK(clearOf(withProblem({.state = "closed"}), village) == Clear::Cleared);
    CHECK(clearOf(withProblem({.state = "verified"}), village) == Clear::Uncleared);
    CHECK(clearOf(withProblem({.state = "reopened"}), village) == Clear::Uncleared);
    CHECK(clearOf(withProblem({.state = "closed", .closed = Date::fromYmd(2020, 4, 18)}),
                  village) == Clear::Uncleared);
    CHECK(clearOf(withProblem({.state = "open", .found = Date::fromYmd(2020, 4, 18)}), village) ==
          Clear::Cleared);
}

TEST_CASE("a moved household is counted once in each basis", "[campaign]")
{
    const Snapshot snapshot = SnapshotBuilder()
                                  .unit({.code = village, .agriPersons = 400})
                                  .unit({.code = otherVillage, .agriPersons = 500})
                                  .unit({firstGroup})
                                  .household({.origin = village,
                                              .persons = 4,
                                              .formal = FormalStatus::Unexited,
                                              .current = otherVillage,
                                              .group = firstGroup})
                                  .build();
    const auto closure = closeUp(snapshot, campaignProfile());
    const std::size_t from = rowOf(snapshot, village), to = rowOf(snapshot, otherVillage);
    CHECK(closure.remaining[from] == Remaining{0, 0});
    CHECK(closure.remaining[to] == Remaining{1, 4});
    CHECK(closure.remainingByOrigin[from] == Remaining{1, 4});
    CHECK(closure.remainingByOrigin[to] == Remaining{0, 0});
    CHECK(closure.incidence[from] == 1.0);
    CHECK(closure.incidence[to] == 0.0);
    CHECK(closure.home[0] == static_cast<RowIndex>(to));
    CHECK(closure.origin[0] == static_cast<RowIndex>(rowOf(snapshot, firstGroup)));
    const std::size_t town = rowOf(snapshot, "532329102");
    CHECK(closure.remaining[town] == Remaining{1, 4});
    CHECK(closure.remainingByOrigin[town] == Remaining{1, 4});
}

TEST_CASE("unexited and returned households remain, the others do not", "[campaign]")
{
    SnapshotBuilder builder;
    builder.unit({village});
    for (const auto formal : {FormalStatus::Unexited, FormalStatus::Returned, FormalStatus::Exited,
                              FormalStatus::NeverRegistered, FormalStatus::Unknown})
        builder.household({.origin = village, .persons = 3, .formal = formal});
    const Snapshot snapshot = builder.build();
    CHECK(closeUp(snapshot, campaignProfile()).remaining[rowOf(snapshot, village)] ==
          Remaining{2, 6});
}

TEST_CASE("incidence without a denominator is unknown", "[campaign]")
{
    for (const int agriPersons : {-1, 0}) {
        const Snapshot snapshot =
            SnapshotBuilder()
                .unit({.code = village, .agriPersons = agriPersons})
                .household({.origin = village, .formal = FormalStatus::Unexited})
                .build();
        CHECK(std::isnan(closeUp(snapshot, campaignProfile()).incidence[rowOf(snapshot, village)]));
    }
}

TEST_CASE("without any household list no village has an incidence of zero", "[campaign]")
{
    const Snapshot snapshot = SnapshotBuilder().unit({.code = village, .agriPersons = 400}).build();
    CHECK(std::isnan(closeUp(snapshot, campaignProfile()).incidence[rowOf(snapshot, village)]));
}

TEST_CASE("a household whose size is not known adds no persons", "[campaign]")
{
    const Snapshot snapshot =
        SnapshotBuilder().unit({village}).household({.origin = village, .persons = -1}).build();
    const auto closure = closeUp(snapshot, campaignProfile());
    const auto& tally = closure.tally[rowOf(snapshot, village)];
    CHECK(tally.inScope() == 1);
    CHECK(tally.persons == std::array<std::int64_t, 4>{});
}
