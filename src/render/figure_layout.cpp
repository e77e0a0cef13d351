// SPDX-License-Identifier: MIT
#include "render/figure_layout.h"

#include "render/figure_value.h"
#include "render/map_text.h"
#include "render/spread.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace guatu::render
{
namespace
{

constexpr double unknownDisc = 2.6; // mm
constexpr double farthestSeen = 30; // mm beyond the canvas that figures there still matter

/// Half the width of a row's figure in device pixels; 0 where nothing is drawn.
class FigureSizes
{
public:
    FigureSizes(const Canvas& canvas, const DrawnLayer& layer)
        : m_canvas(canvas), m_figure(layer.style->figure), m_largest(largestValue(layer))
    {
    }

    [[nodiscard]] double radius(double value) const
    {
        const bool isDisc = std::holds_alternative<DiscFigure>(m_figure);
        if (std::isnan(value))
            return isDisc ? m_canvas.mm(unknownDisc) / 2 : 0;
        if (!(value > 0))
            return 0;
        if (const auto* disc = std::get_if<DiscFigure>(&m_figure))
            return m_canvas.mm(discSize(disc->least, disc->most, value, m_largest)) / 2;
        if (const auto* chart = std::get_if<ChartFigure>(&m_figure))
            return m_canvas.mm(discSize(chart->least, chart->most, value, m_largest)) / 2;
        return badgeRadius(std::get<BadgeFigure>(m_figure), value);
    }

private:
    [[nodiscard]] double badgeRadius(const BadgeFigure& badge, double value) const
    {
        const double height = m_canvas.mm(badge.size);
        const QString number = QString::number(std::llround(value));
        const double text = textWidth(number, mapFont(height * 0.62, true));
        return std::max(height, text + height * 0.5) / 2;
    }

    const Canvas& m_canvas;
    const Figure& m_figure;
    double m_largest;
};

/// The layer's figures where they belong, the largest first.
std::vector<PlacedFigure> wanted(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus)
{
    std::vector<PlacedFigure> figures;
    const FigureSizes sizes(canvas, layer);
    const Box seen = canvas.extent(canvas.mm(farthestSeen));
    for (const std::uint32_t row : layer.prepared->index().search(seen)) {
        if (!layer.drawnClass(row))
            continue;
        const Point anchor = layer.prepared->anchor(row);
        const double value = figureValue(layer.style->figure, *layer.table, row);
        const double radius = sizes.radius(value);
        if (radius > 0 && anchor.valid() && focus.contains(anchor))
            figures.push_back({canvas.toDevice(anchor), radius, row, value});
    }
    std::sort(figures.begin(), figures.end(), [](const PlacedFigure& a, const PlacedFigure& b) {
        return std::pair(-a.radius, a.row) < std::pair(-b.radius, b.row);
    });
    return figures;
}

/// Gives charts and badges places of their own.
class FigurePlacer
{
public:
    FigurePlacer(const Canvas& canvas, const std::vector<DrawnLayer>& layers,
                 const std::vector<PointLayout>& symbols)
        : m_canvas(canvas), m_figures(canvas.css(mostShift)), m_everything(canvas.css(mostShift))
    {
        // A chart stands for its feature: it may lie on the symbol of it.
        std::set<const FeatureTable*> own;
        for (const DrawnLayer& layer : layers)
            own.insert(layer.table.get());
        for (const PointLayout& layout : symbols) {
            if (own.contains(layout.layer->table.get()))
                continue;
            for (const SinglePoint& single : layout.singles) {
                const QRectF box = symbolBox(canvas, *layout.layer, single);
                m_everything.block(box.center(), symbolRadius(box.width()));
            }
            for (const ClusterRing& ring : layout.rings)
                m_everything.block(ring.at, ring.radius);
        }
    }

    void place(FigureLayout& layout, std::vector<PlacedFigure> figures, std::stop_token stop)
    {
        const double gap = m_canvas.css(1);
        const bool isBadge = std::holds_alternative<BadgeFigure>(layout.layer->style->figure);
        const FeatureTable* table = layout.layer->table.get();
        for (PlacedFigure& figure : figures) {
            if (stop.stop_requested())
                return;
            if (const auto chart = m_charts.find({table, figure.row});
                isBadge && chart != m_charts.end()) {
                figure.at = onRim(chart->second);
                layout.placed.push_back(figure);
                continue;
            }
            const double radius = figure.radius + gap;
            auto at = m_everything.tryPlace(figure.at, radius);
            if (at)
                m_figures.block(*at, radius);
            else if ((at = m_figures.tryPlace(figure.at, radius)))
                m_everything.block(*at, radius);
            if (!at) {
                layout.unplaced += m_canvas.bounds().contains(figure.at) ? 1 : 0;
                continue;
            }
            figure.at = *at;
            layout.placed.push_back(figure);
            if (!isBadge)
                m_charts.emplace(std::pair(table, figure.row), figure);
        }
    }

private:
    /// Where a feature's badge sits on its chart.
    [[nodiscard]] static QPointF onRim(const PlacedFigure& chart)
    {
        const double along = chart.radius * 0.85;
        return chart.at + QPointF(along, -along);
    }

    const Canvas& m_canvas;
    std::map<std::pair<const FeatureTable*, std::uint32_t>, PlacedFigure> m_charts;
    Spreader m_figures;    ///< charts and badges alone
    Spreader m_everything; ///< and symbols
};

} // namespace

std::vector<FigureLayout> layoutFigures(const Canvas& canvas, const std::vector<DrawnLayer>& layers,
                                        const std::vector<PointLayout>& symbols, const Focus& focus,
                                        std::stop_token stop)
{
    std::vector<FigureLayout> layouts;
    if (layers.empty())
        return layouts;
    FigurePlacer placer(canvas, layers, symbols);
    for (const DrawnLayer& layer : layers) {
        layouts.push_back({&layer, {}, {}, 0});
        if (std::holds_alternative<DiscFigure>(layer.style->figure))
            layouts.back().placed = wanted(canvas, layer, focus);
        if (std::holds_alternative<FlowFigure>(layer.style->figure)) {
            FlowPlacement placement = placeFlows(canvas, layer, focus);
            layouts.back().flows = std::move(placement.flows);
            layouts.back().unplaced = placement.notDrawn;
        }
    }
    for (FigureLayout& layout : layouts) {
        if (std::holds_alternative<ChartFigure>(layout.layer->style->figure))
            placer.place(layout, wanted(canvas, *layout.layer, focus), stop);
    }
    for (FigureLayout& layout : layouts) {
        if (std::holds_alternative<BadgeFigure>(layout.layer->style->figure))
            placer.place(layout, wanted(canvas, *layout.layer, focus), stop);
    }
    return layouts;
}

} // namespace guatu::render
