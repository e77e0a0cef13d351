// SPDX-License-Identifier: MIT
#include "core/status.h"

#include "support/catch.h"

#include <array>
#include <vector>

using namespace guatu;
using enum guatu::CriterionResult;

namespace
{

constexpr std::array all{Met, Unmet, Unknown, Exempt};

} // namespace

TEST_CASE("all of two criteria: one unmet decides, missing is never a pass", "[core]")
{
    // rows and columns: met, unmet, unknown, exempt
    constexpr CriterionResult table[4][4]{{Met, Unmet, Unknown, Met},
                                          {Unmet, Unmet, Unmet, Unmet},
                                          {Unknown, Unmet, Unknown, Unknown},
                                          {Met, Unmet, Unknown, Exempt}};
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            CHECK(allOf(std::array{all[row], all[column]}) == table[row][column]);
}

TEST_CASE("any of two criteria: one met decides", "[core]")
{
    constexpr CriterionResult table[4][4]{{Met, Met, Met, Met},
                                          {Met, Unmet, Unknown, Unmet},
                                          {Met, Unknown, Unknown, Unknown},
                                          {Met, Unmet, Unknown, Exempt}};
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            CHECK(anyOf(std::array{all[row], all[column]}) == table[row][column]);
}

TEST_CASE("nothing to judge is unknown", "[core]")
{
    CHECK(allOf({}) == Unknown);
    CHECK(anyOf({}) == Unknown);
}

TEST_CASE("many criteria give what pairs of them give, in any order", "[core]")
{
    for (const auto a : all)
        for (const auto b : all)
            for (const auto c : all) {
                CHECK(allOf(std::array{a, b, c}) == allOf(std::array{allOf(std::array{a, b}), c}));
                CHECK(allOf(std::array{a, b, c}) == allOf(std::array{c, b, a}));
                CHECK(anyOf(std::array{a, b, c}) == anyOf(std::array{anyOf(std::array{a, b}), c}));
                CHECK(anyOf(std::array{a, b, c}) == anyOf(std::array{c, b, a}));
            }
}

TEST_CASE("household classes are disjoint", "[core]")
{
    using enum HouseholdClass;
    struct Case {
        FormalStatus formal;
        Watch watch;
        HouseholdClass expected;
    };
    const std::vector<Case> cases{
        {FormalStatus::Unexited, Watch::None, Unexited},
        {FormalStatus::Unexited, Watch::Monitored, Unexited},
        {FormalStatus::Returned, Watch::Unknown, Returned},
        {FormalStatus::Exited, Watch::None, Exited},
        {FormalStatus::Exited, Watch::Unknown, Exited},
        {FormalStatus::Exited, Watch::Monitored, Monitored},
        {FormalStatus::NeverRegistered, Watch::Marginal, Marginal},
        {FormalStatus::NeverRegistered, Watch::None, Ordinary},
        {FormalStatus::NeverRegistered, Watch::Unknown, Ordinary},
        {FormalStatus::Unknown, Watch::None, HouseholdClass::Unknown},
        {FormalStatus::Unknown, Watch::Monitored, HouseholdClass::Unknown},
    };
    for (const Case& one : cases)
        CHECK(householdClass(one.formal, one.watch) == one.expected);
    for (const auto formal : {FormalStatus::Unknown, FormalStatus::Unexited, FormalStatus::Returned,
                              FormalStatus::Exited, FormalStatus::NeverRegistered})
        CHECK(householdClass(formal, Watch::Sudden) == Sudden);
}

TEST_CASE("status words are read as they are written", "[core]")
{
    for (const auto value : all)
        CHECK(criterionResultFromString(toString(value)) == value);
    for (const auto value : {FormalStatus::Unknown, FormalStatus::Unexited, FormalStatus::Returned,
                             FormalStatus::Exited, FormalStatus::NeverRegistered})
        CHECK(formalStatusFromString(toString(value)) == value);
    for (const auto value :
         {Watch::Unknown, Watch::None, Watch::Monitored, Watch::Marginal, Watch::Sudden})
        CHECK(watchFromString(toString(value)) == value);
    CHECK_FALSE(criterionResultFromString("pass"));
    CHECK_FALSE(formalStatusFromString("Exited"));
    CHECK_FALSE(watchFromString(""));
    CHECK(toString(Flag::Yes) == "yes");
    CHECK(toString(FormalStatus::NeverRegistered) == "never_registered");
    CHECK(toString(HouseholdClass::Ordinary) == "ordinary");
    CHECK(toString(HouseholdClass::Monitored) == "monitored");
    CHECK(toString(Clear::OutOfScope) == "out_of_scope");
}
