// SPDX-License-Identifier: MIT
#include "core/colour_ramp.h"

#include <algorithm>
#include <cmath>

namespace guatu
{
namespace
{

Colour mixed(const Colour& from, const Colour& to, double share)
{
    const auto part = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
    };
    return {part(from.r, to.r), part(from.g, to.g), part(from.b, to.b), part(from.a, to.a)};
}

} // namespace

const std::vector<ColourRamp>& colourRamps()
{
    static const std::vector<ColourRamp> ramps{{"warm",
                                                {{0xF8, 0xE3, 0xD6},
                                                 {0xED, 0xB7, 0x9F},
                                                 {0xD9, 0x82, 0x6B},
                                                 {0xB9, 0x50, 0x3D},
                                                 {0x8A, 0x2A, 0x22}}},
                                               {"blue",
                                                {{0xE3, 0xED, 0xF6},
                                                 {0xB4, 0xCF, 0xE8},
                                                 {0x7D, 0xA8, 0xD2},
                                                 {0x45, 0x7D, 0xB4},
                                                 {0x1D, 0x4F, 0x91}}},
                                               {"teal",
                                                {{0xDF, 0xF0, 0xEE},
                                                 {0xAD, 0xD8, 0xD3},
                                                 {0x71, 0xB7, 0xB0},
                                                 {0x38, 0x8E, 0x89},
                                                 {0x0B, 0x5F, 0x66}}},
                                               {"purple",
                                                {{0xF0, 0xE7, 0xF4},
                                                 {0xD3, 0xBB, 0xE0},
                                                 {0xAE, 0x87, 0xC4},
                                                 {0x84, 0x54, 0xA1},
                                                 {0x56, 0x26, 0x78}}},
                                               {"brown",
                                                {{0xF4, 0xEA, 0xDC},
                                                 {0xE0, 0xC9, 0xA5},
                                                 {0xC3, 0x9E, 0x6A},
                                                 {0x99, 0x71, 0x3B},
                                                 {0x65, 0x45, 0x1C}}}};
    return ramps;
}

const std::vector<Colour>& colourStops(std::string_view name)
{
    const auto& ramps = colourRamps();
    const auto found = std::ranges::find(ramps, name, &ColourRamp::name);
    return (found == ramps.end() ? ramps.front() : *found).stops;
}

std::vector<Colour> sampled(const std::vector<Colour>& stops, std::size_t count)
{
    std::vector<Colour> colours;
    const auto last = static_cast<double>(stops.size() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double at =
            count == 1 ? last / 2 : last * static_cast<double>(i) / static_cast<double>(count - 1);
        const auto before = static_cast<std::size_t>(std::floor(at));
        const std::size_t after = std::min(before + 1, stops.size() - 1);
        colours.push_back(mixed(stops[before], stops[after], at - std::floor(at)));
    }
    return colours;
}

} // namespace guatu
