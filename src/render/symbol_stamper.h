// SPDX-License-Identifier: MIT
#pragma once

#include "render/ground_plan.h"
#include "render/pixel_grid.h"

namespace guatu::render
{

/// Stamps the symbols of a layer whose points are many onto a tile: of those that stand on the
/// same pixel with the same symbol one, and none that others hide. They lie over each other as
/// paintMass() draws them: pale ones lowest, the style's first class on top, southern over
/// northern, eastern over western.
class SymbolStamper
{
public:
    /// `left`, `top`: column and row of the tile's corner on the grid of pixels.
    void paint(const GroundPlan& plan, const PlannedPoints& points, std::int64_t left,
               std::int64_t top, const Pixels& tile);

private:
    /// Whether any symbol reaches the tile.
    bool place(const GroundPlan& plan, const PlannedPoints& points);
    void stampGrid(std::vector<std::uint64_t>& grid, const Stamp& stamp, std::uint32_t opacity);
    void stamp(const Stamp& stamp, int x, int y, std::uint32_t opacity);
    void lay(const Pixels& tile);
    [[nodiscard]] std::uint64_t opaque(int x, int y) const;
    void markOpaque(int x, int y, std::uint64_t bits);

    std::int64_t m_left = 0, m_top = 0;
    int m_margin = 0;                                ///< pixels of the widest symbol
    int m_words = 0;                                 ///< of a row of a grid
    std::vector<std::vector<std::uint64_t>> m_grids; ///< where symbols stand: by class, then pale
    std::vector<Pixel> m_layer;                      ///< empty between tiles
    int m_first = 0, m_last = 0;                     ///< rows of the layer with something in them
    std::vector<std::uint64_t> m_opaque; ///< pixels of the layer that hide what lies below
};

} // namespace guatu::render
