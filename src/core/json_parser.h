// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

namespace guatu
{

/// The value a text holds, under the rules of JsonDocument (its length apart). `file` is for
/// messages.
[[nodiscard]] JsonValue parseJson(std::string_view text, const std::string& file);

} // namespace guatu
