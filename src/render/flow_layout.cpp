// SPDX-License-Identifier: MIT
#include "render/flow_layout.h"

#include "render/figure_value.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double bulge = 0.13;     // of the distance, at the middle of the arc
constexpr double startClear = 1.6; // mm free of the symbol where it begins ...
constexpr double endClear = 2.6;   // ... and where it ends
constexpr double shortest = 2.5;   // mm between two places, for an arrow
constexpr double tail = 0.35;      // of the width, where it begins
constexpr int pieces = 24;

double length(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

/// Lengths of the line up to each of its points.
std::vector<double> lengthsOf(const QPolygonF& line)
{
    std::vector<double> lengths{0};
    for (qsizetype i = 1; i < line.size(); ++i)
        lengths.push_back(lengths.back() + length(line[i] - line[i - 1]));
    return lengths;
}

QPointF leftOf(QPointF direction)
{
    const double all = length(direction);
    return all > 0 ? QPointF(direction.y(), -direction.x()) / all : QPointF();
}

} // namespace

double flowWidth(const FlowFigure& figure, double value, double largest)
{
    return value > 0 && largest > 0 ? std::max(figure.least, figure.most * value / largest)
                                    : figure.least;
}

QPolygonF flowAxis(QPointF from, QPointF to, double before, double behind)
{
    const QPointF across = to - from;
    const double distance = length(across);
    const QPointF control = (from + to) / 2 + leftOf(across) * (2 * bulge * distance);
    const double first = std::min(before / distance, 0.12);
    const double last = 1 - std::min(behind / distance, 0.2);
    QPolygonF axis;
    for (int i = 0; i <= pieces; ++i) {
        const double t = first + (last - first) * i / pieces;
        axis << (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
    }
    return axis;
}

QPainterPath flowShape(const QPolygonF& axis, double width, double leastHead)
{
    const std::vector<double> lengths = lengthsOf(axis);
    const double all = lengths.back();
    const double headWidth = std::max(leastHead, 2 * width);
    const double head = std::min(1.1 * headWidth, 0.6 * all);
    const double neck = all - head;
    QPolygonF left;
    QPolygonF right;
    QPointF end;
    QPointF direction;
    for (qsizetype i = 0; i < axis.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const bool isNeck = lengths[index] >= neck;
        QPointF at = axis[i];
        const qsizetype behind = std::max<qsizetype>(1, i);
        direction = axis[behind] - axis[behind - 1];
        if (isNeck && i > 0) {
            const double piece = lengths[index] - lengths[index - 1];
            at = axis[i - 1] + direction * (piece > 0 ? (neck - lengths[index - 1]) / piece : 0);
        }
        const double share = std::min(lengths[index], neck) / std::max(neck, 1e-9);
        const QPointF off = leftOf(direction) * (width / 2 * (tail + (1 - tail) * share));
        left << at + off;
        right << at - off;
        end = at;
        if (isNeck)
            break;
    }
    const QPointF barb = leftOf(axis.last() - end) * (headWidth / 2);
    QPolygonF outline = left;
    outline << end + barb << axis.last() << end - barb;
    for (qsizetype i = right.size(); i-- > 0;)
        outline << right[i];
    QPainterPath path;
    path.addPolygon(outline);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    return path;
}

double leastFlowHead(const Canvas& canvas)
{
    return canvas.mm(1.7);
}

bool touchesFlow(const PlacedFlow& flow, QPointF at, double tolerance)
{
    const double near = std::max(flow.width / 2, tolerance);
    if (!flow.axis.boundingRect().adjusted(-near, -near, near, near).contains(at))
        return false;
    for (qsizetype i = 1; i < flow.axis.size(); ++i) {
        const QPointF along = flow.axis[i] - flow.axis[i - 1];
        const double squared = QPointF::dotProduct(along, along);
        const double t =
            squared > 0
                ? std::clamp(QPointF::dotProduct(at - flow.axis[i - 1], along) / squared, 0.0, 1.0)
                : 0;
        if (length(flow.axis[i - 1] + t * along - at) <= near)
            return true;
    }
    return false;
}

FlowPlacement placeFlows(const Canvas& canvas, const DrawnLayer& layer, const Focus& focus)
{
    FlowPlacement placement;
    const auto& figure = std::get<FlowFigure>(layer.style->figure);
    const GeometryColumn& lines = layer.table->geometry;
    const double largest = largestValue(layer);
    for (std::uint32_t row = 0; row < lines.size(); ++row) {
        if (!layer.drawnClass(row) || !lines.hasGeometry(row) || lines.part(row, 0).size() < 2)
            continue;
        const Point from = lines.part(row, 0).front();
        const Point to = lines.part(row, 0).back();
        if (!focus.contains(from) && !focus.contains(to))
            continue;
        const QPointF a = canvas.toDevice(from);
        const QPointF b = canvas.toDevice(to);
        const double reach = bulge * length(b - a) + canvas.mm(figure.most);
        const QRectF box = QRectF(a, b).normalized().adjusted(-reach, -reach, reach, reach);
        if (!box.intersects(canvas.bounds()))
            continue;
        if (length(b - a) < canvas.mm(shortest)) {
            ++placement.notDrawn;
            continue;
        }
        const double value = figureValue(layer.style->figure, *layer.table, row);
        placement.flows.push_back({flowAxis(a, b, canvas.mm(startClear), canvas.mm(endClear)),
                                   canvas.mm(flowWidth(figure, value, largest)), row, value});
    }
    std::ranges::sort(placement.flows, [](const PlacedFlow& a, const PlacedFlow& b) {
        return std::pair(-a.width, a.row) < std::pair(-b.width, b.row);
    });
    if (placement.flows.size() > mostFlows) {
        placement.notDrawn += placement.flows.size() - mostFlows;
        placement.flows.erase(placement.flows.begin() + static_cast<std::ptrdiff_t>(mostFlows),
                              placement.flows.end());
    }
    return placement;
}

} // namespace guatu::render
