// SPDX-License-Identifier: MIT
#include "campaign/workflow.h"

#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string town = "532329102000";
const std::string village = "532329102201";
const std::string group = "532329102201001";

Date day(int month, int of)
{
    return *Date::fromYmd(2020, month, of);
}

/// A village with one group of two households, all cleared; the closure is set by hand.
struct Chain {
    Snapshot snapshot =
        SnapshotBuilder().unit({group}).household({.origin = village, .group = group}, 2).build();
    Closure closure;

    Chain()
    {
        closure.household.assign(2, Clear::Cleared);
        closure.unit.assign(snapshot.units.size(), Clear::Cleared);
        closure.home.assign(2, row(group));
        closure.parent = snapshot.units.parent;
    }
    [[nodiscard]] RowIndex row(const std::string& code) const
    {
        return static_cast<RowIndex>(rowOf(snapshot, code));
    }
    void visit(RowIndex household, Date on, Flag agrees)
    {
        snapshot.visits.subjectType.push_back(SubjectType::Household);
        snapshot.visits.subject.push_back(household);
        snapshot.visits.on.push_back(on);
        snapshot.visits.agrees.push_back(agrees);
        snapshot.visits.finding.emplace_back();
    }
    void sign(const Step& step)
    {
        auto& signs = snapshot.closureSigns;
        signs.id.push_back(static_cast<std::int64_t>(signs.size()) + 1);
        signs.subjectType.push_back(step.subjectType);
        signs.subject.push_back(step.subject);
        signs.level.push_back(step.level);
        signs.role.emplace_back();
        signs.action.push_back(step.action);
        signs.on.push_back(step.on);
        signs.note.emplace_back();
    }
    [[nodiscard]] std::string refused(const Step& step) const
    {
        const auto message = refusal(snapshot, closure, standingsOf(snapshot), step);
        return message ? message->id : std::string();
    }
    /// Takes a step that must be allowed.
    void take(const Step& step)
    {
        CHECK(refused(step).empty());
        sign(step);
    }
    [[nodiscard]] std::vector<Step> fallen() const
    {
        return reopenings(snapshot, closure, standingsOf(snapshot));
    }
    void approve(RowIndex household)
    {
        visit(household, day(4, 1), Flag::Yes);
        take({SubjectType::Household, household, Level::Village, SignAction::Submit, day(4, 2)});
        take({SubjectType::Household, household, Level::Town, SignAction::Check, day(4, 3)});
        take({SubjectType::Household, household, Level::County, SignAction::Approve, day(4, 4)});
    }
    void signUnits()
    {
        take({SubjectType::Unit, row(group), Level::Village, SignAction::Approve, day(4, 5)});
        take({SubjectType::Unit, row(village), Level::Town, SignAction::Approve, day(4, 6)});
        take({SubjectType::Unit, row(town), Level::County, SignAction::Approve, day(4, 7)});
    }
};

Step household(Level level, SignAction action, Date on = day(4, 10))
{
    return {SubjectType::Household, 0, level, action, on};
}

} // namespace

TEST_CASE("the village submits, the township checks, the county approves, in this order",
          "[campaign]")
{
    Chain chain;
    CHECK(chain.refused(household(Level::Town, SignAction::Check)) == "workflow.not_submitted");
    CHECK(chain.refused(household(Level::County, SignAction::Approve)) == "workflow.not_checked");
    CHECK(chain.refused(household(Level::Town, SignAction::Submit)) == "workflow.village_submits");
    chain.take(household(Level::Village, SignAction::Submit));
    CHECK(chain.refused(household(Level::Village, SignAction::Submit)) ==
          "workflow.submitted_already");
    CHECK(chain.refused(household(Level::Town, SignAction::Check)) == "workflow.no_visit");
    chain.visit(0, day(4, 10), Flag::Yes);
    CHECK(chain.refused(household(Level::County, SignAction::Check)) == "workflow.town_checks");
    chain.take(household(Level::Town, SignAction::Check));
    CHECK(chain.refused(household(Level::Town, SignAction::Approve)) == "workflow.county_approves");
    chain.take(household(Level::County, SignAction::Approve));
    CHECK(standingsOf(chain.snapshot).household[0].state == SignState::Approved);
    CHECK(standingsOf(chain.snapshot).household[1].state == SignState::None);
}

TEST_CASE("nothing is submitted before all items are met", "[campaign]")
{
    Chain chain;
    for (const Clear clear : {Clear::Uncleared, Clear::Unknown, Clear::OutOfScope}) {
        chain.closure.household[0] = clear;
        CHECK(chain.refused(household(Level::Village, SignAction::Submit)) ==
              "workflow.items_not_met");
    }
}

TEST_CASE("a visit vouches for 90 days, and only when it agrees", "[campaign]")
{
    Chain chain;
    chain.take(household(Level::Village, SignAction::Submit));
    const Step check = household(Level::Town, SignAction::Check);
    chain.visit(0, day(1, 10), Flag::Yes); // 91 days before 10 April
    CHECK(chain.refused(check) == "workflow.no_visit");
    chain.visit(0, day(1, 11), Flag::Yes); // 90 days
    CHECK(chain.refused(check).empty());
    chain.visit(0, day(4, 9), Flag::Unknown);
    CHECK(chain.refused(check) == "workflow.no_visit");
}

TEST_CASE("what is rejected can be submitted anew", "[campaign]")
{
    Chain chain;
    CHECK(chain.refused(household(Level::Town, SignAction::Reject)) == "workflow.nothing_before");
    chain.take(household(Level::Village, SignAction::Submit));
    CHECK(chain.refused(household(Level::County, SignAction::Reject)) == "workflow.nothing_before");
    CHECK(chain.refused(household(Level::Village, SignAction::Reject)) == "workflow.who_rejects");
    chain.take(household(Level::Town, SignAction::Reject));
    chain.take(household(Level::Village, SignAction::Submit));
    CHECK(chain.snapshot.closureSigns.size() == 3); // the history stays
}

TEST_CASE("no step is dated before the last one or after the data", "[campaign]")
{
    Chain chain;
    CHECK(chain.refused(household(Level::Village, SignAction::Submit, day(4, 18))) ==
          "workflow.in_the_future");
    chain.take(household(Level::Village, SignAction::Submit, day(4, 10)));
    CHECK(chain.refused(household(Level::Town, SignAction::Reject, day(4, 9))) ==
          "workflow.before_last");
}

TEST_CASE("a unit is signed by the level above once all below it is signed", "[campaign]")
{
    Chain chain;
    const Step signGroup{SubjectType::Unit, chain.row(group), Level::Village, SignAction::Approve,
                         day(4, 10)};
    const Step signVillage{SubjectType::Unit, chain.row(village), Level::Town, SignAction::Approve,
                           day(4, 10)};
    chain.approve(0);
    CHECK(chain.refused(signGroup) == "workflow.households_unsigned");
    chain.closure.household[1] = Clear::OutOfScope; // needs no signature
    CHECK(chain.refused(signGroup).empty());
    CHECK(chain.refused(signVillage) == "workflow.units_unsigned");
    Step wrong = signGroup;
    wrong.level = Level::Town;
    CHECK(chain.refused(wrong) == "workflow.level_above_signs");
    wrong = signGroup;
    wrong.action = SignAction::Submit;
    CHECK(chain.refused(wrong) == "workflow.unit_is_signed");
    chain.closure.unit[rowOf(chain.snapshot, group)] = Clear::Unknown;
    CHECK(chain.refused(signGroup) == "workflow.unit_not_cleared");
    chain.closure.unit[rowOf(chain.snapshot, group)] = Clear::Cleared;
    chain.take(signGroup);
    CHECK(chain.refused(signGroup) == "workflow.signed_already");
    chain.take(signVillage);
}

TEST_CASE("a household that is uncleared later takes the whole chain back the same day",
          "[campaign]")
{
    Chain chain;
    chain.approve(0);
    chain.approve(1);
    chain.signUnits();
    CHECK(chain.fallen().empty());
    chain.closure.household[1] = Clear::Uncleared;
    const Date today = chain.snapshot.asOf;
    const std::vector<Step> expected{
        {SubjectType::Household, 1, Level::County, SignAction::Reopen, today},
        {SubjectType::Unit, chain.row(group), Level::Village, SignAction::Reopen, today},
        {SubjectType::Unit, chain.row(village), Level::Town, SignAction::Reopen, today},
        {SubjectType::Unit, chain.row(town), Level::County, SignAction::Reopen, today}};
    CHECK(chain.fallen() == expected);
    for (const Step& step : expected)
        chain.sign(step);
    CHECK(chain.fallen().empty()); // once
    CHECK(standingsOf(chain.snapshot).unit[rowOf(chain.snapshot, town)].state ==
          SignState::Reopened);
    CHECK(standingsOf(chain.snapshot).household[0].state == SignState::Approved);
    CHECK(chain.snapshot.closureSigns.size() == 6 + 3 + 4);
}

TEST_CASE("what is only unknown later takes nothing back", "[campaign]")
{
    Chain chain;
    chain.approve(0);
    chain.closure.household[0] = Clear::Unknown;
    CHECK(chain.fallen().empty());
}

TEST_CASE("a failed visit takes the chain back, one before the signature does not", "[campaign]")
{
    Chain chain;
    chain.visit(0, day(3, 1), Flag::No);
    chain.approve(0);
    CHECK(chain.fallen().empty());
    chain.visit(0, day(4, 12), Flag::No);
    REQUIRE(chain.fallen().size() == 1);
    CHECK(chain.fallen()[0].subjectType == SubjectType::Household);
    chain.visit(0, day(4, 13), Flag::Yes); // found in order the day after
    CHECK(chain.fallen().empty());
}

TEST_CASE("an open problem of a village takes back the village and what is above", "[campaign]")
{
    Chain chain;
    chain.approve(0);
    chain.approve(1);
    chain.signUnits();
    chain.closure.unit[rowOf(chain.snapshot, village)] = Clear::Uncleared;
    const auto fallen = chain.fallen();
    REQUIRE(fallen.size() == 2);
    CHECK(fallen[0].subject == chain.row(village));
    CHECK(fallen[1].subject == chain.row(town));
}

TEST_CASE("only what stands can be reopened by hand", "[campaign]")
{
    Chain chain;
    CHECK(chain.refused(household(Level::County, SignAction::Reopen)) == "workflow.nothing_stands");
    chain.approve(0);
    chain.approve(1);
    chain.signUnits();
    const Step reopen = household(Level::County, SignAction::Reopen);
    CHECK(chain.refused(reopen).empty());
    CHECK(reopeningsAbove(chain.snapshot, chain.closure, standingsOf(chain.snapshot), reopen)
              .size() == 3);
}
