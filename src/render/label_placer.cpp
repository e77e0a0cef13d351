// SPDX-License-Identifier: MIT
#include "render/label_placer.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{

std::vector<std::uint64_t> LabelPlacer::cellsOf(const QRectF& box) const
{
    const auto cell = [this](double at) {
        return static_cast<std::int32_t>(std::floor(at / m_cell));
    };
    std::vector<std::uint64_t> cells;
    for (std::int32_t y = cell(box.top()); y <= cell(box.bottom()); ++y) {
        for (std::int32_t x = cell(box.left()); x <= cell(box.right()); ++x) {
            cells.push_back((static_cast<std::uint64_t>(static_cast<std::uint32_t>(y)) << 32U) |
                            static_cast<std::uint32_t>(x));
        }
    }
    return cells;
}

void LabelPlacer::block(const QRectF& box)
{
    const auto number = static_cast<std::uint32_t>(m_boxes.size());
    m_boxes.push_back(box);
    for (const std::uint64_t cell : cellsOf(box))
        m_grid[cell].push_back(number);
}

bool LabelPlacer::isFree(const QRectF& box) const
{
    for (const std::uint64_t cell : cellsOf(box)) {
        const auto found = m_grid.find(cell);
        if (found != m_grid.end() &&
            std::any_of(found->second.begin(), found->second.end(),
                        [&](std::uint32_t number) { return m_boxes[number].intersects(box); }))
            return false;
    }
    return true;
}

std::optional<std::size_t> LabelPlacer::place(std::span<const QRectF> positions,
                                              const QRectF& bounds)
{
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if ((bounds.isNull() || bounds.contains(positions[i])) && isFree(positions[i])) {
            block(positions[i]);
            return i;
        }
    }
    return {};
}

} // namespace guatu::render
