// SPDX-License-Identifier: MIT
#pragma once

#include "render/coverage.h"
#include "render/ground_plan.h"
#include "render/pixel_grid.h"
#include "render/stroke_mask.h"
#include "render/symbol_stamper.h"

namespace guatu::render
{

/// A cover of a tile, kept while something is drawn within it.
class TileMask
{
public:
    TileMask() : m_alpha(static_cast<std::size_t>(tileSide * tileSide)) {}

    void take(Coverage& coverage);
    void clear();
    [[nodiscard]] const std::uint8_t* row(int y) const
    {
        return &m_alpha[static_cast<std::size_t>(y * tileSide)];
    }

private:
    std::vector<std::uint8_t> m_alpha;
    int m_top = tileSide, m_bottom = 0;
};

/// Draws tiles of a plan one after another; each thread has its own.
class TilePainter
{
public:
    void paint(const GroundPlan& plan, int column, int row, const Pixels& tile);

private:
    void paintBackground();
    /// The steps of the plan's ground from `first` to before `last`.
    void paintGround(std::size_t first, std::size_t last);
    void findFocus();
    void veil();
    void paintAreas(const PlannedAreas& areas);
    void fillClass(const PlannedAreas& areas, std::uint8_t index);
    void paintInside(const PlannedAreas& areas, std::size_t item);
    void paintLines(const PlannedLines& lines);
    void paintHeat(const Heat& heat);

    /// A table as the tile sees it.
    struct Sight {
        PixelGrid grid;
        PackedBox box; ///< what reaches the tile
    };
    [[nodiscard]] Sight sight(const PackedTable& table, double margin) const;

    /// What a line is drawn with, in pixels.
    struct Pen {
        float half; ///< of the width
        std::vector<double> dash;
    };

    /// The items that may show, by class, when they touch the tile and `margin` pixels around.
    void collectItems(const PlannedItems& items, double margin);
    void addRing(const PackedTable& table, const Sight& sight, std::size_t item, int level);
    void addStroke(const PlannedItems& items, const PixelGrid& grid, std::size_t run,
                   const Pen& pen);
    void blendStroke(Pixel colour);
    void blendInside(Pixel colour);

    const GroundPlan* m_plan = nullptr;
    Pixels m_tile{};
    std::int64_t m_left = 0, m_top = 0; ///< column and row of the pixel grid
    enum class Within { All, Some, None } m_within = Within::All; ///< the focus
    Coverage m_coverage;
    StrokeMask m_stroke;
    TileMask m_focus, m_inside;
    SymbolStamper m_stamper;
    std::vector<std::vector<std::uint32_t>> m_found; ///< items, or runs, by class
};

} // namespace guatu::render
