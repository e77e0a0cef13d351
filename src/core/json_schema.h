// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

#include <string_view>

namespace guatu
{

/// Checks a value against a schema of data/schema by its file name, "style.schema.json". Throws
/// Error(Input) for the first thing that is not as the schema says.
///
/// The schemas are JSON Schema 2020-12, limited to the keywords we use. A schema with any other
/// keyword, or a reference that leads nowhere, throws Error(Internal): nothing goes unchecked.
void checkAgainstSchema(const JsonNode& node, std::string_view schema);

} // namespace guatu
