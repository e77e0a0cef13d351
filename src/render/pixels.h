// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace guatu::render
{

/// A colour as pixels hold it: 0xAARRGGBB, colour multiplied by opacity.
using Pixel = std::uint32_t;

/// A rectangle of pixels in somebody's memory.
struct Pixels {
    Pixel* bits;
    std::ptrdiff_t stride; ///< pixels from row to row
    int width, height;

    [[nodiscard]] Pixel* row(int y) const { return bits + y * stride; }
};

/// Every part times `share` of 255, rounded.
[[nodiscard]] inline Pixel scaled(Pixel p, std::uint32_t share)
{
    std::uint32_t rb = (p & 0xFF00FFU) * share;
    std::uint32_t ag = ((p >> 8U) & 0xFF00FFU) * share;
    rb = (rb + ((rb >> 8U) & 0xFF00FFU) + 0x800080U) >> 8U;
    ag = (ag + ((ag >> 8U) & 0xFF00FFU) + 0x800080U);
    return (rb & 0xFF00FFU) | (ag & 0xFF00FF00U);
}

/// `above` laid over `below`.
[[nodiscard]] inline Pixel over(Pixel above, Pixel below)
{
    return above + scaled(below, 255U - (above >> 24U));
}

/// The product of two shares of 255, rounded.
[[nodiscard]] inline std::uint32_t product(std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t p = a * b + 128U;
    return (p + (p >> 8U)) >> 8U;
}

} // namespace guatu::render
