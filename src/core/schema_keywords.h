// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema_set.h"

#include <span>

namespace guatu
{

/// What a keyword of a schema asks of a value; `rule` is what stands at the keyword in `schema`.
struct SchemaKeyword {
    std::string_view name;
    SchemaOutcome (*check)(const SchemaSet& schemas, const JsonValue& schema, const JsonValue& rule,
                           const JsonNode& node);
};

/// Every keyword we know, in the order of checking.
[[nodiscard]] std::span<const SchemaKeyword> schemaKeywords();

} // namespace guatu
