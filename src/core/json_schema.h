// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

#include <string_view>

namespace guatu
{

/// Checks a value against a schema of data/schema by its file name, "style.schema.json". Throws
/// Error(Input) for the first thing that is not as the schema says.
void checkAgainstSchema(const JsonNode& node, std::string_view schema);

} // namespace guatu
