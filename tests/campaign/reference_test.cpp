// SPDX-License-Identifier: MIT
#include "campaign/blockers.h"
#include "campaign/listing.h"
#include "campaign/reroll.h"
#include "campaign/support/random_prefecture.h"
#include "campaign/support/reference.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <ranges>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

constexpr unsigned prefectures = 1000;

/// Calls `compare` on 1,000 small prefectures.
template <typename Compare>
void onMany(Compare compare)
{
    for (unsigned seed = 0; seed < prefectures; ++seed) {
        const RandomPrefecture made = randomPrefecture(seed);
        const Closure closure = closeUp(made.snapshot, made.profile);
        INFO("seed " << seed);
        compare(made, closure, Reference(made.snapshot, made.profile));
    }
}

std::set<Reference::Cause> causesIn(const Blockers& blockers, Clear clear)
{
    std::set<Reference::Cause> causes;
    for (const Blocker& blocker : blockers.first)
        if (blocker.clear == clear)
            causes.emplace(blocker.kind, blocker.unit, blocker.row, blocker.criterion);
    return causes;
}

/// Levels down, then levels blocked alone down, then due days up, none last.
bool isInOrder(const std::vector<Blocker>& blockers)
{
    const auto before = [](const Blocker& a, const Blocker& b) {
        if (a.levels != b.levels)
            return a.levels > b.levels;
        if (a.alone != b.alone)
            return a.alone > b.alone;
        return a.due && (!b.due || *a.due < *b.due);
    };
    return std::ranges::is_sorted(blockers, before);
}

} // namespace

TEST_CASE("households stand as the rule book, worked out anew, says", "[campaign]")
{
    onMany([](const RandomPrefecture& made, const Closure& closure, const Reference& reference) {
        for (std::size_t row = 0; row < made.snapshot.households.size(); ++row) {
            INFO("household " << row);
            for (std::size_t index = 0; index < 8; ++index)
                CHECK(closure.criteria.results[index][row] == reference.criterion(index, row));
            CHECK(closure.household[row] == reference.household(row));
            CHECK(closure.householdReal[row] == reference.isReal(row));
            CHECK(closure.householdAtRisk[row] == reference.isAtRisk(row));
            CHECK(closure.householdExempt[row] == reference.isExempt(row));
        }
    });
}

TEST_CASE("units stand as the rule book, worked out anew, says", "[campaign]")
{
    onMany([](const RandomPrefecture& made, const Closure& closure, const Reference& reference) {
        for (std::size_t row = 0; row < made.snapshot.units.size(); ++row) {
            INFO("unit " << made.snapshot.units.code[row].str());
            CHECK(closure.own.results[row] == reference.own(row));
            CHECK(closure.unit[row] == reference.unit(row));
            CHECK(closure.unitReal[row] == reference.isUnitReal(row));
            CHECK(closure.unitAtRisk[row] == reference.isUnitAtRisk(row));
        }
    });
}

TEST_CASE("the sums of units are those of their households, counted anew", "[campaign]")
{
    onMany([](const RandomPrefecture& made, const Closure& closure, const Reference& reference) {
        for (std::size_t row = 0; row < made.snapshot.units.size(); ++row) {
            INFO("unit " << made.snapshot.units.code[row].str());
            for (const Clear clear :
                 {Clear::Cleared, Clear::Uncleared, Clear::Unknown, Clear::OutOfScope}) {
                CHECK(closure.tally[row].count(clear) == reference.households(row, clear));
                CHECK(closure.tally[row].persons[static_cast<std::size_t>(clear)] ==
                      reference.persons(row, clear));
            }
            const auto here = reference.remaining(row, false);
            const auto byOrigin = reference.remaining(row, true);
            CHECK(closure.remaining[row] == Remaining{here.first, here.second});
            CHECK(closure.remainingByOrigin[row] == Remaining{byOrigin.first, byOrigin.second});
        }
    });
}

TEST_CASE("blockers are exactly the causes, worked out anew, in order", "[campaign]")
{
    onMany([](const RandomPrefecture& made, const Closure& closure, const Reference& reference) {
        constexpr std::size_t all = 100000;
        const auto together = blockersOfUnits(made.snapshot, made.profile, closure, all);
        for (std::size_t row = 0; row < made.snapshot.units.size(); ++row) {
            INFO("unit " << made.snapshot.units.code[row].str());
            const Blockers blockers =
                blockersOf(made.snapshot, made.profile, closure, static_cast<RowIndex>(row), all);
            CHECK(blockers.first == together[row].first);
            CHECK(isInOrder(blockers.first));
            const Clear clear = closure.unit[row];
            if (clear != Clear::Uncleared && clear != Clear::Unknown) {
                CHECK(blockers.first.empty());
                continue;
            }
            CHECK_FALSE(blockers.first.empty());
            for (const Clear kind : {Clear::Uncleared, Clear::Unknown}) {
                const auto causes = causesIn(blockers, kind);
                CHECK(causes == reference.causes(row, kind));
                CHECK(static_cast<std::int64_t>(causes.size()) ==
                      (kind == Clear::Unknown ? blockers.unknown : blockers.uncleared));
            }
            auto few =
                blockersOf(made.snapshot, made.profile, closure, static_cast<RowIndex>(row), 3);
            CHECK(std::ranges::equal(few.first, blockers.first | std::views::take(3)));
        }
    });
}

TEST_CASE("listing rules hold where the rule book, worked out anew, says", "[campaign]")
{
    onMany([](const RandomPrefecture& made, const Closure& closure, const Reference& reference) {
        const ListingState state = listings(made.snapshot, made.profile, closure);
        const auto has = [](const std::vector<RuleHit>& hits, std::size_t rule, std::size_t row) {
            return std::ranges::any_of(hits, [&](const RuleHit& hit) {
                return hit.rule == rule && hit.subject == static_cast<RowIndex>(row);
            });
        };
        const auto check = [&](std::size_t rule, std::size_t row) {
            INFO("rule " << made.profile.listingRules[rule].id << ", row " << row);
            const CriterionResult expected =
                reference.listed(made.profile.listingRules[rule].id, row);
            CHECK(has(state.hits, rule, row) == (expected == CriterionResult::Met));
            CHECK(has(state.undecided, rule, row) == (expected == CriterionResult::Unknown));
        };
        for (std::size_t row = 0; row < made.snapshot.units.size(); ++row) {
            const bool inWuding = made.snapshot.units.code[row].str().starts_with("532329");
            if (made.snapshot.units.level[row] == Level::Village)
                check(0, row);
            if (made.snapshot.units.level[row] == Level::Town && inWuding)
                check(3, row);
            if (made.snapshot.units.level[row] == Level::Village && inWuding)
                check(4, row);
        }
        for (std::size_t row = 0; row < made.snapshot.sites.size(); ++row)
            check(1, row);
    });
}

TEST_CASE("after single flips everything stands as if rolled up anew", "[campaign]")
{
    for (unsigned seed = 0; seed < prefectures; ++seed) {
        RandomPrefecture made = randomPrefecture(seed);
        const std::size_t count = made.snapshot.households.size();
        if (count == 0)
            continue;
        INFO("seed " << seed);
        Closure closure = closeUp(made.snapshot, made.profile);
        Reroll reroll(made.snapshot, made.profile, closure);
        for (unsigned flip = 0; flip < 3; ++flip) {
            const std::size_t row = (seed * 7 + flip * 5) % count;
            scramble(made.snapshot, row, seed * 3 + flip);
            reroll.update(static_cast<RowIndex>(row));
        }
        const Closure fresh = closeUp(made.snapshot, made.profile);
        CHECK(closure.criteria.results == fresh.criteria.results);
        CHECK(closure.household == fresh.household);
        CHECK(closure.householdReal == fresh.householdReal);
        CHECK(closure.householdAtRisk == fresh.householdAtRisk);
        CHECK(closure.householdExempt == fresh.householdExempt);
        CHECK(closure.householdDue == fresh.householdDue);
        CHECK(closure.unit == fresh.unit);
        CHECK(closure.unitReal == fresh.unitReal);
        CHECK(closure.unitAtRisk == fresh.unitAtRisk);
        CHECK(closure.own == fresh.own);
        CHECK(closure.children == fresh.children);
        CHECK(closure.direct == fresh.direct);
        CHECK(closure.tally == fresh.tally);
        CHECK(closure.unplaced == fresh.unplaced);
        CHECK(closure.pending == fresh.pending);
        CHECK(closure.remaining == fresh.remaining);
        CHECK(closure.remainingByOrigin == fresh.remainingByOrigin);
        for (std::size_t unit = 0; unit < fresh.incidence.size(); ++unit)
            CHECK((closure.incidence[unit] == fresh.incidence[unit] ||
                   (std::isnan(closure.incidence[unit]) && std::isnan(fresh.incidence[unit]))));
    }
}
