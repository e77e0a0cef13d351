// SPDX-License-Identifier: MIT
#pragma once

#include "core/condition.h"
#include "core/definition.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guatu
{

/// Red, green, blue, opacity, 0 to 255; from "#RRGGBB" or "#RRGGBBAA".
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Pattern : std::uint8_t { None, Crosses, Diagonal, Dots, Rings };

/// A line as a cartographer gives it. Sizes in millimetres on paper and, at the screen's
/// nominal 96 dpi, on screen.
struct Stroke {
    Colour colour{};
    double width = 0.25;               ///< mm
    std::vector<double> dash{};        ///< mm on, mm off, ...; empty is solid
    std::optional<Colour> casing{};    ///< drawn under the line
    double casingWidth = 0;            ///< mm, the whole width of the casing
    bool inside = false;               ///< areas: the line lies inside the edge
    std::optional<double> secondGap{}; ///< mm; a second, equal line this far further in
};

struct Fill {
    Colour colour{};
    Pattern pattern = Pattern::None;
    Colour patternColour{};
};

/// A pictogram: an SVG of styles/symbols by name.
struct Marker {
    std::string symbol;
    double size = 2.6; ///< mm
};

/// How one class of features is drawn and named in the legend.
struct Symbol {
    std::optional<Fill> fill{};
    std::vector<Stroke> strokes{}; ///< bottom to top
    std::optional<Marker> marker{};
};

/// A class: the features whose condition is met (first match wins), and their look.
struct StyleClass {
    std::string id;
    LocalText title;
    Condition when{}; ///< empty All: everything that is left
    Symbol symbol{};
    bool inLegend = true;
    double minScale = 0;    ///< drawn when the denominator is >= this ...
    double maxScale = 1e12; ///< ... and <= this
};

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
};

/// styles/*.json, schema data/schema/style.schema.json.
struct Style {
    std::string id;
    std::vector<StyleClass> classes;
    std::vector<LabelStyle> labels; ///< the first whose scale and condition fit
};

[[nodiscard]] Style loadStyle(const std::filesystem::path& file);
[[nodiscard]] Style parseStyle(std::string_view json, const std::string& name);

} // namespace guatu
