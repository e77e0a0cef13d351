// SPDX-License-Identifier: MIT
#include "render/cluster.h"

#include "render/spread.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double ringEdge = 1.2; // CSS pixels of white around a ring

Box boxOf(const QRectF& r)
{
    return {r.left(), r.top(), r.right(), r.bottom()};
}

bool near(QPointF a, QPointF b, double distance)
{
    const QPointF d = a - b;
    return QPointF::dotProduct(d, d) < distance * distance;
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Square pixels that a rectangle takes of a disc's box; 0 when they do not touch.
double covered(QPointF at, double radius, const QRectF& box)
{
    const double dx = std::max({box.left() - at.x(), 0.0, at.x() - box.right()});
    const double dy = std::max({box.top() - at.y(), 0.0, at.y() - box.bottom()});
    if (dx * dx + dy * dy >= radius * radius)
        return 0;
    const QRectF own(at - QPointF(radius, radius), at + QPointF(radius, radius));
    const QRectF common = own.intersected(box);
    return common.width() * common.height();
}

} // namespace

double ringSize(std::size_t count)
{
    return count < 10 ? 4 : count < 30 ? 5 : count < 100 ? 6 : 8.5;
}

Clusterer::Clusterer(const Canvas& canvas, const DrawnLayer& layer,
                     std::span<const QRectF> obstacles)
    : m_canvas(canvas),
      m_layer(layer),
      m_side(canvas.mm(layer.layer->clustering->cell)),
      m_obstacles(obstacles.begin(), obstacles.end())
{
    const double margin = 2 * m_side;
    const QRectF seen = canvas.bounds().translated(canvas.left(), canvas.top());
    const QRectF box = seen.adjusted(-margin, -margin, margin, margin);
    m_columnsFrom = std::floor(box.left() / m_side);
    m_rowsFrom = std::floor(-box.bottom() / m_side);
    m_columns = static_cast<int>(std::ceil(box.right() / m_side) - m_columnsFrom);
    m_rows = static_cast<int>(std::ceil(-box.top() / m_side) - m_rowsFrom);
    const double metres = m_side * canvas.metresPerPixel();
    m_extent = canvas.turn().boxOf({m_columnsFrom * metres, -(m_rowsFrom + m_rows) * metres,
                                    m_columns * metres, m_rows * metres});
    m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (const StyleClass& styleClass : layer.style->classes) {
        const bool isDrawn = styleClass.symbol.marker.has_value();
        m_radii.push_back(isDrawn ? symbolRadius(markerSize(canvas, styleClass)) : 0);
    }
    std::vector<Box> boxes;
    boxes.reserve(m_obstacles.size());
    for (const QRectF& obstacle : m_obstacles)
        boxes.push_back(boxOf(obstacle));
    m_obstacleIndex = RTree(boxes);
}

void Clusterer::add(std::uint32_t row, Point position)
{
    const QPointF at = m_canvas.toGrid(position) / m_side;
    const double column = std::floor(at.x()) - m_columnsFrom;
    const double line = std::floor(-at.y()) - m_rowsFrom;
    if (!(column >= 0 && line >= 0 && column < m_columns && line < m_rows))
        return; // in a corner of the extent that a turned grid does not reach
    const int index = static_cast<int>(line) * m_columns + static_cast<int>(column);
    m_cells[static_cast<std::size_t>(index)].singles.push_back(
        {row, m_canvas.toDevice(position), m_radii[(*m_layer.classes)[row]]});
}

template <class Visit>
bool Clusterer::visitNear(std::size_t index, int reach, Visit visit)
{
    const int row = static_cast<int>(index) / m_columns;
    const int column = static_cast<int>(index) % m_columns;
    for (int y = std::max(0, row - reach); y <= std::min(m_rows - 1, row + reach); ++y) {
        for (int x = std::max(0, column - reach); x <= std::min(m_columns - 1, column + reach);
             ++x) {
            if (visit(m_cells[static_cast<std::size_t>(y * m_columns + x)]))
                return true;
        }
    }
    return false;
}

void Clusterer::placeRing(Cell& cell)
{
    const auto index = static_cast<int>(&cell - m_cells.data());
    const QPointF low((m_columnsFrom + index % m_columns) * m_side - m_canvas.left(),
                      -(m_rowsFrom + index / m_columns + 1) * m_side - m_canvas.top());
    const double side = m_side;
    const double radius =
        std::min(m_canvas.mm(ringSize(cell.ring.size())) / 2 + m_canvas.css(ringEdge), side / 2);
    QPointF mean;
    for (const Member& member : cell.ring)
        mean += member.at / static_cast<double>(cell.ring.size());
    const auto within = [&](double at, double edge) {
        return std::max(edge + radius, std::min(edge + side - radius, at));
    };
    cell.mean = mean;
    cell.disc = {{within(mean.x(), low.x()), within(mean.y(), low.y())}, radius};
}

bool Clusterer::joinRing(std::size_t index)
{
    bool joined = false;
    auto& singles = m_cells[index].singles;
    for (std::size_t i = 0; i < singles.size();) {
        const Member single = singles[i];
        const bool touched = visitNear(index, 1, [&](Cell& other) {
            if (other.ring.empty() ||
                !near(other.disc.at, single.at, other.disc.radius + single.radius))
                return false;
            singles.erase(singles.begin() + static_cast<std::ptrdiff_t>(i));
            other.ring.push_back(single);
            placeRing(other);
            return true;
        });
        joined = joined || touched;
        i += touched ? 0 : 1;
    }
    return joined;
}

bool Clusterer::joinSingles(std::size_t index)
{
    Cell& cell = m_cells[index];
    for (const Member single : cell.singles) {
        const bool touched = visitNear(index, 1, [&](Cell& other) {
            const auto found =
                std::find_if(other.singles.begin(), other.singles.end(), [&](const Member& m) {
                    return m.row != single.row && near(m.at, single.at, m.radius + single.radius);
                });
            if (found == other.singles.end())
                return false;
            cell.ring.push_back(single);
            cell.ring.push_back(*found);
            other.singles.erase(found);
            std::erase_if(cell.singles, [&](const Member& m) { return m.row == single.row; });
            placeRing(cell);
            return true;
        });
        if (touched)
            return true; // the list it runs over has changed
    }
    return false;
}

void Clusterer::stepAside(std::size_t index, std::span<const QPointF> offsets)
{
    Cell& cell = m_cells[index];
    if (cell.ring.empty())
        return;
    const double radius = cell.disc.radius;
    const double reach = m_canvas.css(mostShift);
    const QPointF wanted = cell.disc.at;
    const double farthest = std::max(reach, distance(wanted, cell.mean));
    std::vector<QRectF> obstacles;
    const double far = radius + reach;
    m_obstacleIndex.visit({wanted.x() - far, wanted.y() - far, wanted.x() + far, wanted.y() + far},
                          [&](std::uint32_t item) { obstacles.push_back(m_obstacles[item]); });
    const auto coveredAt = [&](QPointF at) {
        double sum = 0;
        for (const QRectF& box : obstacles)
            sum += covered(at, radius, box);
        return sum;
    };
    double best = coveredAt(wanted);
    if (best == 0)
        return;
    std::vector<Disc> others;
    visitNear(index, 2, [&](const Cell& other) {
        if (&other != &cell && !other.ring.empty())
            others.push_back(other.disc);
        for (const Member& single : other.singles)
            others.push_back({single.at, single.radius});
        return false;
    });
    // The least shift that frees the ring; where none does, the one that uncovers it most.
    for (const QPointF& offset : offsets) {
        const QPointF at = wanted + offset * reach;
        if (distance(at, cell.mean) > farthest)
            continue;
        const double cover = coveredAt(at);
        if (cover < best && std::none_of(others.begin(), others.end(), [&](const Disc& disc) {
                return near(disc.at, at, disc.radius + radius);
            })) {
            best = cover;
            cell.disc.at = at;
            if (cover == 0)
                return;
        }
    }
}

PointLayout Clusterer::finish(std::stop_token stop)
{
    for (Cell& cell : m_cells) {
        if (cell.singles.size() > m_layer.layer->clustering->singles) {
            cell.ring.swap(cell.singles);
            placeRing(cell);
        }
    }
    // Every pass that changes something takes a single away, so this ends.
    bool changed = true;
    while (changed && !stop.stop_requested()) {
        changed = false;
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            changed = joinRing(i) || joinSingles(i) || changed;
    }
    const std::vector<QPointF> offsets = shifts(6);
    for (std::size_t i = 0; i < m_cells.size() && !stop.stop_requested(); ++i)
        stepAside(i, offsets);
    PointLayout layout{&m_layer, {}, {}, false};
    for (const Cell& cell : m_cells) {
        for (const Member& single : cell.singles)
            layout.singles.push_back({single.at, single.row});
        if (cell.ring.empty())
            continue;
        ClusterRing ring{cell.disc.at, cell.disc.radius, {}, {}};
        ring.classCounts.resize(m_layer.style->classes.size());
        for (const Member& member : cell.ring) {
            ring.rows.push_back(member.row);
            ++ring.classCounts[(*m_layer.classes)[member.row]];
        }
        std::sort(ring.rows.begin(), ring.rows.end());
        layout.rings.push_back(std::move(ring));
    }
    return layout;
}

} // namespace guatu::render
