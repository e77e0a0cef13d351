// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace guatu
{

/// The text with every word in braces replaced: "{unit}挂图" asks for the word unit.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::function<std::string(std::string_view)>& replacement);

} // namespace guatu
