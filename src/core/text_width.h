// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace guatu
{

/// How many cells of a terminal, or of a ruled page, a text takes: Han, kana, hangul, full-width
/// forms and their punctuation two (Unicode Standard Annex 11: W and F), combining marks and
/// controls none, everything else one.
[[nodiscard]] int textWidth(std::string_view utf8);

} // namespace guatu
