// SPDX-License-Identifier: MIT
#include "render/figure_painter.h"

#include "render/badge_painter.h"
#include "render/chart_painter.h"
#include "render/disc_painter.h"

namespace guatu::render
{

void paintFiguresBelow(QPainter& painter, const Canvas& canvas, const SymbolLayout& layout,
                       std::stop_token stop)
{
    for (const FigureLayout& figures : layout.figures) {
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
