// SPDX-License-Identifier: MIT
#include "campaign/changes.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>
#include <limits>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";
const std::string otherVillage = "532329102202";

struct Side {
    explicit Side(Snapshot made, const Profile& profile)
        : snapshot(std::move(made)),
          closure(closeUp(snapshot, profile)),
          listed(listings(snapshot, profile, closure))
    {
    }
    Snapshot snapshot;
    Closure closure;
    ListingState listed;
};

ChangeSet between(Snapshot before, Snapshot after)
{
    const Profile profile = campaignProfile();
    after.asOf = Date(before.asOf.days() + 7);
    const Side from(std::move(before), profile), to(std::move(after), profile);
    return changesBetween({from.snapshot, from.closure, from.listed},
                          {to.snapshot, to.closure, to.listed});
}

/// The codes of subjects to which something happened.
std::vector<std::string> codesOf(const ChangeSet& set, ChangeKind kind, SubjectType type)
{
    std::vector<std::string> codes;
    for (const Change& change : set.changes)
        if (change.kind == kind && change.subjectType == type)
            codes.push_back(change.code);
    return codes;
}

void succeed(Snapshot& snapshot, const std::string& from, const std::string& to,
             const char* on = "2020-04-20", double share = 1)
{
    snapshot.successions.oldCode.push_back(*UnitCode::parse(from));
    snapshot.successions.newCode.push_back(*UnitCode::parse(to));
    snapshot.successions.oldName.emplace_back();
    snapshot.successions.kind.emplace_back("merge");
    snapshot.successions.on.push_back(*Date::fromIso(on));
    snapshot.successions.share.push_back(share);
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("a household that comes to meet everything is newly cleared, and so is its village",
          "[campaign]")
{
    const auto made = SnapshotBuilder().unit({village}).household({.origin = village, .code = "A"});
    Snapshot before = made.build();
    before.households.food[0] = Flag::No;
    const ChangeSet set = between(before, made.build());
    CHECK(codesOf(set, ChangeKind::Cleared, SubjectType::Household) == Codes{"A"});
    CHECK(set.units[static_cast<std::size_t>(ChangeKind::Cleared)] == 4); // up to the prefecture
    CHECK(codesOf(set, ChangeKind::FallenBack, SubjectType::Household).empty());
    CHECK(set.clearFlow[1][0] == 1); // uncleared to cleared

    const ChangeSet back = between(made.build(), before);
    CHECK(codesOf(back, ChangeKind::FallenBack, SubjectType::Household) == Codes{"A"});
    CHECK(set.to == Date(set.from.days() + 7));
}

TEST_CASE("new poverty, return and exit are told apart by what was before", "[campaign]")
{
    const auto with = [](std::vector<std::pair<std::string, FormalStatus>> households) {
        SnapshotBuilder builder;
        builder.unit({village});
        for (const auto& [code, formal] : households)
            builder.household({.origin = village, .persons = 2, .formal = formal, .code = code});
        return builder.build();
    };
    using enum FormalStatus;
    const ChangeSet set = between(
        with({{"A", NeverRegistered},
              {"B", Exited},
              {"C", Exited},
              {"D", Unexited},
              {"E", Unexited}}),
        with({{"A", Unexited}, {"B", Returned}, {"C", Exited}, {"D", Exited}, {"F", Unexited}}));
    CHECK(codesOf(set, ChangeKind::NewlyPoor, SubjectType::Household) == Codes{"A", "F"});
    CHECK(codesOf(set, ChangeKind::Returned, SubjectType::Household) == Codes{"B"});
    CHECK(codesOf(set, ChangeKind::Exited, SubjectType::Household) == Codes{"D"});
    CHECK(codesOf(set, ChangeKind::Added, SubjectType::Household) == Codes{"F"});
    CHECK(codesOf(set, ChangeKind::Gone, SubjectType::Household) == Codes{"E"});
    const auto of = [](HouseholdClass one) { return static_cast<std::size_t>(one); };
    CHECK(set.classFlow[of(HouseholdClass::Exited)][of(HouseholdClass::Returned)] == 1);
    CHECK(set.classFlow[of(HouseholdClass::Exited)][of(HouseholdClass::Exited)] == 1);
    CHECK(set.classFlowPersons[of(HouseholdClass::Unexited)][of(HouseholdClass::Exited)] == 2);
}

TEST_CASE("a household moves when another village counts it, not when it gets a group",
          "[campaign]")
{
    const auto with = [](const std::string& current, const std::string& group) {
        return SnapshotBuilder()
            .unit({village + "001"})
            .unit({otherVillage})
            .household({.origin = village, .current = current, .group = group, .code = "A"})
            .build();
    };
    CHECK(codesOf(between(with("", ""), with(otherVillage, "")), ChangeKind::Moved,
                  SubjectType::Household) == Codes{"A"});
    CHECK(codesOf(between(with("", ""), with("", village + "001")), ChangeKind::Moved,
                  SubjectType::Household)
              .empty());
}

TEST_CASE("nobody moves and nothing is new when two villages merge", "[campaign]")
{
    const auto made = [](const std::string& first, const std::string& second) {
        return SnapshotBuilder()
            .unit({first})
            .unit({second})
            .household({.origin = first, .code = "A"})
            .household({.origin = second, .code = "B"})
            .build();
    };
    const std::string merged = "532329102250";
    Snapshot after = made(merged, merged);
    succeed(after, village, merged);
    succeed(after, otherVillage, merged);
    const ChangeSet set = between(made(village, otherVillage), after);
    CHECK(set.changes.empty());
}

TEST_CASE("a merged village was open before when one of its parts was", "[campaign]")
{
    Snapshot before = SnapshotBuilder()
                          .unit({village})
                          .unit({otherVillage})
                          .household({.origin = village, .code = "A"})
                          .household({.origin = otherVillage, .code = "B"})
                          .build();
    before.households.food[1] = Flag::No;
    Snapshot after = SnapshotBuilder()
                         .unit({village})
                         .household({.origin = village, .code = "A"})
                         .household({.origin = village, .code = "B"})
                         .build();
    succeed(after, otherVillage, village);
    const ChangeSet set = between(before, after);
    const Codes cleared = codesOf(set, ChangeKind::Cleared, SubjectType::Unit);
    CHECK(std::ranges::find(cleared, village) != cleared.end());
}

TEST_CASE("a circle of successions ends", "[campaign]")
{
    const auto made = SnapshotBuilder().unit({village}).household({village});
    Snapshot after = made.build();
    succeed(after, village, otherVillage);
    succeed(after, otherVillage, village);
    CHECK(between(made.build(), after).changes.empty());
}

TEST_CASE("a village that is recoded stays the same one on the official list", "[campaign]")
{
    const std::string recoded = "532329102250";
    const auto listed = [](const std::string& code) {
        return SnapshotBuilder()
            .unit({code})
            .household({.origin = code, .code = "A"})
            .listing({.issuer = "county", .rule = "LC2", .unit = code})
            .build();
    };
    Snapshot after = listed(recoded);
    succeed(after, village, recoded);
    CHECK(between(listed(village), after).changes.empty());
}

TEST_CASE("places come on the official lists and are lifted from them", "[campaign]")
{
    const auto plain = SnapshotBuilder().unit({village}).household({village});
    auto listed = plain;
    listed.listing({.issuer = "county", .rule = "LC2", .unit = village});
    const ChangeSet on = between(plain.build(), listed.build());
    REQUIRE(on.changes.size() == 1);
    CHECK(on.changes.front().kind == ChangeKind::NewlyListed);
    CHECK(on.changes.front().issuer == "county");
    const ChangeSet off = between(listed.build(), plain.build());
    REQUIRE(off.changes.size() == 1);
    CHECK(off.changes.front().kind == ChangeKind::Lifted);
    CHECK(off.changes.front().code == village);
}
