// SPDX-License-Identifier: MIT
#include "render/coverage.h"

namespace guatu::render
{

Coverage::Coverage()
    : m_cells(static_cast<std::size_t>(tileSide * cells)),
      m_touched(static_cast<std::size_t>(tileSide * words))
{
}

// Signed areas in an accumulation buffer, as font rasterisers do: each cell holds by how much the
// cover of its pixel differs from that of the pixel before.
void Coverage::addEdge(float x0, float y0, float x1, float y1)
{
    float sign = 1;
    if (y0 > y1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
        sign = -1;
    }
    constexpr auto side = static_cast<float>(tileSide);
    if (y0 == y1 || y1 <= 0 || y0 >= side || (x0 >= side && x1 >= side))
        return;
    const float slope = (x1 - x0) / (y1 - y0);
    float x = x0;
    if (y0 < 0) {
        x -= y0 * slope;
        y0 = 0;
    }
    y1 = std::min(y1, side);
    const int first = static_cast<int>(y0);
    const int last = std::min(static_cast<int>(std::ceil(y1)), tileSide);
    m_top = std::min(m_top, first);
    m_bottom = std::max(m_bottom, last);
    for (int y = first; y < last; ++y) {
        const auto top = static_cast<float>(y);
        const float height = std::min(top + 1, y1) - std::max(top, y0);
        const float next = x + slope * height;
        addRow(y, std::min(x, next), std::max(x, next), height * sign);
        x = next;
    }
}

void Coverage::addRow(int y, float xa, float xb, float cover)
{
    constexpr auto side = static_cast<float>(tileSide);
    if (xb <= 0) {
        add(y, 0, cover);
        return;
    }
    if (xa >= side)
        return;
    if (xa < 0) {
        const float left = cover * (-xa / (xb - xa));
        add(y, 0, left);
        cover -= left;
        xa = 0;
    }
    if (xb > side) {
        cover *= (side - xa) / (xb - xa);
        xb = side;
    }
    const int a = static_cast<int>(xa);
    const int b = static_cast<int>(std::ceil(xb));
    if (b <= a + 1) {
        const float right = (xa + xb) / 2 - static_cast<float>(a);
        add(y, a, cover * (1 - right));
        add(y, a + 1, cover * right);
        return;
    }
    // The edge crosses several pixels of the row: a triangle, trapezoids, a triangle.
    const float share = 1 / (xb - xa);
    const float left = 1 - (xa - static_cast<float>(a));
    const float right = xb - static_cast<float>(b - 1);
    const float first = share * left * left / 2;
    const float last = share * right * right / 2;
    add(y, a, cover * first);
    if (b == a + 2) {
        add(y, a + 1, cover * (1 - first - last));
    } else {
        const float second = share * (left + 0.5F);
        add(y, a + 1, cover * (second - first));
        for (int x = a + 2; x < b - 1; ++x)
            add(y, x, cover * share);
        const float beforeLast = second + static_cast<float>(b - a - 3) * share;
        add(y, b - 1, cover * (1 - beforeLast - last));
    }
    add(y, b, cover * last);
}

} // namespace guatu::render
