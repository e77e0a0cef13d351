// SPDX-License-Identifier: MIT
#include "core/schema_keywords.h"

#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

SchemaViolation violation(const JsonNode& node, std::string id,
                          const Message::Parameters& more = {})
{
    const auto depth = std::ranges::count(node.pointer(), '/');
    return {static_cast<std::size_t>(depth), node.complaint(std::move(id), more)};
}

const JsonValue::Array& arrayOf(const JsonValue& value)
{
    return std::get<JsonValue::Array>(value.data);
}

const std::string& textOf(const JsonValue& value)
{
    return std::get<std::string>(value.data);
}

double numberOf(const JsonValue& value)
{
    return std::get<double>(value.data);
}

std::string listOf(const JsonValue::Array& values)
{
    std::string list;
    for (const JsonValue& value : values)
        list += (list.empty() ? "" : ", ") + value.brief();
    return list;
}

// One function for each keyword: what a value must be for the schema's `rule`.

SchemaOutcome checkType(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                        const JsonNode& node)
{
    const auto fits = [&](const JsonValue& name) {
        const std::string& type = textOf(name);
        return type == node.value().typeName() || (type == "integer" && node.value().isInteger());
    };
    if (const auto* names = std::get_if<JsonValue::Array>(&rule.data)) {
        if (std::ranges::any_of(*names, fits))
            return {};
        return violation(node, "definition.type", {{"expected", listOf(*names)}});
    }
    if (fits(rule))
        return {};
    return violation(node, "definition.type", {{"expected", textOf(rule)}});
}

SchemaOutcome checkProperties(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                              const JsonNode& node)
{
    for (const JsonMember& property : std::get<JsonValue::Object>(rule.data))
        if (const auto member = node.find(property.key))
            if (SchemaOutcome outcome = schemas.check(property.value, *member))
                return outcome;
    return {};
}

SchemaOutcome checkRequired(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                            const JsonNode& node)
{
    if (std::holds_alternative<JsonValue::Object>(node.value().data))
        for (const JsonValue& key : arrayOf(rule))
            if (!node.has(textOf(key)))
                return violation(node, "definition.missing_key", {{"key", textOf(key)}});
    return {};
}

SchemaOutcome checkAdditional(const SchemaSet& schemas, const JsonValue& schema,
                              const JsonValue& rule, const JsonNode& node)
{
    if (!std::holds_alternative<JsonValue::Object>(node.value().data))
        return {};
    const JsonValue* properties = schema.find("properties");
    for (const auto& [key, member] : node.members()) {
        if (properties != nullptr && properties->find(key) != nullptr)
            continue;
        if (rule == JsonValue{false})
            return violation(node, "definition.unknown_key", {{"key", key}});
        if (SchemaOutcome outcome = schemas.check(rule, member))
            return outcome;
    }
    return {};
}

SchemaOutcome checkItems(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                         const JsonNode& node)
{
    if (std::holds_alternative<JsonValue::Array>(node.value().data))
        for (const JsonNode& item : node.items())
            if (SchemaOutcome outcome = schemas.check(rule, item))
                return outcome;
    return {};
}

SchemaOutcome checkLeastItems(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                              const JsonNode& node)
{
    const auto* array = std::get_if<JsonValue::Array>(&node.value().data);
    if (array == nullptr || static_cast<double>(array->size()) >= numberOf(rule))
        return {};
    return violation(node, "definition.too_few", {{"least", rule.brief()}});
}

SchemaOutcome checkMostItems(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                             const JsonNode& node)
{
    const auto* array = std::get_if<JsonValue::Array>(&node.value().data);
    if (array == nullptr || static_cast<double>(array->size()) <= numberOf(rule))
        return {};
    return violation(node, "definition.too_many", {{"most", rule.brief()}});
}

SchemaOutcome checkUnique(const SchemaSet&, const JsonValue&, const JsonValue&,
                          const JsonNode& node)
{
    if (!std::holds_alternative<JsonValue::Array>(node.value().data))
        return {};
    const auto items = node.items();
    for (auto item = items.begin(); item != items.end(); ++item)
        if (std::find_if(items.begin(), item, [&](const JsonNode& earlier) {
                return earlier.value() == item->value();
            }) != item)
            return violation(*item, "definition.repeated");
    return {};
}

SchemaOutcome checkEnum(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                        const JsonNode& node)
{
    if (std::ranges::find(arrayOf(rule), node.value()) != arrayOf(rule).end())
        return {};
    return violation(node, "definition.allowed", {{"allowed", listOf(arrayOf(rule))}});
}

SchemaOutcome checkPattern(const SchemaSet& schemas, const JsonValue& schema, const JsonValue& rule,
                           const JsonNode& node)
{
    constexpr std::size_t longest = 200; // bytes; std::regex recurses once for each
    const auto* text = std::get_if<std::string>(&node.value().data);
    if (text == nullptr ||
        (text->size() <= longest && std::regex_search(*text, schemas.pattern(rule))))
        return {};
    return violation(node, "definition.form",
                     {{"example", arrayOf(*schema.find("examples")).front().brief()}});
}

SchemaOutcome checkShortest(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                            const JsonNode& node)
{
    const auto* text = std::get_if<std::string>(&node.value().data);
    if (text == nullptr || static_cast<double>(decodeUtf8(*text).size()) >= numberOf(rule))
        return {};
    return violation(node, "definition.too_short", {{"least", rule.brief()}});
}

template <typename Compare>
SchemaOutcome checkLimit(const JsonValue& rule, const JsonNode& node, Compare holds,
                         std::string_view sign)
{
    const double* number = std::get_if<double>(&node.value().data);
    if (number == nullptr || holds(*number, numberOf(rule)))
        return {};
    return violation(node, "definition.limit",
                     {{"limit", fmt::format("{} {}", sign, rule.brief())}});
}

SchemaOutcome checkMinimum(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                           const JsonNode& node)
{
    return checkLimit(rule, node, std::greater_equal{}, ">=");
}

SchemaOutcome checkMaximum(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                           const JsonNode& node)
{
    return checkLimit(rule, node, std::less_equal{}, "<=");
}

SchemaOutcome checkAbove(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                         const JsonNode& node)
{
    return checkLimit(rule, node, std::greater{}, ">");
}

/// Of the forms that all fail, the one that fits deepest says what is wrong.
SchemaOutcome checkAnyOf(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                         const JsonNode& node)
{
    SchemaOutcome nearest;
    for (const JsonValue& form : arrayOf(rule)) {
        SchemaOutcome outcome = schemas.check(form, node);
        if (!outcome)
            return {};
        if (!nearest || outcome->depth > nearest->depth)
            nearest = std::move(outcome);
    }
    return nearest;
}

SchemaOutcome checkReference(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                             const JsonNode& node)
{
    return schemas.check(schemas.target(rule), node);
}

/// In the order of checking: a key that is not known is reported before the one it replaces.
constexpr std::array keywords{
    SchemaKeyword{"$ref", checkReference},
    SchemaKeyword{"type", checkType},
    SchemaKeyword{"enum", checkEnum},
    SchemaKeyword{"pattern", checkPattern},
    SchemaKeyword{"minLength", checkShortest},
    SchemaKeyword{"minimum", checkMinimum},
    SchemaKeyword{"maximum", checkMaximum},
    SchemaKeyword{"exclusiveMinimum", checkAbove},
    SchemaKeyword{"minItems", checkLeastItems},
    SchemaKeyword{"maxItems", checkMostItems},
    SchemaKeyword{"additionalProperties", checkAdditional},
    SchemaKeyword{"required", checkRequired},
    SchemaKeyword{"properties", checkProperties},
    SchemaKeyword{"items", checkItems},
    SchemaKeyword{"uniqueItems", checkUnique},
    SchemaKeyword{"anyOf", checkAnyOf},
};

} // namespace

std::span<const SchemaKeyword> schemaKeywords()
{
    return keywords;
}

} // namespace guatu
