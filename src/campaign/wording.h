// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "core/profile.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu::campaign
{

/// Parameters of a sentence, each in both languages.
using LocalParameters = std::vector<std::pair<std::string, LocalText>>;

/// A sentence of the catalogue in both languages.
[[nodiscard]] LocalText sentence(std::string_view id, const LocalParameters& parameters = {});

/// The same text in both languages: names, codes, figures.
[[nodiscard]] LocalText plain(std::string text);

/// One after another, with 、 and a comma between.
[[nodiscard]] LocalText listed(const std::vector<LocalText>& parts);

/// The title of a word in a code list of the profile; the word itself when it has none.
[[nodiscard]] LocalText titleOf(const Profile& profile, const std::string& list,
                                std::string_view word);

/// With at most so many decimals, and no zeros at the end.
[[nodiscard]] std::string shown(double number, int decimals);
/// With exactly so many decimals.
[[nodiscard]] std::string fixed(double number, int decimals);

} // namespace guatu::campaign
