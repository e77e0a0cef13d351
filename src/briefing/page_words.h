// SPDX-License-Identifier: MIT
#pragma once

#include "core/braced_words.h"

#include <span>
#include <string>
#include <string_view>

namespace guatu::briefing
{

/// The words that texts of templates may hold in braces, sorted.
[[nodiscard]] std::span<const std::string_view> pageWords();

/// The first word in braces that is none of them; empty when there is none.
[[nodiscard]] std::string unknownWord(std::string_view text);

} // namespace guatu::briefing
