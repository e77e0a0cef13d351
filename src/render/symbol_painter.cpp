// SPDX-License-Identifier: MIT
#include "render/symbol_painter.h"

#include "render/figure_painter.h"
#include "render/grid_painter.h"
#include "render/point_painter.h"
#include "render/selection_painter.h"

namespace guatu::render
{

void paintSymbols(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                  const SymbolLayout& layout, Method method, MapPicture& picture,
                  std::stop_token stop)
{
    picture.gridLabels = paintGrids(painter, canvas, scene);
    for (const PointLayout& points : layout.symbols) {
        if (points.massed && method == Method::Plain)
            paintMass(painter, canvas, *points.layer, layout.focus, *scene.cache, stop);
    }
    paintFiguresBelow(painter, canvas, scene, layout, stop);
    for (const PointLayout& points : layout.symbols) {
        if (!points.massed)
            paintPoints(painter, canvas, points, layout.focus, *scene.cache, stop);
    }
    paintFiguresAbove(painter, canvas, layout, stop);
    paintSelectedPoints(painter, canvas, scene, layout.symbols);
    paintLabels(painter, canvas, scene, layout, picture, method, stop);
    for (const FigureLayout& figures : layout.figures)
        picture.unplacedFigures += figures.unplaced;
}

} // namespace guatu::render
