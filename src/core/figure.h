// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"
#include "core/definition.h"

#include <string>
#include <variant>
#include <vector>

namespace guatu
{

/// A disc at each feature, its area in proportion to a number; what is not known is hollow, and 0
/// draws nothing. Its class gives the colour.
struct DiscFigure {
    std::string field;
    double least = 1.5;   ///< mm across, however small the number
    double most = 12;     ///< mm across, of the largest number
    LocalText unitWord{}; ///< of the values: 人

    friend bool operator==(const DiscFigure&, const DiscFigure&) = default;
};

/// A part of a chart: a number, and the class that names and colours it.
struct ChartPart {
    std::string styleClass;
    std::string field;

    friend bool operator==(const ChartPart&, const ChartPart&) = default;
};

/// Parts of a whole at each feature, in order, with the whole as a number. Every feature has all
/// parts; legends sum them up. Sizes are diameters or lengths, by the whole; equal ones are fixed.
struct ChartFigure {
    bool isBar = false; ///< else a ring
    std::vector<ChartPart> parts;
    double least = 6, most = 6; ///< mm
    LocalText unitWord{};

    friend bool operator==(const ChartFigure&, const ChartFigure&) = default;
};

/// A number in a badge at each feature where it is above 0. Its class gives the colour.
struct BadgeFigure {
    std::string field;
    double size = 4.2; ///< mm high
    LocalText unitWord{};

    friend bool operator==(const BadgeFigure&, const BadgeFigure&) = default;
};

/// How densely the layer's points lie, as a shaded surface: each point is spread over the ground
/// around it, and what comes together is shaded by its amount per square kilometre. Points of
/// classes whose symbol has a fill count; those of others are only counted by the legend. Nobody
/// can be found by it: a point reaches no less than leastHeatRadius, and one with fewer than
/// fewestInHeat, itself among them, within its reach is left out.
struct HeatFigure {
    std::string field{};       ///< number that a point counts with; empty: each counts 1
    double radius = 1500;      ///< how far a point reaches: metres, at every scale the same, or ...
    bool onPaper = false;      ///< ... mm of the picture
    std::string ramp = "warm"; ///< see colourRamps() ...
    std::vector<Colour> colours{}; ///< ... unless given here, light to dark
    double least = 0;              ///< per square kilometre: less is not shaded
    double most = 0;               ///< likewise: as much and more is darkest; 0: by what there is
    LocalText unitWord{};

    friend bool operator==(const HeatFigure&, const HeatFigure&) = default;
};
inline constexpr double leastHeatRadius = 500; // metres
inline constexpr std::size_t fewestInHeat = 3;

/// Lines of two ends as curved arrows from the first to the last, as wide as a number is large.
/// Its class gives the colour.
struct FlowFigure {
    std::string field;
    double least = 0.4; ///< mm, however small the number
    double most = 3;    ///< mm, of the largest number
    LocalText unitWord{};

    friend bool operator==(const FlowFigure&, const FlowFigure&) = default;
};

/// What a layer draws at its features instead of fills, lines and markers.
using Figure =
    std::variant<std::monostate, DiscFigure, ChartFigure, BadgeFigure, HeatFigure, FlowFigure>;

[[nodiscard]] inline bool isFigure(const Figure& figure)
{
    return !std::holds_alternative<std::monostate>(figure);
}

} // namespace guatu
