// SPDX-License-Identifier: MIT
#include "render/paths.h"

#include <array>
#include <cmath>
#include <optional>

namespace guatu::render
{
namespace
{

/// Device positions of the vertices on the map's grid, repeated ones left out.
QPolygonF snapped(const Canvas& canvas, std::span<const Point> vertices)
{
    const QPointF corner(canvas.left(), canvas.top());
    QPolygonF result;
    result.reserve(static_cast<qsizetype>(vertices.size()));
    Point last;
    for (const Point& vertex : vertices) {
        const QPointF at = canvas.toGrid(vertex) * 3;
        const Point p{std::floor(at.x() + 0.5), std::ceil(at.y() - 0.5)};
        if (p == last)
            continue;
        last = p;
        result.append(QPointF(p.x, p.y) / 3 - corner);
    }
    return result;
}

double cross(double from, double to, double edge)
{
    return (edge - from) / (to - from);
}

/// Cuts a closed ring at one side of a box; `inside` and `at` say which.
template <class Inside, class At>
QPolygonF cutSide(const QPolygonF& ring, Inside inside, At at)
{
    QPolygonF result;
    result.reserve(ring.size() + 4);
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        if (inside(a))
            result.append(a);
        if (inside(a) != inside(b)) {
            const double t = at(a, b);
            result.append(a + (b - a) * t);
        }
    }
    return result;
}

QPolygonF cutToBox(QPolygonF ring, const QRectF& box)
{
    ring = cutSide(
        ring, [&](const QPointF& p) { return p.x() >= box.left(); },
        [&](const QPointF& a, const QPointF& b) { return cross(a.x(), b.x(), box.left()); });
    ring = cutSide(
        ring, [&](const QPointF& p) { return p.x() <= box.right(); },
        [&](const QPointF& a, const QPointF& b) { return cross(a.x(), b.x(), box.right()); });
    ring = cutSide(
        ring, [&](const QPointF& p) { return p.y() >= box.top(); },
        [&](const QPointF& a, const QPointF& b) { return cross(a.y(), b.y(), box.top()); });
    return cutSide(
        ring, [&](const QPointF& p) { return p.y() <= box.bottom(); },
        [&](const QPointF& a, const QPointF& b) { return cross(a.y(), b.y(), box.bottom()); });
}

/// The part of a segment within the box, as shares of its length (Liang and Barsky 1984).
std::optional<std::pair<double, double>> cutSegment(const QPointF& a, const QPointF& b,
                                                    const QRectF& box)
{
    double from = 0;
    double to = 1;
    const QPointF d = b - a;
    const std::array<std::pair<double, double>, 4> sides{{{-d.x(), a.x() - box.left()},
                                                          {d.x(), box.right() - a.x()},
                                                          {-d.y(), a.y() - box.top()},
                                                          {d.y(), box.bottom() - a.y()}}};
    for (const auto& [p, q] : sides) {
        if (p == 0) {
            if (q < 0)
                return {};
        } else if (p < 0) {
            from = std::max(from, q / p);
        } else {
            to = std::min(to, q / p);
        }
    }
    if (from > to)
        return {};
    return std::pair{from, to};
}

} // namespace

std::vector<LineRun> visibleRuns(const Canvas& canvas, std::span<const Point> line, double margin)
{
    const QPolygonF points = snapped(canvas, line);
    const QRectF box = canvas.bounds().adjusted(-margin, -margin, margin, margin);
    std::vector<LineRun> runs;
    bool open = false;
    double length = 0;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF& a = points[i - 1];
        const QPointF& b = points[i];
        const double segment = std::hypot(b.x() - a.x(), b.y() - a.y());
        if (const auto cut = cutSegment(a, b, box)) {
            if (!open || cut->first > 0)
                runs.push_back({{a + (b - a) * cut->first}, length + segment * cut->first});
            runs.back().points.append(a + (b - a) * cut->second);
            open = cut->second == 1;
        } else {
            open = false;
        }
        length += segment;
    }
    return runs;
}

void addRing(QPainterPath& path, const Canvas& canvas, std::span<const Point> vertices,
             double margin)
{
    QPolygonF ring = snapped(canvas, vertices);
    if (ring.size() < 4)
        return;
    const QRectF box = canvas.bounds().adjusted(-margin, -margin, margin, margin);
    if (!box.contains(ring.boundingRect())) {
        ring.removeLast();
        ring = cutToBox(std::move(ring), box);
        if (ring.size() < 3)
            return;
        ring.append(ring.front());
    }
    path.addPolygon(ring);
}

} // namespace guatu::render
