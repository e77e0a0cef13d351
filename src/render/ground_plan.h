// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"
#include "render/focus.h"
#include "render/heat_painter.h"
#include "render/packed_table.h"
#include "render/pixels.h"

#include <variant>

namespace guatu::render
{

/// One step of drawing: a packed table, the class of each of its items, and what the classes look
/// like at one scale. Class 0 lies on top.
struct PlannedItems {
    std::shared_ptr<const PackedTable> table;
    std::shared_ptr<const ItemClasses> classes;
    const Style* style = nullptr;
    std::vector<bool> drawn; ///< classes within their scale range
    int level = 0;           ///< level of detail
    /// Metres of line before each run, at this level; null when nothing is dashed.
    std::shared_ptr<const std::vector<float>> starts;

    [[nodiscard]] bool isDrawn(std::size_t item) const
    {
        const std::uint8_t index = (*classes)[item];
        return index != noClass && drawn[index];
    }
};

/// Areas with their tints and the lines inside their edges.
struct PlannedAreas : PlannedItems {
    std::vector<QImage> fills; ///< of each class its pattern's tile, tied to pixel (0, 0)
};
struct PlannedLines : PlannedItems {
};
/// A surface that shades how densely points lie.
struct PlannedHeat {
    Heat heat;
};
/// A symbol ready to be stamped: its pixels, and as bits which of them show and which hide.
struct Stamp {
    explicit Stamp(const QImage& sprite);

    /// Up to 64 columns.
    struct Strip {
        int x;
        std::vector<std::uint64_t> shows, hides; ///< by row; bit 0 is column `x`
    };
    QImage image; ///< null: nothing is drawn
    std::vector<Strip> strips;
};

/// Points of a layer so large that its symbols are stamped, see isMassed().
struct PlannedPoints : PlannedItems {
    std::vector<Stamp> stamps; ///< by class
};

/// How to draw everything that does not depend on which part of the map is seen: one scale of one
/// scene. Holds nothing of the view but its scale, so tiles of it fit together.
struct GroundPlan {
    Canvas canvas; ///< of some view of this scale
    std::vector<std::variant<PlannedAreas, PlannedLines, PlannedHeat>> ground; ///< bottom to top
    std::shared_ptr<const PackedTable> focus;                                  ///< null: none
    Focus focusTest;
    PlannedLines selected;              ///< table is null: none
    std::vector<PlannedPoints> symbols; ///< bottom to top
    std::vector<RasterPiece> background;
    QImage relief;
    Box reliefExtent;
    std::size_t shaded = 0; ///< steps of the ground that the relief darkens: up to the last tint
    FeatureTables tables;   ///< these and the definition are kept for what points to them
    std::shared_ptr<const MapDefinition> definition;
};

[[nodiscard]] std::shared_ptr<const GroundPlan> planGround(const MapScene& scene,
                                                           const MapView& view);

} // namespace guatu::render
