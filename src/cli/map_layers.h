// SPDX-License-Identifier: MIT
#pragma once

#include "core/map_theme.h"

#include <filesystem>
#include <set>
#include <string>

namespace guatu::cli
{

/// The layers that are off when only those of a comma-separated list are wanted; when it is empty,
/// those that are off at first. Throws Error(Input) for one that does not exist.
[[nodiscard]] std::set<std::string> hiddenLayers(const MapDefinition& definition,
                                                 const std::string& wanted);

/// The variant of the word of --colours. Throws Error(Input).
[[nodiscard]] ColourVariant variantOf(const std::string& word);

/// The map theme that a workspace keeps under the name. Throws Error(Input) naming those it has.
[[nodiscard]] MapTheme themeNamed(const std::filesystem::path& workspace, const std::string& name);

} // namespace guatu::cli
