// SPDX-License-Identifier: MIT
#include "core/polygon.h"
#include "render/paths.h"
#include "render/symbol_layout.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace guatu::render
{
namespace
{

double distanceToRun(const QPolygonF& line, QPointF p)
{
    double best = std::numeric_limits<double>::infinity();
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF d = line[i] - line[i - 1];
        const double squared = QPointF::dotProduct(d, d);
        double t = squared > 0 ? QPointF::dotProduct(p - line[i - 1], d) / squared : 0;
        t = std::clamp(t, 0.0, 1.0);
        const QPointF off = line[i - 1] + d * t - p;
        best = std::min(best, std::hypot(off.x(), off.y()));
    }
    return best;
}

/// Collects what lies at one place; a feature that several layers draw counts once, as its topmost.
class HitTest
{
public:
    HitTest(const Canvas& canvas, QPointF at, double tolerance)
        : m_canvas(canvas),
          m_at(at),
          m_tolerance(tolerance),
          m_reach(canvas.toMap(at).valid() ? reachBox() : Box{})
    {
    }

    void points(const PointLayout& layout)
    {
        const DrawnLayer& layer = *layout.layer;
        for (const ClusterRing& ring : layout.rings) {
            const QPointF off = ring.at - m_at;
            if (std::hypot(off.x(), off.y()) <= std::max(ring.radius, m_tolerance)) {
                for (const std::uint32_t row : ring.rows)
                    add(layer, row);
            }
        }
        std::vector<std::pair<double, std::uint32_t>> near;
        const auto look = [&](const SinglePoint& single) {
            const QRectF box = symbolBox(m_canvas, layer, single);
            const QPointF off = box.center() - m_at;
            const double distance = std::hypot(off.x(), off.y());
            if (box.contains(m_at) || distance <= m_tolerance)
                near.emplace_back(distance, single.row);
        };
        for (const SinglePoint& single : layout.singles)
            look(single);
        if (layout.massed)
            visitMass(layer, look);
        std::sort(near.begin(), near.end());
        for (const auto& [distance, row] : near)
            add(layer, row);
    }

    /// The smallest first: it lies on top.
    void figures(const FigureLayout& layout)
    {
        for (auto flow = layout.flows.rbegin(); flow != layout.flows.rend(); ++flow) {
            if (touchesFlow(*flow, m_at, m_tolerance))
                add(*layout.layer, flow->row);
        }
        for (auto figure = layout.placed.rbegin(); figure != layout.placed.rend(); ++figure) {
            const QPointF off = figure->at - m_at;
            if (std::hypot(off.x(), off.y()) <= std::max(figure->radius, m_tolerance))
                add(*layout.layer, figure->row);
        }
    }

    void lines(const DrawnLayer& layer)
    {
        std::vector<std::pair<double, std::uint32_t>> near;
        const GeometryColumn& column = layer.table->geometry;
        for (const std::uint32_t row : layer.prepared->packed()->rowsIn(m_reach)) {
            if (!layer.drawnClass(row))
                continue;
            double distance = std::numeric_limits<double>::infinity();
            for (std::size_t part = 0; part < column.partCount(row); ++part) {
                for (const LineRun& run : visibleRuns(m_canvas, column.part(row, part), 50))
                    distance = std::min(distance, distanceToRun(run.points, m_at));
            }
            if (distance <= m_tolerance)
                near.emplace_back(distance, row);
        }
        std::sort(near.begin(), near.end());
        for (const auto& [distance, row] : near)
            add(layer, row);
    }

    void areas(const DrawnLayer& layer)
    {
        const Point p = m_canvas.toMap(m_at);
        for (const std::uint32_t row : layer.prepared->packed()->rowsIn({p.x, p.y, p.x, p.y})) {
            if (layer.drawnClass(row) && contains(layer.table->geometry, row, p))
                add(layer, row);
        }
    }

    [[nodiscard]] std::vector<Hit> result() && { return std::move(m_hits); }

private:
    /// Calls look with the symbols of a massed layer that may reach the place.
    template <class Look>
    void visitMass(const DrawnLayer& layer, const Look& look) const
    {
        const PackedTable& packed = *layer.prepared->packed();
        const double reach = m_tolerance + m_canvas.mm(12);
        const Point p = m_canvas.toMap(m_at);
        const PackedBox box =
            packed.cover(Box{p.x, p.y, p.x, p.y}.grown(reach * m_canvas.metresPerPixel()));
        packed.visitBlocks(box, [&](std::size_t first, std::size_t last) {
            for (std::size_t item = first; item < last; ++item) {
                const std::uint32_t row = packed.rows[item];
                const PackedPoint v = packed.vertices[item];
                if (box.contains(v) && hasMark(layer, row))
                    look({m_canvas.toDevice(layer.table->geometry.firstPoint(row)), row});
            }
        });
    }
    [[nodiscard]] Box reachBox() const
    {
        const Point p = m_canvas.toMap(m_at);
        return Box{p.x, p.y, p.x, p.y}.grown(m_tolerance * m_canvas.metresPerPixel());
    }
    void add(const DrawnLayer& layer, std::uint32_t row)
    {
        if (m_seen.emplace(layer.table.get(), row).second)
            m_hits.push_back({layer.layer->id, layer.layer->source, row, layer.table->ids[row]});
    }

    const Canvas& m_canvas;
    QPointF m_at;
    double m_tolerance;
    Box m_reach;
    std::set<std::pair<const FeatureTable*, std::uint32_t>> m_seen;
    std::vector<Hit> m_hits;
};

} // namespace

std::vector<Hit> hitTest(const MapScene& scene, const MapView& view, QPointF pixel,
                         double tolerance)
{
    const Canvas canvas(view);
    const auto layout = symbolLayout(scene, view);
    const auto& layers = layout->layers;
    HitTest test(canvas, pixel * view.pixelRatio, tolerance * view.pixelRatio);

    // Symbols lie over everything, see drawMap.
    const auto isBelow = [](const FigureLayout& figures) {
        const Figure& kind = figures.layer->style->figure;
        return std::holds_alternative<DiscFigure>(kind) || std::holds_alternative<FlowFigure>(kind);
    };
    for (auto figures = layout->figures.rbegin(); figures != layout->figures.rend(); ++figures) {
        if (!isBelow(*figures))
            test.figures(*figures);
    }
    for (auto symbols = layout->symbols.rbegin(); symbols != layout->symbols.rend(); ++symbols)
        test.points(*symbols);
    for (auto figures = layout->figures.rbegin(); figures != layout->figures.rend(); ++figures) {
        if (isBelow(*figures))
            test.figures(*figures);
    }
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (layer->type() == GeometryType::Line)
            test.lines(*layer);
        else if (layer->type() == GeometryType::Polygon && marksAreas(*layer->style))
            test.areas(*layer);
    }
    // Areas that only show their boundary: the smallest, which is drawn lowest, first.
    for (const DrawnLayer& layer : layers) {
        if (layer.type() == GeometryType::Polygon)
            test.areas(layer);
    }
    return std::move(test).result();
}

} // namespace guatu::render
