// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

#include <string_view>

namespace guatu::campaign::query
{

/// A file of data/queries, as it came with the program.
[[nodiscard]] JsonDocument queryFile(std::string_view name);

} // namespace guatu::campaign::query
