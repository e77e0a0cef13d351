// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu
{

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

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Fill {
    Colour colour{};
    Pattern pattern = Pattern::None;
    Colour patternColour{};

    friend bool operator==(const Fill&, const Fill&) = default;
};

/// A pictogram: an SVG of styles/symbols by name.
struct Marker {
    std::string symbol;
    double size = 2.6; ///< mm

    friend bool operator==(const Marker&, const Marker&) = default;
};

/// How one class of features is drawn and named in the legend.
struct Symbol {
    std::optional<Fill> fill{};
    std::vector<Stroke> strokes{}; ///< bottom to top
    std::optional<Marker> marker{};

    friend bool operator==(const Symbol&, const Symbol&) = default;
};

} // namespace guatu
