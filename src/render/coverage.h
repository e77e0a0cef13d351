// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace guatu::render
{

/// Pixels across a tile, the unit of drawing.
inline constexpr int tileSide = 256;

/// How much of each pixel of a tile some areas cover: exact areas, summed with their sign, so that
/// holes take away and neighbours' common edges leave nothing behind.
class Coverage
{
public:
    Coverage();

    /// Adds an edge of a closed ring; y downwards. Edges above, below and right of the tile may be
    /// left out, and stretches left of it may be replaced by a line between their ends.
    void addEdge(float x0, float y0, float x1, float y1);

    /// Calls paint(y, x, length, alpha) for the stretches of equal cover, 1 to 255, left to right;
    /// then everything is empty again.
    template <class Paint>
    void sweep(const Paint& paint)
    {
        for (int y = m_top; y < m_bottom; ++y)
            sweepRow(y, paint);
        m_top = tileSide;
        m_bottom = 0;
    }

private:
    static constexpr int cells = tileSide + 64;
    static constexpr int words = cells / 64;

    template <class Paint>
    void sweepRow(int y, const Paint& paint)
    {
        float* row = &m_cells[static_cast<std::size_t>(y * cells)];
        std::uint64_t* touched = &m_touched[static_cast<std::size_t>(y * words)];
        float sum = 0;
        int from = 0;
        const auto give = [&](int to) {
            const int alpha = static_cast<int>(std::min(std::abs(sum), 1.0F) * 255.0F + 0.5F);
            if (alpha > 0 && to > from)
                paint(y, from, to - from, static_cast<std::uint32_t>(alpha));
            from = to;
        };
        for (int word = 0; word < words; ++word) {
            for (std::uint64_t bits = touched[word]; bits != 0; bits &= bits - 1) {
                const int x = word * 64 + std::countr_zero(bits);
                if (x >= tileSide) {
                    row[x] = 0;
                    continue;
                }
                give(x);
                sum += row[x];
                row[x] = 0;
            }
            touched[word] = 0;
        }
        give(tileSide);
    }

    void add(int y, int x, float cover)
    {
        m_cells[static_cast<std::size_t>(y * cells + x)] += cover;
        m_touched[static_cast<std::size_t>(y * words + x / 64)] |= std::uint64_t{1} << (x % 64);
    }
    void addRow(int y, float xa, float xb, float cover);

    int m_top = tileSide, m_bottom = 0; ///< rows that are not empty
    std::vector<float> m_cells;
    std::vector<std::uint64_t> m_touched;
};

} // namespace guatu::render
