// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace guatu
{

/// A mark of one shape and colour that needs no file among the pictograms: the symbol
/// "mark-circle-D7191C" is a red disc, "mark-star-D7191C-000000-8" one with a black edge of 0.8 of
/// the 16 units of a pictogram. Colours are RRGGBB or RRGGBBAA.
struct PlainMark {
    enum class Shape : std::uint8_t {
        Circle,
        Square,
        Diamond,
        Triangle,
        Pentagon,
        Hexagon,
        Star,
        Plus, ///< lines only: in the edge's colour when there is an edge, else the fill's
        Cross
    };
    Shape shape = Shape::Circle;
    Colour fill{};
    std::optional<Colour> edge{};
    double edgeWidth = 1; ///< of 16 units, in steps of 0.1

    friend bool operator==(const PlainMark&, const PlainMark&) = default;
};

inline constexpr std::array<std::string_view, 9> plainShapeWords{
    "circle", "square", "diamond", "triangle", "pentagon", "hexagon", "star", "plus", "cross"};
/// How far a mark reaches across the 16 units of a pictogram.
inline constexpr double plainMarkExtent = 12;

/// The mark a symbol names; none for pictograms of the folder.
[[nodiscard]] std::optional<PlainMark> plainMarkOf(std::string_view symbol);
/// plainMarkOf(nameOf(mark)) == mark, for edges of 0.1 to 9.9 units.
[[nodiscard]] std::string nameOf(const PlainMark& mark);
/// The mark as SVG 1.1, 16 units wide.
[[nodiscard]] std::string svgOf(const PlainMark& mark);

} // namespace guatu
