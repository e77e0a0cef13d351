// SPDX-License-Identifier: MIT
#pragma once

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

/// What a layer draws at its features instead of fills, lines and markers.
using Figure = std::variant<std::monostate, DiscFigure, ChartFigure, BadgeFigure>;

[[nodiscard]] inline bool isFigure(const Figure& figure)
{
    return !std::holds_alternative<std::monostate>(figure);
}

} // namespace guatu
