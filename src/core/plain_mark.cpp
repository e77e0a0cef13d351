// SPDX-License-Identifier: MIT
#include "core/plain_mark.h"

#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <vector>

namespace guatu
{
namespace
{

constexpr std::string_view prefix = "mark-";
constexpr double centre = 8;
constexpr double radius = plainMarkExtent / 2;
using Shape = PlainMark::Shape;

std::string hexOf(const Colour& colour)
{
    std::string hex = fmt::format("{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
    return colour.a == 255 ? hex : hex + fmt::format("{:02X}", colour.a);
}

std::optional<Colour> colourOf(std::string_view hex)
{
    if ((hex.size() != 6 && hex.size() != 8) ||
        hex.find_first_not_of("0123456789ABCDEF") != std::string_view::npos)
        return std::nullopt;
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    for (std::size_t i = 0; 2 * i < hex.size(); ++i)
        std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, parts[i], 16);
    return Colour{parts[0], parts[1], parts[2], parts[3]};
}

std::string paint(std::string_view attribute, const Colour& colour)
{
    return fmt::format(R"( {0}="#{1:02X}{2:02X}{3:02X}" {0}-opacity="{4:.3f}")", attribute,
                       colour.r, colour.g, colour.b, colour.a / 255.0);
}

/// Corners by turn from the top, each at its share of the radius.
std::string corners(std::size_t count, double turn, const std::vector<double>& shares)
{
    std::string path;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle =
            turn + 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        const double reach = radius * shares[i % shares.size()];
        path += fmt::format("{}{:.3f} {:.3f}", i == 0 ? "M" : "L", centre + reach * std::sin(angle),
                            centre - reach * std::cos(angle));
    }
    return path + "Z";
}

std::string pathOf(Shape shape)
{
    constexpr double eighth = std::numbers::pi / 4;
    switch (shape) {
    case Shape::Circle:
        return "M2 8A6 6 0 1 1 14 8A6 6 0 1 1 2 8Z";
    case Shape::Square:
        return corners(4, eighth, {std::numbers::sqrt2});
    case Shape::Diamond:
        return corners(4, 0, {1});
    case Shape::Triangle:
        return "M8 2L14 14L2 14Z";
    case Shape::Pentagon:
        return corners(5, 0, {1});
    case Shape::Hexagon:
        return corners(6, 0, {1});
    case Shape::Star:
        return corners(10, 0, {1, 0.382}); // the inner corners of a pentagram
    case Shape::Plus:
        return "M8 2L8 14M2 8L14 8";
    case Shape::Cross:
        break;
    }
    return "M2 2L14 14M14 2L2 14";
}

} // namespace

std::optional<PlainMark> plainMarkOf(std::string_view symbol)
{
    if (!symbol.starts_with(prefix))
        return std::nullopt;
    const auto parts = split(symbol.substr(prefix.size()), '-');
    if (parts.size() != 2 && parts.size() != 4)
        return std::nullopt;
    const auto* shape = std::ranges::find(plainShapeWords, parts[0]);
    const auto fill = colourOf(parts[1]);
    if (shape == plainShapeWords.end() || !fill)
        return std::nullopt;
    PlainMark mark{.shape = static_cast<Shape>(shape - plainShapeWords.begin()), .fill = *fill};
    if (parts.size() == 4) {
        mark.edge = colourOf(parts[2]);
        int tenths = 0;
        const char* end = parts[3].data() + parts[3].size();
        const auto read = std::from_chars(parts[3].data(), end, tenths);
        if (!mark.edge || read.ec != std::errc{} || read.ptr != end || tenths < 1 || tenths > 99)
            return std::nullopt;
        mark.edgeWidth = tenths / 10.0;
    }
    return mark;
}

std::string nameOf(const PlainMark& mark)
{
    std::string name = fmt::format(
        "{}{}-{}", prefix, plainShapeWords[static_cast<std::size_t>(mark.shape)], hexOf(mark.fill));
    if (mark.edge)
        name += fmt::format("-{}-{}", hexOf(*mark.edge),
                            std::clamp(std::lround(mark.edgeWidth * 10), 1L, 99L));
    return name;
}

std::string svgOf(const PlainMark& mark)
{
    constexpr double lineWidth = 2; // of shapes that are lines
    const bool isLine = mark.shape == Shape::Plus || mark.shape == Shape::Cross;
    std::string look = isLine ? R"( fill="none")" : paint("fill", mark.fill);
    if (isLine && !mark.edge)
        look += paint("stroke", mark.fill) + fmt::format(R"( stroke-width="{}")", lineWidth);
    else if (mark.edge)
        look += paint("stroke", *mark.edge) + fmt::format(R"( stroke-width="{}")", mark.edgeWidth);
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" )"
                       R"(viewBox="0 0 16 16"><path d="{}"{}/></svg>)",
                       pathOf(mark.shape), look);
}

} // namespace guatu
