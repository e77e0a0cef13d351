// SPDX-License-Identifier: MIT
#include "render/symbol_painter.h"

#include "render/figure_painter.h"
#include "render/grid_painter.h"
#include "render/picture_memory.h"
#include "render/point_painter.h"
#include "render/route_badges.h"
#include "render/route_lines.h"
#include "render/selection_painter.h"

namespace guatu::render
{
namespace
{

/// Paints a layer's symbols, by way of a picture where there are too many.
template <class Paint>
void paintLayer(QPainter& painter, const Canvas& canvas, std::size_t points, std::size_t mostPoints,
                Paint paint)
{
    if (points <= mostPoints) {
        paint(painter);
        return;
    }
    QImage picture = imageFor(canvas.view());
    picture.fill(Qt::transparent);
    {
        QPainter onPicture(&picture);
        onPicture.setRenderHints(painter.renderHints());
        paint(onPicture);
    }
    painter.drawImage(QPointF(0, 0), picture);
}

} // namespace

void paintSymbols(QPainter& painter, const Canvas& canvas, const MapScene& scene,
                  const SymbolLayout& layout, Method method, MapPicture& picture,
                  std::stop_token stop, std::size_t mostPoints)
{
    picture.gridLabels = paintGrids(painter, canvas, scene);
    if (scene.routes)
        paintRoutes(painter, canvas, *scene.routes);
    for (const PointLayout& points : layout.symbols) {
        if (!points.massed || method != Method::Plain)
            continue;
        const Mass mass = massOf(canvas, *points.layer, layout.focus, *scene.cache);
        paintLayer(painter, canvas, mass.marks.size(), mostPoints,
                   [&](QPainter& to) { paintMass(to, mass, stop); });
    }
    paintFiguresBelow(painter, canvas, scene, layout, stop);
    for (const PointLayout& points : layout.symbols) {
        if (!points.massed)
            paintLayer(painter, canvas, points.singles.size(), mostPoints, [&](QPainter& to) {
                paintPoints(to, canvas, points, layout.focus, *scene.cache, stop);
            });
    }
    paintFiguresAbove(painter, canvas, layout, stop);
    paintSelectedPoints(painter, canvas, scene, layout.symbols);
    paintLabels(painter, canvas, scene, layout, picture, method, stop);
    if (scene.routes) {
        const RouteBadges badges = layoutBadges(canvas, *scene.routes);
        paintBadges(painter, canvas, *scene.routes, badges);
        picture.unplacedFigures += badges.unplaced;
    }
    for (const FigureLayout& figures : layout.figures)
        picture.unplacedFigures += figures.unplaced;
}

} // namespace guatu::render
