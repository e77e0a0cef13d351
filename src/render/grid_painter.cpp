// SPDX-License-Identifier: MIT
#include "render/grid_painter.h"

#include "render/map_grid.h"
#include "render/map_text.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace guatu::render
{
namespace
{

constexpr double leastSpace = 130; // CSS pixels between two lines
constexpr double labelSize = 11;   // CSS pixels
constexpr double inset = 3;        // CSS pixels of a label from the edge
const QColor halo(255, 255, 255, 230);

QColor colourOf(bool isGraticule)
{
    return isGraticule ? QColor(0x3E, 0x6A, 0x8C) : QColor(0x7A, 0x72, 0x66);
}

struct Grid {
    std::vector<GridLine> lines;
    bool isGraticule;
};

std::vector<Grid> gridsOf(const Canvas& canvas, const MapScene& scene)
{
    std::vector<Grid> grids;
    const double least = canvas.css(leastSpace) * canvas.metresPerPixel();
    const Box extent = canvas.extent(2);
    if (scene.kilometreGrid)
        grids.push_back({kilometreGrid(extent, least), false});
    if (scene.graticule && !scene.crs.empty())
        grids.push_back({graticule(extent, scene.crs, least), true});
    return grids;
}

QPolygonF onCanvas(const Canvas& canvas, const GridLine& line)
{
    QPolygonF path;
    for (const Point& p : line.path) {
        if (p.valid())
            path.append(canvas.toDevice(p));
    }
    return path;
}

/// Labels a line inside the edges that it crosses.
void addLabels(const Canvas& canvas, const GridLine& line, const QFont& font,
               std::vector<QRectF>& boxes, std::vector<QString>& texts)
{
    const QRectF all = canvas.bounds();
    const double rim = canvas.css(inset);
    const QString text = QString::fromStdString(line.label);
    const QSizeF size(textWidth(text, font) + canvas.css(4), canvas.css(15));
    const QPolygonF path = onCanvas(canvas, line);
    if (path.isEmpty())
        return;
    const QPointF way = path.back() - path.front();
    const bool isSteep = std::abs(way.y()) > std::abs(way.x());
    const std::array<QLineF, 2> edges =
        isSteep ? std::array{QLineF(all.topLeft(), all.topRight()),
                             QLineF(all.bottomLeft(), all.bottomRight())}
                : std::array{QLineF(all.topLeft(), all.bottomLeft()),
                             QLineF(all.topRight(), all.bottomRight())};
    for (qsizetype i = 1; i < path.size(); ++i) {
        for (const QLineF& edge : edges) {
            QPointF at;
            if (QLineF(path[i - 1], path[i]).intersects(edge, &at) != QLineF::BoundedIntersection)
                continue;
            QRectF box(at - QPointF(size.width() / 2, size.height() / 2), size);
            box.moveLeft(
                std::clamp(box.left(), all.left() + rim, all.right() - rim - size.width()));
            box.moveTop(std::clamp(box.top(), all.top() + rim, all.bottom() - rim - size.height()));
            if (std::ranges::any_of(boxes, [&](const QRectF& b) { return b.intersects(box); }))
                continue;
            boxes.push_back(box);
            texts.push_back(text);
        }
    }
}

void paintLines(QPainter& painter, const Canvas& canvas, const Grid& grid)
{
    QColor colour = colourOf(grid.isGraticule);
    colour.setAlphaF(0.55F);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, canvas.css(0.8)));
    for (const GridLine& line : grid.lines)
        painter.drawPolyline(onCanvas(canvas, line));
    painter.restore();
}

std::vector<GridLabel> labelsOf(const Canvas& canvas, const std::vector<Grid>& grids)
{
    const QFont font = mapFont(canvas.css(labelSize), false);
    std::vector<QRectF> boxes;
    std::vector<QString> texts;
    std::vector<GridLabel> labels;
    for (const Grid& grid : grids) {
        for (const GridLine& line : grid.lines)
            addLabels(canvas, line, font, boxes, texts);
        for (std::size_t i = labels.size(); i < boxes.size(); ++i)
            labels.push_back(
                {texts[i].toStdString(), canvas.toLogical(boxes[i]), grid.isGraticule});
    }
    return labels;
}

} // namespace

std::vector<GridLabel> paintGrids(QPainter& painter, const Canvas& canvas, const MapScene& scene)
{
    const std::vector<Grid> grids = gridsOf(canvas, scene);
    for (const Grid& grid : grids)
        paintLines(painter, canvas, grid);
    return labelsOf(canvas, grids);
}

void paintGridLabels(QPainter& painter, const MapPicture& picture, std::span<const QRectF> taken)
{
    const double css = picture.view.dpi / 96;
    const QFont font = mapFont(labelSize * css, false);
    for (const GridLabel& label : picture.gridLabels) {
        if (std::ranges::any_of(taken, [&](const QRectF& b) { return b.intersects(label.box); }))
            continue;
        const QPointF middle(label.box.left() + 2 * css, label.box.center().y());
        paintText(painter, labelBaseline(middle, font), QString::fromStdString(label.text), font,
                  colourOf(label.ofGraticule).darker(125), halo, 2 * css);
    }
}

} // namespace guatu::render
