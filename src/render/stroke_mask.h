// SPDX-License-Identifier: MIT
#pragma once

#include "render/coverage.h"

namespace guatu::render
{

/// How much of each pixel of a tile lines of one pen cover. What is covered twice is covered
/// once. Joins are round; ends are round unless asked to be flat.
class StrokeMask
{
public:
    StrokeMask();

    void addSegment(float x0, float y0, float x1, float y1, float halfWidth);
    /// An end that is flat cuts the pen off at the segment's end.
    void addSegment(float x0, float y0, float x1, float y1, float halfWidth, bool flatStart,
                    bool flatEnd);

    /// Calls paint(y, x, length, alphas) for the rows with something in them; then all is empty.
    template <class Paint>
    void sweep(const Paint& paint)
    {
        for (int y = m_top; y < m_bottom; ++y) {
            auto& [left, right] = m_reach[static_cast<std::size_t>(y)];
            if (left < right) {
                std::uint8_t* row = &m_mask[static_cast<std::size_t>(y * stride)];
                paint(y, left, right - left, row + left);
                std::fill(row + left, row + right + 4, std::uint8_t{0});
            }
            left = tileSide;
            right = 0;
        }
        m_top = tileSide;
        m_bottom = 0;
    }

private:
    static constexpr int stride = tileSide + 4; ///< four pixels are covered at a time

    struct Reach {
        int left = tileSide, right = 0;
    };
    int m_top = tileSide, m_bottom = 0;
    std::vector<std::uint8_t> m_mask;
    std::vector<Reach> m_reach;
};

} // namespace guatu::render
