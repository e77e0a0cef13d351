// SPDX-License-Identifier: MIT
#pragma once

#include "core/layer.h"

#include <set>
#include <string>
#include <string_view>

namespace guatu
{

/// What a map shows, kept under a name: schema data/schema/map_theme.schema.json.
struct MapTheme {
    std::string name;
    std::set<std::string> shown; ///< ids of layers; all others are off
    Measure measure = Measure::Households;
    ColourVariant colours = ColourVariant::Standard;
    bool graticule = false, kilometreGrid = false, locator = false;

    friend bool operator==(const MapTheme&, const MapTheme&) = default;
};

/// Throws Error(Input) naming `name`, JSON pointer and expectation.
[[nodiscard]] MapTheme parseMapTheme(std::string_view json, const std::string& name);
/// parseMapTheme(mapThemeJson(theme), name) == theme.
[[nodiscard]] std::string mapThemeJson(const MapTheme& theme);

/// The layers of the definition that are not among the hidden ones: what a theme shows.
[[nodiscard]] std::set<std::string> shownBut(const std::set<std::string>& hidden,
                                             const MapDefinition& definition);

/// The layers of the definition that the theme leaves off.
[[nodiscard]] std::set<std::string> hiddenBy(const MapTheme& theme,
                                             const MapDefinition& definition);

} // namespace guatu
