// SPDX-License-Identifier: MIT
#include "render/point_layout.h"

#include "render/cluster.h"
#include "render/spread.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

bool isClustered(const DrawnLayer& layer, const Canvas& canvas)
{
    return layer.layer->clustering &&
           canvas.scaleDenominator() > layer.layer->clustering->belowScale;
}

PointLayout clustered(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus,
                      std::span<const QRectF> obstacles, std::stop_token stop)
{
    Clusterer clusterer(canvas, layer, obstacles);
    const GeometryColumn& column = layer.table->geometry;
    for (const std::uint32_t row : layer.prepared->packed()->rowsIn(clusterer.extent())) {
        const Point position = column.firstPoint(row);
        const StyleClass* styleClass = layer.drawnClass(row);
        if (styleClass && styleClass->symbol.marker && focus.contains(position))
            clusterer.add(row, position);
    }
    return clusterer.finish(stop);
}

PointLayout alone(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus)
{
    PointLayout layout{&layer, {}, {}, false};
    const GeometryColumn& column = layer.table->geometry;
    for (const std::uint32_t row : layer.prepared->packed()->rowsIn(canvas.extent(canvas.mm(12)))) {
        const Point position = column.firstPoint(row);
        const StyleClass* styleClass = layer.drawnClass(row);
        if (!styleClass || !styleClass->symbol.marker ||
            (layer.layer->clustering && !focus.contains(position)))
            continue;
        layout.singles.push_back({canvas.toDevice(position), row});
    }
    // The style's first class lies on top.
    std::stable_sort(layout.singles.begin(), layout.singles.end(),
                     [&](const SinglePoint& a, const SinglePoint& b) {
                         return (*layer.classes)[a.row] > (*layer.classes)[b.row];
                     });
    return layout;
}

} // namespace

bool hasMark(const DrawnLayer& layer, std::uint32_t row)
{
    const StyleClass* styleClass = layer.drawnClass(row);
    return styleClass && styleClass->symbol.marker && layer.table->geometry.firstPoint(row).valid();
}

double symbolRadius(double size)
{
    return size * 0.4;
}

int markerSize(const Canvas& canvas, const StyleClass& styleClass)
{
    return std::max(1, static_cast<int>(std::lround(canvas.mm(styleClass.symbol.marker->size))));
}

QRectF symbolBox(const Canvas& canvas, const DrawnLayer& layer, const SinglePoint& point)
{
    const int size = markerSize(canvas, *layer.drawnClass(point.row));
    return {std::floor(point.at.x() - size / 2.0 + 0.5),
            std::floor(point.at.y() - size / 2.0 + 0.5), static_cast<double>(size),
            static_cast<double>(size)};
}

std::vector<PointLayout> layoutPoints(const Canvas& canvas, const std::vector<DrawnLayer>& layers,
                                      const Focus& focus, std::stop_token stop)
{
    std::vector<PointLayout> layouts;
    std::vector<QRectF> symbols;
    Spreader spreader(canvas.css(mostShift));
    const auto takeSymbols = [&](const PointLayout& layout) {
        for (const SinglePoint& single : layout.singles)
            symbols.push_back(symbolBox(canvas, *layout.layer, single));
    };
    for (const DrawnLayer& layer : layers) {
        if (layer.type() != GeometryType::Point || layer.layer->clustering)
            continue;
        if (isMassed(layer)) {
            layouts.push_back({&layer, {}, {}, true});
            continue;
        }
        layouts.push_back(alone(canvas, layer, focus));
        takeSymbols(layouts.back());
    }
    for (const QRectF& box : symbols)
        spreader.block(box.center(), symbolRadius(box.width()));
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (layer->type() != GeometryType::Point || !layer->layer->clustering ||
            isClustered(*layer, canvas))
            continue;
        layouts.push_back(alone(canvas, *layer, focus));
        auto& singles = layouts.back().singles;
        for (std::size_t i = singles.size(); i-- > 0 && !stop.stop_requested();) {
            const int size = markerSize(canvas, *layer->drawnClass(singles[i].row));
            singles[i].at = spreader.place(singles[i].at, symbolRadius(size));
        }
        takeSymbols(layouts.back());
    }
    for (const DrawnLayer& layer : layers) {
        if (layer.type() == GeometryType::Point && isClustered(layer, canvas))
            layouts.push_back(clustered(canvas, layer, focus, symbols, stop));
    }
    std::sort(layouts.begin(), layouts.end(), [](const PointLayout& a, const PointLayout& b) {
        return std::pair(!a.massed, a.layer) < std::pair(!b.massed, b.layer);
    });
    return layouts;
}

} // namespace guatu::render
