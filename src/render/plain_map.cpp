// SPDX-License-Identifier: MIT
#include "render/area_painter.h"
#include "render/heat_painter.h"
#include "render/line_painter.h"
#include "render/point_painter.h"
#include "render/raster_painter.h"
#include "render/relief_painter.h"
#include "render/selection_painter.h"
#include "render/symbol_painter.h"
#include "render/vector_map.h"

namespace guatu::render
{
namespace
{

const QColor paper(247, 246, 242);

/// One drawing of a scene, from the ground up, every feature as it is.
class Drawing
{
public:
    Drawing(QPainter& painter, const MapScene& scene, MapPicture& picture,
            const VectorOptions& options, std::stop_token stop)
        : m_scene(scene),
          m_picture(picture),
          m_options(options),
          m_stop(std::move(stop)),
          m_canvas(picture.view),
          m_layout(symbolLayout(scene, picture.view, m_stop)),
          m_layers(m_layout->layers),
          m_focus(m_layout->focus),
          m_painter(painter)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    }

    void run()
    {
        m_painter.fillRect(m_canvas.bounds(), paper);
        drawBackground();
        drawGround();
        paleOutside();
        paintSelectedAreas(m_painter, m_canvas, m_scene);
        paintSymbols(m_painter, m_canvas, m_scene, *m_layout, Method::Plain, m_picture, m_stop,
                     m_options.mostPoints);
        m_picture.complete = !m_stop.stop_requested();
    }

private:
    void drawBackground()
    {
        for (const RasterPiece& piece : m_scene.background) {
            if (!piece.isEmpty())
                paintRaster(m_painter, m_canvas, piece.image, piece.extent,
                            m_canvas.toDevice({piece.extent.minX, piece.extent.maxY}));
        }
    }

    /// Draws the layers but for points, with the relief over the last that tints areas.
    void drawGround()
    {
        const double scale = m_canvas.scaleDenominator();
        const std::size_t shaded = shadedLayers(m_layers);
        const auto relief = [this] {
            paintRelief(m_painter, m_canvas, m_scene.relief, m_scene.reliefExtent);
        };
        const auto ground = [&](std::size_t i) {
            if (i == shaded)
                relief();
            if (m_layers[i].type() != GeometryType::Point && !m_stop.stop_requested())
                drawGround(i);
        };
        const auto heat = [&](const DrawnLayer& layer) {
            if (!m_stop.stop_requested())
                paintHeat(m_painter, m_canvas, heatOf(layer, *m_scene.cache, scale), m_focus);
        };
        inOrder(m_layers, heatLayers(m_scene, scale), ground, heat);
        if (shaded == m_layers.size())
            relief();
    }

    /// Draws a layer of areas or lines.
    void drawGround(std::size_t index)
    {
        const DrawnLayer& layer = m_layers[index];
        if (layer.type() == GeometryType::Line)
            paintLines(m_painter, m_canvas, layer, *m_scene.cache, m_stop);
        if (layer.type() != GeometryType::Polygon)
            return;
        if (marksAreas(*layer.style))
            paintAreas(m_painter, m_canvas, layer, m_focus, *m_scene.cache,
                       m_scene.background.empty() ? 1 : tintOverPicture, m_stop);
        if (!hasOutlines(*layer.style))
            return;
        paintOutlines(m_painter, m_canvas, layer, outlinedAbove(m_layers, index), *m_scene.cache,
                      m_stop);
    }

    void paleOutside()
    {
        if (!m_focus.exists())
            return;
        QPainterPath outside;
        outside.addRect(m_canvas.bounds());
        QColor veil = paper;
        veil.setAlpha(qRound(255 * (1 - paleOpacity)));
        m_painter.fillPath(outside.subtracted(m_focus.path()), veil);
    }

    const MapScene& m_scene;
    MapPicture& m_picture;
    const VectorOptions& m_options;
    std::stop_token m_stop;
    Canvas m_canvas;
    std::shared_ptr<const SymbolLayout> m_layout;
    const std::vector<DrawnLayer>& m_layers;
    const Focus& m_focus;
    QPainter& m_painter;
};

} // namespace

MapPicture paintVectorMap(QPainter& painter, const MapScene& scene, const MapView& view,
                          const VectorOptions& options, std::stop_token stop)
{
    MapPicture picture;
    picture.view = view;
    Drawing(painter, scene, picture, options, std::move(stop)).run();
    return picture;
}

MapPicture paintMap(QPainter& painter, const MapScene& scene, const MapView& view,
                    std::stop_token stop)
{
    return paintVectorMap(painter, scene, view, {}, std::move(stop));
}

} // namespace guatu::render
