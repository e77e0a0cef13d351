// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace guatu
{

/// A text as a file's name on every system: what none allows (control characters and \/:*?"<>|)
/// becomes a hyphen, blanks and dots at the ends go, names that Windows keeps for itself get an
/// underscore, and at most 120 bytes stay, cut between characters. Never empty.
[[nodiscard]] std::string legalFileName(std::string_view text);

} // namespace guatu
