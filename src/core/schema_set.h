// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

#include <map>
#include <optional>
#include <regex>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu
{

/// A value that breaks a rule; the deeper its place, the nearer the rule was to what was meant.
struct SchemaViolation {
    std::size_t depth;
    Message message;
};
using SchemaOutcome = std::optional<SchemaViolation>;

/// JSON Schemas (2020-12, limited to the keywords of schema_keywords.cpp) that may refer to each
/// other, read and checked once.
class SchemaSet
{
public:
    /// Of files by name and text. Throws Error(Internal) for a keyword that is not known or a
    /// reference that leads nowhere, so that nothing goes unchecked.
    explicit SchemaSet(const std::vector<std::pair<std::string_view, std::string_view>>& files);
    SchemaSet(const SchemaSet&) = delete;
    SchemaSet& operator=(const SchemaSet&) = delete;

    [[nodiscard]] const JsonValue& named(std::string_view file) const
    {
        return m_documents.find(file)->second.root().value();
    }

    /// The first thing of the value that is not as the schema says.
    [[nodiscard]] SchemaOutcome check(const JsonValue& schema, const JsonNode& node) const;

    /// What a `$ref` stands for.
    [[nodiscard]] const JsonValue& target(const JsonValue& reference) const
    {
        return *m_targets.at(&reference);
    }
    [[nodiscard]] const std::regex& pattern(const JsonValue& rule) const
    {
        return m_patterns.at(&rule);
    }

private:
    void prepare(const JsonNode& schema);
    void prepareMembers(const JsonNode& schemas);
    [[nodiscard]] const JsonValue& resolve(const JsonNode& reference) const;

    std::map<std::string, JsonDocument, std::less<>> m_documents;
    std::map<const JsonValue*, std::regex> m_patterns;
    std::map<const JsonValue*, const JsonValue*> m_targets;
};

} // namespace guatu
