// SPDX-License-Identifier: MIT
#include "core/condition.h"

#include "support/catch.h"

#include <array>
#include <limits>

using namespace guatu;
using Kind = Condition::Kind;
using Operator = Condition::Operator;
using enum CriterionResult;

namespace
{

Condition compare(std::string field, Operator op, std::vector<FieldValue> values)
{
    return {
        .kind = Kind::Compare, .field = std::move(field), .op = op, .values = std::move(values)};
}

Condition join(Kind kind, std::vector<Condition> children)
{
    return {.kind = kind, .children = std::move(children)};
}

CriterionResult judge(const FieldValue& value, Operator op, FieldValue bound)
{
    return compare("x", op, {std::move(bound)}).evaluate([&](std::string_view) { return value; });
}

/// A condition that evaluates to `result` when fields read as below.
Condition giving(CriterionResult result)
{
    if (result == Unknown)
        return compare("missing", Operator::Equal, {1.0});
    return compare("one", result == Met ? Operator::Equal : Operator::NotEqual, {1.0});
}

FieldValue readOne(std::string_view field)
{
    return field == "one" ? FieldValue(1.0) : FieldValue();
}

} // namespace

TEST_CASE("more than 3 is strict, 50 and more is not", "[core]")
{
    CHECK(judge(3.0, Operator::Greater, 3.0) == Unmet);
    CHECK(judge(3.25, Operator::Greater, 3.0) == Met);
    CHECK(judge(50.0, Operator::GreaterEqual, 50.0) == Met);
    CHECK(judge(49.0, Operator::GreaterEqual, 50.0) == Unmet);
    CHECK(judge(3.0, Operator::Less, 3.0) == Unmet);
    CHECK(judge(3.0, Operator::LessEqual, 3.0) == Met);
    CHECK(judge(3.0, Operator::Equal, 3.0) == Met);
    CHECK(judge(3.0, Operator::NotEqual, 3.0) == Unmet);
}

TEST_CASE("words compare as words, dates among them by their order", "[core]")
{
    CHECK(judge("reservoir", Operator::Equal, "reservoir") == Met);
    CHECK(judge("reservoir", Operator::NotEqual, "disaster") == Met);
    CHECK(judge("2020-06-30", Operator::LessEqual, "2020-06-30") == Met);
    CHECK(judge("2020-07-01", Operator::LessEqual, "2020-06-30") == Unmet);
}

TEST_CASE("what is not known, or cannot be compared, is unknown whatever is asked", "[core]")
{
    constexpr std::array operators{Operator::Equal,     Operator::NotEqual, Operator::Less,
                                   Operator::LessEqual, Operator::Greater,  Operator::GreaterEqual,
                                   Operator::In};
    for (const auto op : operators) {
        CHECK(judge({}, op, 1.0) == Unknown);
        CHECK(judge({}, op, FieldValue()) == Unknown);
        CHECK(judge(1.0, op, FieldValue()) == Unknown);
        CHECK(judge(1.0, op, "1") == Unknown);
        CHECK(judge(std::numeric_limits<double>::quiet_NaN(), op, 1.0) == Unknown);
    }
}

TEST_CASE("in holds for one of its values", "[core]")
{
    const Condition grades = compare("grade", Operator::In, {"A", "B"});
    CHECK(grades.evaluate([](std::string_view) { return "B"; }) == Met);
    CHECK(grades.evaluate([](std::string_view) { return "C"; }) == Unmet);
    CHECK(grades.evaluate([](std::string_view) { return FieldValue(); }) == Unknown);
    const Condition none = compare("grade", Operator::In, {});
    CHECK(none.evaluate([](std::string_view) { return "A"; }) == Unmet);
    CHECK(none.evaluate([](std::string_view) { return FieldValue(); }) == Unknown);
}

TEST_CASE("all, any and not follow Kleene's tables", "[core]")
{
    constexpr std::array values{Met, Unmet, Unknown};
    constexpr CriterionResult both[3][3]{
        {Met, Unmet, Unknown}, {Unmet, Unmet, Unmet}, {Unknown, Unmet, Unknown}};
    constexpr CriterionResult either[3][3]{
        {Met, Met, Met}, {Met, Unmet, Unknown}, {Met, Unknown, Unknown}};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::vector<Condition> pair{giving(values[i]), giving(values[k])};
            CHECK(join(Kind::All, pair).evaluate(readOne) == both[i][k]);
            CHECK(join(Kind::Any, pair).evaluate(readOne) == either[i][k]);
        }
    CHECK(join(Kind::Not, {giving(Met)}).evaluate(readOne) == Unmet);
    CHECK(join(Kind::Not, {giving(Unmet)}).evaluate(readOne) == Met);
    CHECK(join(Kind::Not, {giving(Unknown)}).evaluate(readOne) == Unknown);
    CHECK(join(Kind::All, {}).evaluate(readOne) == Met);
    CHECK(join(Kind::Any, {}).evaluate(readOne) == Unmet);
}

TEST_CASE("50 persons list a village whose incidence is not known", "[core]")
{
    const Condition rule = join(Kind::Any, {compare("incidence", Operator::Greater, {3.0}),
                                            compare("remaining", Operator::GreaterEqual, {50.0})});
    const auto village = [](double remaining) {
        return [remaining](std::string_view field) {
            return field == "remaining" ? FieldValue(remaining) : FieldValue();
        };
    };
    CHECK(rule.evaluate(village(50)) == Met);
    CHECK(rule.evaluate(village(49)) == Unknown);
}

TEST_CASE("operators are written as in the files", "[core]")
{
    CHECK(toString(Operator::NotEqual) == "!=");
    CHECK(toString(Operator::GreaterEqual) == ">=");
    CHECK(toString(Operator::In) == "in");
}
