// SPDX-License-Identifier: MIT
#include "render/route_lines.h"

#include "render/paths.h"
#include "render/route_style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace guatu::render
{
namespace
{

constexpr double lineMm = 0.75, casingMm = 1.5, firstLaneMm = 0.55, laneMm = 1.15;
constexpr int veil = 105; // of 255: statuses stay readable, routes come first

/// Pieces of road in the direction they are driven, to a metre.
using Piece = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

std::set<Piece> piecesOf(const Route& route)
{
    std::set<Piece> pieces;
    for (const auto& drive : route.drives)
        for (std::size_t i = 1; i < drive.size(); ++i)
            pieces.emplace(std::llround(drive[i - 1].x), std::llround(drive[i - 1].y),
                           std::llround(drive[i].x), std::llround(drive[i].y));
    return pieces;
}

bool overlap(const std::set<Piece>& a, const std::set<Piece>& b)
{
    const auto& few = a.size() < b.size() ? a : b;
    const auto& many = a.size() < b.size() ? b : a;
    return std::ranges::any_of(few, [&](const Piece& piece) { return many.contains(piece); });
}

/// Douglas & Peucker 1973.
void thin(const QPolygonF& line, qsizetype first, qsizetype last, double tolerance,
          std::vector<char>& keep)
{
    double farthest = tolerance;
    qsizetype at = -1;
    const QPointF way = line[last] - line[first];
    const double length = std::hypot(way.x(), way.y());
    for (qsizetype i = first + 1; i < last; ++i) {
        const QPointF off = line[i] - line[first];
        const double distance = length > 0
                                    ? std::abs(way.x() * off.y() - way.y() * off.x()) / length
                                    : std::hypot(off.x(), off.y());
        if (distance > farthest) {
            farthest = distance;
            at = i;
        }
    }
    if (at < 0)
        return;
    keep[static_cast<std::size_t>(at)] = 1;
    thin(line, first, at, tolerance, keep);
    thin(line, at, last, tolerance, keep);
}

QPolygonF thinned(const QPolygonF& line, double tolerance)
{
    std::vector<char> keep(static_cast<std::size_t>(line.size()), 0);
    keep.front() = keep.back() = 1;
    thin(line, 0, line.size() - 1, tolerance, keep);
    QPolygonF result;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (keep[static_cast<std::size_t>(i)] && (result.isEmpty() || result.back() != line[i]))
            result << line[i];
    return result;
}

QPointF unit(QPointF way)
{
    const double length = std::hypot(way.x(), way.y());
    return length > 0 ? way / length : QPointF();
}

void paintArrow(QPainter& painter, const Canvas& canvas, QPointF at, QPointF ahead,
                const QColor& colour)
{
    const QPointF side(-ahead.y(), ahead.x());
    const double size = canvas.css(4.5);
    const QPolygonF head{at + ahead * size, at - ahead * size + side * size,
                         at - ahead * size * 0.45, at - ahead * size - side * size};
    painter.setPen(QPen(Qt::white, canvas.css(1.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    painter.drawPolygon(head);
}

/// Along a line, one every so many pixels, the first half as far from its begin.
void paintArrows(QPainter& painter, const Canvas& canvas, const QPolygonF& line, double every,
                 const QColor& colour)
{
    double next = every / 2;
    double along = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = std::hypot(way.x(), way.y());
        for (; next <= along + length; next += every)
            paintArrow(painter, canvas, line[i - 1] + way * ((next - along) / length), unit(way),
                       colour);
        along += length;
    }
}

class RoutePainter
{
public:
    RoutePainter(QPainter& painter, const Canvas& canvas, const RouteMap& map)
        : m_painter(painter), m_canvas(canvas), m_map(map), m_lanes(routeLanes(map))
    {
    }

    void paint(std::size_t index)
    {
        const Route& route = m_map.routes[index];
        const double side = m_canvas.mm(firstLaneMm + laneMm * static_cast<double>(m_lanes[index]));
        const double margin = m_canvas.mm(10);
        std::vector<QPolygonF> lines;
        for (const auto& drive : route.drives)
            for (const LineRun& run : visibleRuns(m_canvas, drive, margin))
                if (run.points.size() > 1)
                    lines.push_back(keptRight(run.points, side, m_canvas.css(1)));
        const bool isChosen = m_map.chosen == index;
        const QColor colour = teamColour(route.team);
        stroke(lines, QPen(isChosen ? QColor(0x11, 0x18, 0x20) : QColor(255, 255, 255, 235),
                           m_canvas.mm(isChosen ? casingMm * 1.1 : casingMm)));
        if (isChosen)
            stroke(lines, QPen(Qt::white, m_canvas.mm(casingMm * 0.85)));
        QPen pen(colour, m_canvas.mm(lineMm));
        if (const auto dashes = dayDashes(route.day); !dashes.isEmpty())
            pen.setDashPattern(dashes);
        stroke(lines, pen);
        for (const QPolygonF& line : lines)
            paintArrows(m_painter, m_canvas, line, m_canvas.css(84), colour);
    }

private:
    void stroke(const std::vector<QPolygonF>& lines, QPen pen)
    {
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::RoundJoin);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        for (const QPolygonF& line : lines)
            m_painter.drawPolyline(line);
    }

    QPainter& m_painter;
    const Canvas& m_canvas;
    const RouteMap& m_map;
    std::vector<std::size_t> m_lanes;
};

} // namespace

std::vector<std::size_t> routeLanes(const RouteMap& map)
{
    std::vector<std::set<Piece>> pieces;
    for (const Route& route : map.routes)
        pieces.push_back(piecesOf(route));
    std::vector<std::size_t> lanes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::set<std::size_t> taken;
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(pieces[i], pieces[j]))
                taken.insert(lanes[j]);
        std::size_t lane = 0;
        while (taken.contains(lane))
            ++lane;
        lanes.push_back(lane);
    }
    return lanes;
}

QPolygonF keptRight(const QPolygonF& line, double distance, double tolerance)
{
    if (line.size() < 2)
        return line;
    const QPolygonF way = thinned(line, tolerance);
    if (way.size() < 2)
        return way;
    QPolygonF moved;
    for (qsizetype i = 0; i < way.size(); ++i) {
        const QPointF in = i > 0 ? unit(way[i] - way[i - 1]) : unit(way[1] - way[0]);
        const QPointF out = i + 1 < way.size() ? unit(way[i + 1] - way[i]) : in;
        const QPointF a(-in.y(), in.x()), b(-out.y(), out.x()); // right, y downwards
        const QPointF middle = unit(a + b);
        // On the bisector, but not out on long spikes at sharp bends.
        const double cosine = middle.x() * a.x() + middle.y() * a.y();
        moved << way[i] + (cosine > 0.5 ? middle * (distance / cosine) : a * distance);
        if (cosine <= 0.5)
            moved << way[i] + b * distance;
    }
    return moved;
}

void paintRoutes(QPainter& painter, const Canvas& canvas, const RouteMap& map)
{
    painter.save();
    painter.fillRect(canvas.bounds(), QColor(247, 246, 242, veil));
    RoutePainter routes(painter, canvas, map);
    for (std::size_t i = map.routes.size(); i-- > 0;)
        if (map.chosen != i)
            routes.paint(i);
    if (map.chosen && *map.chosen < map.routes.size())
        routes.paint(*map.chosen);
    painter.restore();
}

} // namespace guatu::render
