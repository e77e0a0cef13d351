// SPDX-License-Identifier: MIT
#include "render/ground_plan.h"

#include "render/freed_memory.h"
#include "render/line_painter.h"
#include "render/pattern.h"
#include "render/point_layout.h"
#include "render/raster_painter.h"
#include "render/selection_painter.h"
#include "render/tile_pool.h"

#include <algorithm>
#include <functional>

namespace guatu::render
{
namespace
{

class Planner
{
public:
    Planner(const MapScene& scene, const Canvas& canvas)
        : m_scene(scene), m_canvas(canvas), m_level(detailLevel(canvas.metresPerPixel()))
    {
    }

    PlannedItems items(const DrawnLayer& layer, const std::shared_ptr<const PackedTable>& packed,
                       const std::shared_ptr<const ClassIndex>& classes) const
    {
        PlannedItems planned;
        planned.table = packed;
        planned.classes = m_scene.cache->itemClasses(packed, classes);
        planned.style = layer.style;
        planned.drawn = layer.drawnClasses;
        planned.level = m_level;
        if (layer.type() != GeometryType::Point && hasDashes(*layer.style))
            planned.starts = m_scene.cache->starts(packed, m_level);
        return planned;
    }

    PlannedItems items(const DrawnLayer& layer) const
    {
        return items(layer, layer.prepared->packed(), layer.classes);
    }

    PlannedAreas areas(const DrawnLayer& layer) const
    {
        PlannedAreas planned{items(layer), {}};
        for (const StyleClass& styleClass : layer.style->classes) {
            planned.fills.push_back(styleClass.symbol.fill ? fill(*styleClass.symbol.fill)
                                                           : QImage());
        }
        return planned;
    }

    PlannedLines outlines(const DrawnLayer& layer,
                          const std::vector<std::shared_ptr<const FeatureTable>>& above) const
    {
        const auto made = m_scene.cache->outlines(layer.table, layer.classes, above);
        return {items(layer, made->packed, made->classes)};
    }

    PlannedPoints points(const DrawnLayer& layer) const
    {
        PlannedPoints planned{items(layer), {}};
        for (const StyleClass& styleClass : layer.style->classes) {
            const auto& marker = styleClass.symbol.marker;
            planned.stamps.emplace_back(
                marker ? m_scene.cache->sprite(marker->symbol, markerSize(m_canvas, styleClass))
                       : QImage());
        }
        return planned;
    }

    PlannedLines selected() const
    {
        static const Style style = selectionStyle();
        const GeometryColumn chosen = selectedShapes(m_scene);
        if (chosen.empty())
            return {};
        PlannedLines planned;
        planned.table = std::make_shared<PackedTable>(pack(chosen));
        planned.classes = std::make_shared<ItemClasses>(planned.table->size(), 0);
        planned.style = &style;
        planned.drawn = {true};
        planned.level = m_level;
        return planned;
    }

private:
    [[nodiscard]] QImage fill(const Fill& fill) const
    {
        QImage tile =
            patternTile(fill, m_canvas.css(1)).convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (m_scene.background.empty())
            return tile;
        constexpr auto share = static_cast<std::uint32_t>(255 * tintOverPicture + 0.5);
        for (int y = 0; y < tile.height(); ++y) {
            auto* row = reinterpret_cast<Pixel*>(tile.scanLine(y));
            std::transform(row, row + tile.width(), row, [](Pixel p) { return scaled(p, share); });
        }
        return tile;
    }

    const MapScene& m_scene;
    const Canvas& m_canvas;
    int m_level;
};

/// Packs what is not packed yet by all threads, the largest first.
void prepare(const MapScene& scene, const std::vector<DrawnLayer>& layers)
{
    struct Work {
        std::size_t vertices;
        std::function<void()> make;
    };
    std::vector<Work> works;
    bool isNew = false;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const DrawnLayer& layer = layers[i];
        const std::size_t vertices = layer.table->geometry.vertices().size();
        if (layer.type() != GeometryType::Point || isMassed(layer)) {
            isNew = isNew || !layer.prepared->isPacked();
            works.push_back({vertices, [&layer] { (void)layer.prepared->packed(); }});
        }
        if (layer.type() == GeometryType::Polygon && hasOutlines(*layer.style))
            works.push_back({vertices, [&, i] {
                                 (void)scene.cache->outlines(layers[i].table, layers[i].classes,
                                                             outlinedAbove(layers, i));
                             }});
    }
    std::ranges::stable_sort(works, std::greater(), &Work::vertices);
    TilePool::shared().run(works.size(), [&works](std::size_t i) { works[i].make(); }, {});
    if (isNew)
        releaseFreedMemory();
}

} // namespace

Stamp::Stamp(const QImage& sprite) : image(sprite)
{
    for (int x = 0; x < image.width(); x += 64) {
        Strip strip{x, {}, {}};
        for (int y = 0; y < image.height(); ++y) {
            const auto* row = reinterpret_cast<const Pixel*>(image.constScanLine(y));
            std::uint64_t shows = 0;
            std::uint64_t hides = 0;
            for (int i = x; i < std::min(x + 64, image.width()); ++i) {
                shows |= std::uint64_t{row[i] >> 24U != 0} << (i - x);
                hides |= std::uint64_t{row[i] >> 24U == 255} << (i - x);
            }
            strip.shows.push_back(shows);
            strip.hides.push_back(hides);
        }
        strips.push_back(std::move(strip));
    }
}

std::shared_ptr<const GroundPlan> planGround(const MapScene& scene, const MapView& view)
{
    const Canvas canvas(view);
    auto plan = std::make_shared<GroundPlan>(
        GroundPlan{canvas, {}, {}, Focus(scene.focus, canvas), {}, {}, {}, {}, {}, {}, {}, {}});
    const Planner planner(scene, plan->canvas);
    const std::vector<DrawnLayer> layers = drawnLayers(scene, view.scaleDenominator());
    prepare(scene, layers);
    const std::size_t shaded = shadedLayers(layers);
    const auto heat = [&](const DrawnLayer& layer) {
        plan->ground.emplace_back(
            PlannedHeat{heatOf(layer, *scene.cache, view.scaleDenominator())});
    };
    const auto ground = [&](std::size_t i) {
        const DrawnLayer& layer = layers[i];
        if (i == shaded)
            plan->shaded = plan->ground.size();
        if (layer.type() == GeometryType::Line)
            plan->ground.emplace_back(PlannedLines{planner.items(layer)});
        if (layer.type() == GeometryType::Point && isMassed(layer))
            plan->symbols.push_back(planner.points(layer));
        if (layer.type() != GeometryType::Polygon)
            return;
        if (marksAreas(*layer.style))
            plan->ground.emplace_back(planner.areas(layer));
        if (hasOutlines(*layer.style))
            plan->ground.emplace_back(planner.outlines(layer, outlinedAbove(layers, i)));
    };
    inOrder(layers, heatLayers(scene, view.scaleDenominator()), ground, heat);
    if (shaded == layers.size())
        plan->shaded = plan->ground.size();
    plan->selected = planner.selected();
    if (plan->focusTest.exists())
        plan->focus = std::make_shared<PackedTable>(pack(scene.focus));
    plan->background = scene.background;
    plan->relief = scene.relief;
    plan->reliefExtent = scene.reliefExtent;
    plan->tables = scene.tables;
    plan->definition = scene.definition;
    return plan;
}

} // namespace guatu::render
