// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

namespace guatu
{

/// A value as JSON on one line, UTF-8, members in their order; numbers as short as they read back
/// the same. Throws Error(Internal) for a number that JSON has no word for.
[[nodiscard]] std::string jsonText(const JsonValue& value);

} // namespace guatu
