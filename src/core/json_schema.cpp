// SPDX-License-Identifier: MIT
#include "core/json_schema.h"

#include "core/schema_set.h"

namespace guatu
{

namespace detail
{
/// The schemas of data/schema by name, put in by the build.
extern const std::vector<std::pair<std::string_view, std::string_view>> embeddedSchemas;
} // namespace detail

void checkAgainstSchema(const JsonNode& node, std::string_view schema)
{
    static const SchemaSet schemas(detail::embeddedSchemas);
    if (const auto outcome = schemas.check(schemas.named(schema), node))
        throw inputError(outcome->message);
}

} // namespace guatu
