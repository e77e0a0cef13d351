// SPDX-License-Identifier: MIT
#include "exchange/qgis_expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace guatu::exchange
{
namespace
{

using Operator = Condition::Operator;

std::string inQuotes(std::string_view text, char quote)
{
    std::string all(1, quote);
    for (const char c : text)
        all.append(c == quote ? 2 : 1, c);
    return all + quote;
}

std::string literal(const FieldValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return shortNumber(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return inQuotes(*text, '\'');
    return "NULL";
}

std::string comparison(const Condition& condition)
{
    const std::string field = inQuotes(condition.field, '"');
    if (condition.op != Operator::In)
        return field + " " +
               (condition.op == Operator::NotEqual ? "<>" : std::string(toString(condition.op))) +
               " " + literal(condition.values.front());
    std::string all;
    for (const FieldValue& value : condition.values)
        all += (all.empty() ? "" : ", ") + literal(value);
    return field + " IN (" + all + ")";
}

std::string joined(const std::vector<Condition>& children, std::string_view word)
{
    std::string all;
    for (const Condition& child : children) {
        const bool compound = child.kind != Condition::Kind::Compare;
        all.append(all.empty() ? "" : word)
            .append(compound ? "(" : "")
            .append(qgisExpression(child))
            .append(compound ? ")" : "");
    }
    return all;
}

/// Numbers a comparison admits, ends included or not.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool lowIn = true, highIn = true;
};

std::optional<Range> rangeOf(const Condition& compare)
{
    const auto* value = std::get_if<double>(&compare.values.front());
    if (value == nullptr)
        return std::nullopt;
    Range range;
    switch (compare.op) {
    case Operator::Equal:
        range.low = range.high = *value;
        return range;
    case Operator::Less:
    case Operator::LessEqual:
        range.high = *value;
        range.highIn = compare.op == Operator::LessEqual;
        return range;
    case Operator::Greater:
    case Operator::GreaterEqual:
        range.low = *value;
        range.lowIn = compare.op == Operator::GreaterEqual;
        return range;
    case Operator::NotEqual:
    case Operator::In:
        break;
    }
    return std::nullopt;
}

bool below(const Range& a, const Range& b)
{
    return a.high < b.low || (a.high == b.low && !(a.highIn && b.lowIn));
}

bool isList(const Condition& compare)
{
    return compare.op == Operator::Equal || compare.op == Operator::In;
}

/// Whether no value can meet both comparisons.
bool exclude(const Condition& a, const Condition& b)
{
    if (a.field != b.field)
        return false;
    if (isList(a) && isList(b))
        return std::ranges::none_of(a.values, [&b](const FieldValue& value) {
            return std::ranges::find(b.values, value) != b.values.end();
        });
    const auto first = rangeOf(a);
    const auto second = rangeOf(b);
    return first && second && (below(*first, *second) || below(*second, *first));
}

/// Takes the first condition apart, then the second.
bool partsExclude(const Condition& a, const Condition& b)
{
    const auto fromOther = [&b](const Condition& child) { return partsExclude(child, b); };
    switch (a.kind) {
    case Condition::Kind::Any:
        return !a.children.empty() && std::ranges::all_of(a.children, fromOther);
    case Condition::Kind::All:
        return std::ranges::any_of(a.children, fromOther);
    case Condition::Kind::Compare:
        if (b.kind == Condition::Kind::Compare)
            return exclude(a, b);
        return b.kind != Condition::Kind::Not && partsExclude(b, a);
    case Condition::Kind::Not:
        break;
    }
    return false;
}

/// What none of the conditions takes; those that are not known take nothing.
std::string noneOf(const std::vector<const Condition*>& earlier)
{
    std::string all;
    for (const Condition* condition : earlier)
        all += (all.empty() ? "(" : " OR (") + qgisExpression(*condition) + ")";
    return "NOT coalesce(" + all + ", FALSE)";
}

} // namespace

std::string qgisExpression(const Condition& condition)
{
    switch (condition.kind) {
    case Condition::Kind::Compare:
        return comparison(condition);
    case Condition::Kind::All:
        return condition.children.empty() ? "TRUE" : joined(condition.children, " AND ");
    case Condition::Kind::Any:
        return condition.children.empty() ? "FALSE" : joined(condition.children, " OR ");
    case Condition::Kind::Not:
        break;
    }
    return "NOT (" + qgisExpression(condition.children.front()) + ")";
}

bool areDisjoint(const Condition& a, const Condition& b)
{
    return partsExclude(a, b) || partsExclude(b, a);
}

std::vector<std::string> qgisFilters(const std::vector<Condition>& conditions, bool scaled)
{
    std::vector<std::string> filters;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const Condition& own = conditions[i];
        std::vector<const Condition*> earlier;
        for (std::size_t before = 0; before < i; ++before)
            if (!areDisjoint(conditions[before], own))
                earlier.push_back(&conditions[before]);
        std::string filter = takesAll(own) ? "" : qgisExpression(own);
        if (filter.empty() && i > 0 && i + 1 == conditions.size() && !scaled)
            filter = "ELSE";
        else if (!earlier.empty())
            filter = (filter.empty() ? "" : "(" + filter + ") AND ") + noneOf(earlier);
        filters.push_back(std::move(filter));
    }
    return filters;
}

std::string shortNumber(double number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

} // namespace guatu::exchange
