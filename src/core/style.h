// SPDX-License-Identifier: MIT
#pragma once

#include "core/classification.h"
#include "core/condition.h"
#include "core/definition.h"
#include "core/figure.h"
#include "core/symbol.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guatu
{

/// A class: the features whose condition is met (first match wins), and their look.
struct StyleClass {
    std::string id;
    LocalText title;
    Condition when{}; ///< empty All: everything that is left
    Symbol symbol{};
    bool inLegend = true;
    double minScale = 0;    ///< drawn when the denominator is >= this ...
    double maxScale = 1e12; ///< ... and <= this
    /// Instead of `symbol`; without it the symbol serves there too.
    std::optional<Symbol> colourBlind{}, grey{};

    friend bool operator==(const StyleClass&, const StyleClass&) = default;
};

/// For whom a map is coloured.
enum class ColourVariant : std::uint8_t {
    Standard,
    ColourBlind, ///< apart for deuteranopes and protanopes
    Grey         ///< apart on a printer or copier without colours
};

/// "standard", "colour-blind", "grey", and back; none for other words.
[[nodiscard]] std::string_view toString(ColourVariant variant);
[[nodiscard]] std::optional<ColourVariant> colourVariantFrom(std::string_view word);

/// Names on the map.
struct LabelStyle {
    std::string field = "name";
    double size = 12; ///< CSS pixels: 1/96 inch
    bool bold = false;
    Colour colour{27, 36, 48, 255};
    Colour halo{255, 255, 255, 235};
    double haloWidth = 1.75; ///< CSS pixels
    int priority = 0;        ///< higher is placed first
    double minScale = 0, maxScale = 1e12;
    std::optional<Condition> when{};
    std::optional<Marker> badge{}; ///< a sign before the name, as 督 before listed places
    std::optional<Marker> colourBlindBadge{}, greyBadge{}; ///< instead of `badge`
    double wrap = 0;   ///< ems; a longer name stands on two lines. 0: never
    double repeat = 0; ///< mm between names along a line, and equal names near it. 0: once a line
    bool mask = false; ///< a plate of the halo's colour under the name hides lines

    friend bool operator==(const LabelStyle&, const LabelStyle&) = default;
};

/// styles/*.json, schema data/schema/style.schema.json.
struct Style {
    std::string id;
    std::vector<StyleClass> classes;                ///< may be empty beside a classification
    std::optional<Classification> classification{}; ///< classes that follow from values
    Figure figure{};                                ///< drawn instead of the classes' symbols
    std::vector<LabelStyle> labels;                 ///< the first whose scale and condition fit

    friend bool operator==(const Style&, const Style&) = default;
};

[[nodiscard]] Style loadStyle(const std::filesystem::path& file);
[[nodiscard]] Style parseStyle(std::string_view json, const std::string& name);

} // namespace guatu
