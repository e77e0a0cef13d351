// SPDX-License-Identifier: MIT
#include "render/stroke_mask.h"

#include <experimental/simd>

namespace guatu::render
{
namespace
{

namespace stdx = std::experimental::parallelism_v2;

/// Pens are a few pixels wide: more lanes would mostly idle.
using Four = stdx::simd<float, stdx::simd_abi::deduce_t<float, 4>>;
using Bytes = stdx::rebind_simd_t<std::uint8_t, Four>;

/// A segment and what its pixels are measured with.
struct Pen {
    float x0, y0, dx, dy, perLength2, perLength, half;
};

/// The share of a pixel that a band of `half` on both sides covers at distance `d` from its middle.
template <class Number>
[[gnu::always_inline]] inline Number share(const Number& d, const Number& half)
{
    using std::max;
    using std::min;
    return max(Number(0), min(half, d + Number(0.5F)) - max(-half, d - Number(0.5F)));
}

void strokeRow(const Pen& pen, float y, int left, int right, std::uint8_t* row)
{
    constexpr int lanes = Four::size();
    const float py = y - pen.y0;
    const Four acrossY = py * pen.dy;
    const Four half = pen.half;
    Four px([&](int i) { return static_cast<float>(left + i) + 0.5F - pen.x0; });
    for (int x = left; x < right; x += lanes, px += lanes) {
        const Four t =
            min(Four(1), max(Four(0), (px * Four(pen.dx) + acrossY) * Four(pen.perLength2)));
        const Four ex = px - t * Four(pen.dx);
        const Four ey = Four(py) - t * Four(pen.dy);
        const Four alphas = share(sqrt(ex * ex + ey * ey), half) * Four(255) + Four(0.5F);
        const Bytes covered(row + x, stdx::element_aligned);
        max(covered, stdx::static_simd_cast<Bytes>(stdx::static_simd_cast<std::int32_t>(alphas)))
            .copy_to(row + x, stdx::element_aligned);
    }
}

void strokeRowFlat(const Pen& pen, float y, int left, int right, std::uint8_t* row, bool flatStart,
                   bool flatEnd)
{
    const float length = 1 / pen.perLength;
    const float py = y - pen.y0;
    for (int x = left; x < right; ++x) {
        const float px = static_cast<float>(x) + 0.5F - pen.x0;
        const float along = (px * pen.dx + py * pen.dy) * pen.perLength;
        const float t = std::clamp(along, 0.0F, length) * pen.perLength;
        const float off = flatStart && along < 0      ? along
                          : flatEnd && along > length ? along - length
                                                      : 0;
        float ex = px - t * pen.dx;
        float ey = py - t * pen.dy;
        if (off != 0) { // beside a flat end only the distance across counts
            ex -= off * pen.dx * pen.perLength;
            ey -= off * pen.dy * pen.perLength;
        }
        float cover = share(std::sqrt(ex * ex + ey * ey), pen.half);
        if (flatStart)
            cover *= std::clamp(along + 0.5F, 0.0F, 1.0F);
        if (flatEnd)
            cover *= std::clamp(length - along + 0.5F, 0.0F, 1.0F);
        const auto alpha = static_cast<std::int32_t>(cover * 255.0F + 0.5F);
        row[x] = static_cast<std::uint8_t>(std::max<std::int32_t>(row[x], alpha));
    }
}

} // namespace

StrokeMask::StrokeMask()
    : m_mask(static_cast<std::size_t>(tileSide * stride)),
      m_reach(static_cast<std::size_t>(tileSide))
{
}

void StrokeMask::addSegment(float x0, float y0, float x1, float y1, float halfWidth)
{
    addSegment(x0, y0, x1, y1, halfWidth, false, false);
}

void StrokeMask::addSegment(float x0, float y0, float x1, float y1, float halfWidth, bool flatStart,
                            bool flatEnd)
{
    constexpr auto side = static_cast<float>(tileSide);
    const float reach = halfWidth + 0.5F;
    const float top = std::max(std::min(y0, y1) - reach, 0.0F);
    const float bottom = std::min(std::max(y0, y1) + reach, side);
    const float west = std::max(std::min(x0, x1) - reach, 0.0F);
    const float east = std::min(std::max(x0, x1) + reach, side);
    if (top >= bottom || west >= east)
        return;
    const float dx = x1 - x0;
    const float dy = y1 - y0;
    const float length2 = dx * dx + dy * dy;
    const float perLength2 = length2 > 0 ? 1 / length2 : 0;
    const Pen pen{x0, y0, dx, dy, perLength2, std::sqrt(perLength2), halfWidth};
    const bool flat = length2 > 0 && (flatStart || flatEnd);

    const int first = static_cast<int>(top);
    const int last = std::min(static_cast<int>(std::ceil(bottom)), tileSide);
    m_top = std::min(m_top, first);
    m_bottom = std::max(m_bottom, last);
    // How far the pen reaches to both sides of the line within a row.
    const float slope = std::abs(dy) > 0.01F ? dx / dy : 0;
    const float aside =
        std::abs(dy) > 0.01F ? reach * std::sqrt(1 + slope * slope) + std::abs(slope) / 2 : side;
    for (int y = first; y < last; ++y) {
        const float middle = static_cast<float>(y) + 0.5F;
        float left = west;
        float right = east;
        if (aside < side) {
            const float at = x0 + (middle - y0) * slope;
            left = std::max(left, at - aside);
            right = std::min(right, at + aside);
        }
        if (left >= right)
            continue;
        const int from = static_cast<int>(left);
        const int to = std::min(static_cast<int>(std::ceil(right)), tileSide);
        Reach& touched = m_reach[static_cast<std::size_t>(y)];
        touched.left = std::min(touched.left, from);
        touched.right = std::max(touched.right, std::min(from + (to - from + 3) / 4 * 4, tileSide));
        std::uint8_t* row = &m_mask[static_cast<std::size_t>(y * stride)];
        if (flat)
            strokeRowFlat(pen, middle, from, to, row, flatStart, flatEnd);
        else
            strokeRow(pen, middle, from, to, row);
    }
}

} // namespace guatu::render
