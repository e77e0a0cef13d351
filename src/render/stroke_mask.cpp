// SPDX-License-Identifier: MIT
#include "render/stroke_mask.h"

#include <array>

namespace guatu::render
{
namespace
{

/// A segment and what its pixels are measured with.
struct Pen {
    float x0, y0, dx, dy, perLength2, perLength, half;
};

/// The share of a pixel that a band of `half` on both sides covers at distance `d` from its middle.
inline float share(float d, float half)
{
    return std::max(0.0F, std::min(half, d + 0.5F) - std::max(-half, d - 0.5F));
}

void strokeRow(const Pen& pen, float y, int left, int right, std::uint8_t* row)
{
    constexpr int lanes = 4; // loops of a fixed length become vector instructions
    const float py = y - pen.y0;
    const float acrossY = py * pen.dy;
    for (int x = left; x < right; x += lanes) {
        std::array<float, lanes> alphas{};
        for (int i = 0; i < lanes; ++i) {
            const float px = static_cast<float>(x + i) + 0.5F - pen.x0;
            const float t =
                std::min(1.0F, std::max(0.0F, (px * pen.dx + acrossY) * pen.perLength2));
            const float ex = px - t * pen.dx;
            const float ey = py - t * pen.dy;
            alphas[static_cast<std::size_t>(i)] =
                share(std::sqrt(ex * ex + ey * ey), pen.half) * 255.0F + 0.5F;
        }
        for (int i = 0; i < lanes; ++i) {
            const auto alpha = static_cast<std::int32_t>(alphas[static_cast<std::size_t>(i)]);
            row[x + i] = static_cast<std::uint8_t>(std::max<std::int32_t>(row[x + i], alpha));
        }
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
