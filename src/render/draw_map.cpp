// SPDX-License-Identifier: MIT
#include "render/drawn_tiles.h"
#include "render/ground_tiles.h"
#include "render/picture_memory.h"
#include "render/symbol_painter.h"

namespace guatu::render
{

MapPicture drawMap(const MapScene& scene, const MapView& view, std::stop_token stop)
{
    MapPicture picture;
    picture.view = view;
    picture.image = imageFor(view);
    if (picture.image.isNull()) // an empty view
        return picture;
    const Canvas canvas(view);
    scene.cache->ground(scene, view)->draw(canvas, picture.image, stop);
    if (!stop.stop_requested()) {
        const auto layout = symbolLayout(scene, view, stop);
        QPainter painter(&picture.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        paintSymbols(painter, canvas, scene, *layout, Method::Quick, picture, stop);
    }
    picture.complete = !stop.stop_requested();
    picture.image.setDevicePixelRatio(view.pixelRatio);
    return picture;
}

void forgetTiles(const MapScene& scene)
{
    scene.cache->forgetGrounds();
}

void prepareAround(const MapScene& scene, const MapView& view, std::stop_token stop)
{
    scene.cache->ground(scene, view)->drawAround(Canvas(view), std::move(stop));
}

} // namespace guatu::render
