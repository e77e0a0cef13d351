// SPDX-License-Identifier: MIT
#include "exchange/sld_filter.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

using Kind = Condition::Kind;
using Operator = Condition::Operator;

constexpr std::array<std::pair<std::string_view, Operator>, 6> comparisons{
    {{"PropertyIsEqualTo", Operator::Equal},
     {"PropertyIsNotEqualTo", Operator::NotEqual},
     {"PropertyIsLessThan", Operator::Less},
     {"PropertyIsLessThanOrEqualTo", Operator::LessEqual},
     {"PropertyIsGreaterThan", Operator::Greater},
     {"PropertyIsGreaterThanOrEqualTo", Operator::GreaterEqual}}};

std::optional<std::string> columnOf(const XmlElement& operation, StyleReading& reading)
{
    const XmlElement* property = operation.child("PropertyName");
    if (property == nullptr || operation.children.front().name != "PropertyName")
        return std::nullopt;
    return reading.column(property->text, property->line);
}

std::optional<Condition> compared(const XmlElement& operation, Operator op, StyleReading& reading)
{
    const auto column = columnOf(operation, reading);
    const XmlElement* literal = operation.child("Literal");
    if (!column || literal == nullptr || operation.children.size() != 2)
        return std::nullopt;
    return comparison(*column, op, reading.valueFor(*column, literal->text, literal->line));
}

std::optional<Condition> between(const XmlElement& operation, StyleReading& reading)
{
    const auto column = columnOf(operation, reading);
    const XmlElement* low = operation.child("LowerBoundary");
    const XmlElement* high = operation.child("UpperBoundary");
    if (!column || low == nullptr || high == nullptr)
        return std::nullopt;
    const auto valueOf = [&](const XmlElement& boundary) {
        const XmlElement* literal = boundary.child("Literal");
        return reading.valueFor(*column, literal == nullptr ? boundary.text : literal->text,
                                boundary.line);
    };
    return both(comparison(*column, Operator::GreaterEqual, valueOf(*low)),
                comparison(*column, Operator::LessEqual, valueOf(*high)));
}

std::optional<Condition> conditionOf(const XmlElement& operation, StyleReading& reading)
{
    for (const auto& [name, op] : comparisons)
        if (operation.name == name)
            return compared(operation, op, reading);
    if (operation.name == "PropertyIsBetween")
        return between(operation, reading);
    const bool isAny = operation.name == "Or";
    const bool isNot = operation.name == "Not";
    if ((!isAny && !isNot && operation.name != "And") || operation.children.empty() ||
        (isNot && operation.children.size() != 1))
        return std::nullopt;
    if (isNot && operation.children.front().name == "PropertyIsNull") {
        const auto column = columnOf(operation.children.front(), reading);
        return column ? std::optional(isKnown(*column, reading.target().table)) : std::nullopt;
    }
    Condition joined{.kind = isAny ? Kind::Any : isNot ? Kind::Not : Kind::All};
    for (const XmlElement& child : operation.children) {
        auto inner = conditionOf(child, reading);
        if (!inner)
            return std::nullopt;
        if (inner->kind == joined.kind && !isNot)
            joined.children.insert(joined.children.end(), inner->children.begin(),
                                   inner->children.end());
        else
            joined.children.push_back(std::move(*inner));
    }
    return joined;
}

/// Not known: PropertyIsNull, alone or, as QGIS writes it, or equal to an empty text.
std::optional<std::string> nullOf(const XmlElement& operation, StyleReading& reading)
{
    if (operation.name == "PropertyIsNull")
        return columnOf(operation, reading);
    if (operation.name != "Or" || operation.children.size() != 2)
        return std::nullopt;
    const XmlElement& empty = operation.children[0];
    const XmlElement& null = operation.children[1];
    if (empty.name != "PropertyIsEqualTo" || null.name != "PropertyIsNull" ||
        empty.child("Literal") == nullptr || !empty.childText("Literal").empty() ||
        empty.childText("PropertyName") != null.childText("PropertyName"))
        return std::nullopt;
    return columnOf(null, reading);
}

} // namespace

std::optional<StyleFilter> filterFromOgc(const XmlElement& filter, StyleReading& reading)
{
    if (filter.children.size() != 1)
        return std::nullopt;
    const XmlElement& operation = filter.children.front();
    if (const auto column = nullOf(operation, reading))
        return StyleFilter{.nullOf = *column};
    auto condition = conditionOf(operation, reading);
    if (!condition)
        return std::nullopt;
    return StyleFilter{.when = std::move(*condition)};
}

std::string filterName(const XmlElement& filter)
{
    return filter.children.empty() ? "Filter" : filter.children.front().name;
}

} // namespace guatu::exchange
