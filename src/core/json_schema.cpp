// SPDX-License-Identifier: MIT
#include "core/json_schema.h"

#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <utility>

namespace guatu
{

namespace detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> embeddedSchemas;
}

namespace
{

/// A value that breaks a rule; the deeper its place, the nearer the rule was to what was meant.
struct Violation {
    std::size_t depth;
    Message message;
};
using Outcome = std::optional<Violation>;

Violation violation(const JsonNode& node, std::string id, const Message::Parameters& more = {})
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

/// All schemas, read and checked once.
class SchemaSet
{
public:
    SchemaSet();

    [[nodiscard]] const JsonValue& named(std::string_view file) const
    {
        return m_documents.find(file)->second.root().value();
    }
    [[nodiscard]] const JsonValue& target(const JsonValue& reference) const
    {
        return *m_targets.at(&reference);
    }
    [[nodiscard]] const std::regex& pattern(const JsonValue& rule) const
    {
        return m_patterns.at(&rule);
    }
    [[nodiscard]] Outcome check(const JsonValue& schema, const JsonNode& node) const;

private:
    void prepare(const JsonNode& schema);
    void prepareMembers(const JsonNode& schemas);
    [[nodiscard]] const JsonValue& resolve(const JsonNode& reference) const;

    std::map<std::string, JsonDocument, std::less<>> m_documents;
    std::map<const JsonValue*, std::regex> m_patterns;
    std::map<const JsonValue*, const JsonValue*> m_targets; ///< of each `$ref`
};

// One function for each keyword: what a value must be for the schema's `rule`.

Outcome checkType(const SchemaSet&, const JsonValue&, const JsonValue& rule, const JsonNode& node)
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

Outcome checkProperties(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                        const JsonNode& node)
{
    for (const JsonMember& property : std::get<JsonValue::Object>(rule.data))
        if (const auto member = node.find(property.key))
            if (Outcome outcome = schemas.check(property.value, *member))
                return outcome;
    return {};
}

Outcome checkRequired(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                      const JsonNode& node)
{
    if (std::holds_alternative<JsonValue::Object>(node.value().data))
        for (const JsonValue& key : arrayOf(rule))
            if (!node.has(textOf(key)))
                return violation(node, "definition.missing_key", {{"key", textOf(key)}});
    return {};
}

Outcome checkAdditional(const SchemaSet& schemas, const JsonValue& schema, const JsonValue& rule,
                        const JsonNode& node)
{
    if (!std::holds_alternative<JsonValue::Object>(node.value().data))
        return {};
    const JsonValue* properties = schema.find("properties");
    for (const auto& [key, member] : node.members()) {
        if (properties != nullptr && properties->find(key) != nullptr)
            continue;
        if (rule == JsonValue{false})
            return violation(node, "definition.unknown_key", {{"key", key}});
        if (Outcome outcome = schemas.check(rule, member))
            return outcome;
    }
    return {};
}

Outcome checkItems(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                   const JsonNode& node)
{
    if (std::holds_alternative<JsonValue::Array>(node.value().data))
        for (const JsonNode& item : node.items())
            if (Outcome outcome = schemas.check(rule, item))
                return outcome;
    return {};
}

Outcome checkLeastItems(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                        const JsonNode& node)
{
    const auto* array = std::get_if<JsonValue::Array>(&node.value().data);
    if (array == nullptr || static_cast<double>(array->size()) >= numberOf(rule))
        return {};
    return violation(node, "definition.too_few", {{"least", rule.brief()}});
}

Outcome checkMostItems(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                       const JsonNode& node)
{
    const auto* array = std::get_if<JsonValue::Array>(&node.value().data);
    if (array == nullptr || static_cast<double>(array->size()) <= numberOf(rule))
        return {};
    return violation(node, "definition.too_many", {{"most", rule.brief()}});
}

Outcome checkUnique(const SchemaSet&, const JsonValue&, const JsonValue&, const JsonNode& node)
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

Outcome checkEnum(const SchemaSet&, const JsonValue&, const JsonValue& rule, const JsonNode& node)
{
    if (std::ranges::find(arrayOf(rule), node.value()) != arrayOf(rule).end())
        return {};
    return violation(node, "definition.allowed", {{"allowed", listOf(arrayOf(rule))}});
}

Outcome checkPattern(const SchemaSet& schemas, const JsonValue& schema, const JsonValue& rule,
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

Outcome checkShortest(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                      const JsonNode& node)
{
    const auto* text = std::get_if<std::string>(&node.value().data);
    if (text == nullptr || static_cast<double>(decodeUtf8(*text).size()) >= numberOf(rule))
        return {};
    return violation(node, "definition.too_short", {{"least", rule.brief()}});
}

template <typename Compare>
Outcome checkLimit(const JsonValue& rule, const JsonNode& node, Compare holds,
                   std::string_view sign)
{
    const double* number = std::get_if<double>(&node.value().data);
    if (number == nullptr || holds(*number, numberOf(rule)))
        return {};
    return violation(node, "definition.limit",
                     {{"limit", fmt::format("{} {}", sign, rule.brief())}});
}

Outcome checkMinimum(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                     const JsonNode& node)
{
    return checkLimit(rule, node, std::greater_equal{}, ">=");
}

Outcome checkMaximum(const SchemaSet&, const JsonValue&, const JsonValue& rule,
                     const JsonNode& node)
{
    return checkLimit(rule, node, std::less_equal{}, "<=");
}

Outcome checkAbove(const SchemaSet&, const JsonValue&, const JsonValue& rule, const JsonNode& node)
{
    return checkLimit(rule, node, std::greater{}, ">");
}

/// Of the forms that all fail, the one that fits deepest says what is wrong.
Outcome checkAnyOf(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                   const JsonNode& node)
{
    Outcome nearest;
    for (const JsonValue& form : arrayOf(rule)) {
        Outcome outcome = schemas.check(form, node);
        if (!outcome)
            return {};
        if (!nearest || outcome->depth > nearest->depth)
            nearest = std::move(outcome);
    }
    return nearest;
}

Outcome checkReference(const SchemaSet& schemas, const JsonValue&, const JsonValue& rule,
                       const JsonNode& node)
{
    return schemas.check(schemas.target(rule), node);
}

struct Keyword {
    std::string_view name;
    Outcome (*check)(const SchemaSet&, const JsonValue& schema, const JsonValue& rule,
                     const JsonNode& node);
};

/// In the order of checking: a key that is not known is reported before the one it replaces.
constexpr std::array keywords{
    Keyword{"$ref", checkReference},
    Keyword{"type", checkType},
    Keyword{"enum", checkEnum},
    Keyword{"pattern", checkPattern},
    Keyword{"minLength", checkShortest},
    Keyword{"minimum", checkMinimum},
    Keyword{"maximum", checkMaximum},
    Keyword{"exclusiveMinimum", checkAbove},
    Keyword{"minItems", checkLeastItems},
    Keyword{"maxItems", checkMostItems},
    Keyword{"additionalProperties", checkAdditional},
    Keyword{"required", checkRequired},
    Keyword{"properties", checkProperties},
    Keyword{"items", checkItems},
    Keyword{"uniqueItems", checkUnique},
    Keyword{"anyOf", checkAnyOf},
};

constexpr std::array<std::string_view, 6> annotations{"$schema", "$id",         "$defs",
                                                      "title",   "description", "examples"};

[[noreturn]] void failSchema(const JsonNode& schema, const std::string& key)
{
    throw Error(ErrorKind::Internal, schema.complaint("definition.schema", {{"key", key}}));
}

SchemaSet::SchemaSet()
{
    for (const auto& [name, text] : detail::embeddedSchemas)
        m_documents.emplace(name, JsonDocument(text, std::string(name)));
    for (const auto& [name, document] : m_documents)
        prepare(document.root());
}

void SchemaSet::prepareMembers(const JsonNode& schemas)
{
    for (const auto& [key, schema] : schemas.members())
        prepare(schema);
}

/// Checks that every keyword, there and below, is one of ours, and compiles the patterns.
void SchemaSet::prepare(const JsonNode& schema)
{
    if (std::holds_alternative<bool>(schema.value().data))
        return;
    for (const auto& [key, rule] : schema.members()) {
        if (std::ranges::find(keywords, key, &Keyword::name) == keywords.end() &&
            std::ranges::find(annotations, key) == annotations.end())
            failSchema(schema, key);
        if (key == "properties" || key == "$defs")
            prepareMembers(rule);
        else if (key == "items" || key == "additionalProperties")
            prepare(rule);
        else if (key == "$ref")
            m_targets.emplace(&rule.value(), &resolve(rule));
        else if (key == "anyOf")
            for (const JsonNode& form : rule.items())
                prepare(form);
        else if (key == "pattern" && !schema.has("examples"))
            failSchema(schema, key); // messages show the example
        else if (key == "pattern")
            m_patterns.emplace(&rule.value(), std::regex(rule.text()));
    }
}

/// `reference` as "#/$defs/name" of the schema it stands in, or "other.schema.json#/$defs/name".
const JsonValue& SchemaSet::resolve(const JsonNode& reference) const
{
    const auto parts = split(reference.text(), '#');
    const auto document = m_documents.find(parts[0].empty() ? reference.file() : parts[0]);
    constexpr std::string_view prefix = "/$defs/";
    if (document == m_documents.end() || parts.size() != 2 || !parts[1].starts_with(prefix))
        failSchema(reference, reference.text());
    return document->second.root()["$defs"][parts[1].substr(prefix.size())].value();
}

Outcome SchemaSet::check(const JsonValue& schema, const JsonNode& node) const
{
    for (const Keyword& keyword : keywords)
        if (const JsonValue* rule = schema.find(keyword.name))
            if (Outcome outcome = keyword.check(*this, schema, *rule, node))
                return outcome;
    return {};
}

} // namespace

void checkAgainstSchema(const JsonNode& node, std::string_view schema)
{
    static const SchemaSet schemas;
    if (const auto outcome = schemas.check(schemas.named(schema), node))
        throw inputError(outcome->message);
}

} // namespace guatu
