// SPDX-License-Identifier: MIT
#include "core/schema_set.h"

#include "core/schema_keywords.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

constexpr std::array<std::string_view, 6> annotations{"$schema", "$id",         "$defs",
                                                      "title",   "description", "examples"};

bool isKeyword(std::string_view key)
{
    const auto known = schemaKeywords();
    return std::ranges::find(known, key, &SchemaKeyword::name) != known.end();
}

bool isFalse(const JsonValue& value)
{
    return value == JsonValue{false};
}

[[noreturn]] void failSchema(const JsonNode& schema, const std::string& key)
{
    throw Error(ErrorKind::Internal, schema.complaint("definition.schema", {{"key", key}}));
}

} // namespace

SchemaSet::SchemaSet(const std::vector<std::pair<std::string_view, std::string_view>>& files)
{
    for (const auto& [name, text] : files)
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
    if (!std::holds_alternative<JsonValue::Object>(schema.value().data))
        failSchema(schema, schema.value().brief());
    for (const auto& [key, rule] : schema.members()) {
        if (!isKeyword(key) && std::ranges::find(annotations, key) == annotations.end())
            failSchema(schema, key);
        if (key == "properties" || key == "$defs")
            prepareMembers(rule);
        else if (key == "items" || (key == "additionalProperties" && !isFalse(rule.value())))
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
    constexpr std::string_view prefix = "/$defs/";
    const auto parts = split(reference.text(), '#');
    const auto document = m_documents.find(parts[0].empty() ? reference.file() : parts[0]);
    if (document == m_documents.end() || parts.size() != 2 || !parts[1].starts_with(prefix))
        failSchema(reference, reference.text());
    const JsonValue* definitions = document->second.root().value().find("$defs");
    const JsonValue* found =
        definitions == nullptr ? nullptr : definitions->find(parts[1].substr(prefix.size()));
    if (found == nullptr)
        failSchema(reference, reference.text());
    return *found;
}

SchemaOutcome SchemaSet::check(const JsonValue& schema, const JsonNode& node) const
{
    for (const SchemaKeyword& keyword : schemaKeywords())
        if (const JsonValue* rule = schema.find(keyword.name))
            if (SchemaOutcome outcome = keyword.check(*this, schema, *rule, node))
                return outcome;
    return {};
}

} // namespace guatu
