// SPDX-License-Identifier: MIT
#include "render/figure_painter.h"

#include "render/badge_painter.h"
#include "render/chart_painter.h"
#include "render/disc_painter.h"
#include "render/flow_painter.h"

#include <algorithm>

namespace guatu::render
{

void paintFiguresBelow(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                       const SymbolLayout& layout, std::stop_token stop)
{
    for (const FigureLayout& figures : layout.figures) {
        const FeatureTable& table = *figures.layer->table;
        for (const PlacedFlow& flow : figures.flows) {
            if (stop.stop_requested())
                return;
            const bool isSelected =
                std::ranges::any_of(scene.selections, [&](const Selection& selection) {
                    return selection.source == table.source &&
                           selection.ids.contains(table.ids[flow.row]);
                });
            paintFlow(painter, canvas, *figures.layer, flow, isSelected);
        }
        for (const PlacedFigure& figure : figures.placed) {
            if (stop.stop_requested())
                return;
            if (std::holds_alternative<DiscFigure>(figures.layer->style->figure))
                paintDisc(painter, canvas, *figures.layer, figure);
        }
    }
}

void paintFiguresAbove(QPainter& painter, const Canvas& canvas, const SymbolLayout& layout,
                       std::stop_token stop)
{
    for (const FigureLayout& figures : layout.figures) {
        const Figure& kind = figures.layer->style->figure;
        for (const PlacedFigure& figure : figures.placed) {
            if (stop.stop_requested())
                return;
            if (std::holds_alternative<ChartFigure>(kind))
                paintChart(painter, canvas, *figures.layer, figure);
            else if (std::holds_alternative<BadgeFigure>(kind))
                paintBadge(painter, canvas, *figures.layer, figure);
        }
    }
}

} // namespace guatu::render
