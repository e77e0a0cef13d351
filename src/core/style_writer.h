// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"
#include "core/style.h"

#include <string>

namespace guatu
{

/// A condition as definitions write it; the empty All has no form there and gives null.
[[nodiscard]] JsonValue conditionValue(const Condition& condition);

/// A style as a value that fits data/schema/style.schema.json; members that say what holds anyway
/// are left out.
[[nodiscard]] JsonValue styleValue(const Style& style);

/// The same as text: parseStyle(styleJson(s), name) == s. A style without id or a text in one
/// language only is completed so that it can be read again.
[[nodiscard]] std::string styleJson(const Style& style);

} // namespace guatu
