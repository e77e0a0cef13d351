// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "core/layer.h"
#include "core/profile.h"

#include <QString>

#include <string>
#include <string_view>

namespace guatu::desktop
{

class Texts;

/// What a column of the map's tables is called; its own name when nobody named it.
[[nodiscard]] QString mapFieldTitle(std::string_view field, const Texts& texts);

/// What the numbers of a column are counted in: 户, 人, %; empty for plain numbers.
[[nodiscard]] LocalText mapFieldUnit(std::string_view field);

/// What a word of a column says: as a style of the definition names the class that holds just it,
/// else as the profile's code lists do, else the word.
[[nodiscard]] LocalText mapWordTitle(const std::string& source, const std::string& field,
                                     const std::string& word, const MapDefinition& definition,
                                     const Profile& profile);

} // namespace guatu::desktop
