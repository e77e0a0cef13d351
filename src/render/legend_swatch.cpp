// SPDX-License-Identifier: MIT
#include "render/area_painter.h"
#include "render/legend_figure.h"
#include "render/line_painter.h"
#include "render/pattern.h"

#include <algorithm>

namespace guatu::render
{
namespace
{

void paintAreaSwatch(QPainter& painter, const Canvas& canvas, const Symbol& symbol)
{
    QPainterPath area;
    const double rim = canvas.css(1);
    area.addRect(canvas.bounds().adjusted(rim, rim, -rim, -rim));
    if (symbol.fill) {
        painter.fillPath(area, areaBrush(*symbol.fill, canvas));
        painter.strokePath(area, QPen(qcolor(symbol.fill->colour).darker(150), canvas.css(1)));
    }
    for (const Stroke& stroke : symbol.strokes) {
        if (stroke.inside)
            paintInside(painter, canvas, area, stroke);
    }
}

void paintLineSwatch(QPainter& painter, const Canvas& canvas, const Symbol& symbol)
{
    const QRectF box = canvas.bounds();
    const std::vector<LineRun> runs{{QPolygonF{{box.left() + canvas.css(1), box.center().y()},
                                               {box.right() - canvas.css(1), box.center().y()}},
                                     0}};
    for (const Stroke& stroke : symbol.strokes)
        paintStroke(painter, canvas, runs, stroke);
}

void paintMarkerSwatch(QPainter& painter, const Canvas& canvas, const Marker& marker)
{
    const int size = static_cast<int>(std::lround(canvas.mm(marker.size)));
    const QPointF corner = canvas.bounds().center() - QPointF(size / 2.0, size / 2.0);
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())),
                      renderSymbol(marker.symbol, size));
}

} // namespace

QImage legendSwatch(const MapDefinition& definition, const std::string& layer,
                    const std::string& styleClass, int width, int height, double pixelRatio)
{
    MapView view;
    view.center = {0, 0};
    view.width = width;
    view.height = height;
    view.pixelRatio = pixelRatio;
    const Canvas canvas(view);
    QImage image(canvas.bounds().size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);

    const auto isLayer = [&](const Layer& candidate) { return candidate.id == layer; };
    const auto isClass = [&](const StyleClass& candidate) { return candidate.id == styleClass; };
    const auto of = std::find_if(definition.layers.begin(), definition.layers.end(), isLayer);
    if (of == definition.layers.end())
        return image;
    const auto& classes = definition.styleOf(*of).classes;
    const auto found = std::find_if(classes.begin(), classes.end(), isClass);
    if (found == classes.end())
        return image;

    const QImage ofFigure =
        figureSwatch(definition.styleOf(*of), *found, width, height, pixelRatio);
    if (!ofFigure.isNull())
        return ofFigure;
    const Symbol& symbol = found->symbol;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isArea =
        symbol.fill || std::any_of(symbol.strokes.begin(), symbol.strokes.end(),
                                   [](const Stroke& stroke) { return stroke.inside; });
    if (symbol.marker)
        paintMarkerSwatch(painter, canvas, *symbol.marker);
    else if (isArea)
        paintAreaSwatch(painter, canvas, symbol);
    else
        paintLineSwatch(painter, canvas, symbol);
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}

} // namespace guatu::render
