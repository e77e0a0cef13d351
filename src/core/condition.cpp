// SPDX-License-Identifier: MIT
#include "core/condition.h"

#include <array>
#include <compare>

namespace guatu
{
namespace
{

CriterionResult fromBool(bool holds)
{
    return holds ? CriterionResult::Met : CriterionResult::Unmet;
}

/// Numbers compare with numbers and words with words; anything else has no order.
std::partial_ordering order(const FieldValue& a, const FieldValue& b)
{
    if (const auto* x = std::get_if<double>(&a), *y = std::get_if<double>(&b); x && y)
        return *x <=> *y;
    if (const auto* x = std::get_if<std::string>(&a), *y = std::get_if<std::string>(&b); x && y)
        return *x <=> *y;
    return std::partial_ordering::unordered;
}

CriterionResult compare(const FieldValue& value, Condition::Operator op, const FieldValue& bound)
{
    const std::partial_ordering found = order(value, bound);
    if (found == std::partial_ordering::unordered)
        return CriterionResult::Unknown;
    using enum Condition::Operator;
    switch (op) {
    case In:
    case Equal:
        return fromBool(found == 0);
    case NotEqual:
        return fromBool(found != 0);
    case Less:
        return fromBool(found < 0);
    case LessEqual:
        return fromBool(found <= 0);
    case Greater:
        return fromBool(found > 0);
    case GreaterEqual:
        return fromBool(found >= 0);
    }
    return CriterionResult::Unknown;
}

/// Whether the comparison holds for one of the bounds at least.
CriterionResult compareAny(const FieldValue& value, const Condition& condition)
{
    if (std::holds_alternative<std::monostate>(value))
        return CriterionResult::Unknown;
    CriterionResult result = CriterionResult::Unmet;
    for (const FieldValue& bound : condition.values) {
        const CriterionResult one = compare(value, condition.op, bound);
        if (one == CriterionResult::Met)
            return one;
        if (one == CriterionResult::Unknown)
            result = one;
    }
    return result;
}

/// All, or with met and unmet changed over Any: `ends` decides at once, unknown outweighs the rest.
CriterionResult combine(const Condition& condition, const FieldReader& read, CriterionResult ends,
                        CriterionResult otherwise)
{
    CriterionResult result = otherwise;
    for (const Condition& child : condition.children) {
        const CriterionResult one = child.evaluate(read);
        if (one == ends)
            return ends;
        if (one == CriterionResult::Unknown)
            result = one;
    }
    return result;
}

CriterionResult negate(CriterionResult result)
{
    using enum CriterionResult;
    return result == Met ? Unmet : result == Unmet ? Met : result;
}

} // namespace

CriterionResult Condition::evaluate(const FieldReader& read) const
{
    using enum CriterionResult;
    switch (kind) {
    case Kind::Compare:
        return compareAny(read(field), *this);
    case Kind::All:
        return combine(*this, read, Unmet, Met);
    case Kind::Any:
        return combine(*this, read, Met, Unmet);
    case Kind::Not:
        return negate(combine(*this, read, Unmet, Met));
    }
    return Unknown;
}

std::string_view toString(Condition::Operator op)
{
    constexpr std::array<std::string_view, 7> signs{"=", "!=", "<", "<=", ">", ">=", "in"};
    return signs[static_cast<std::size_t>(op)];
}

} // namespace guatu
