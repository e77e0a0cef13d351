// SPDX-License-Identifier: MIT
#include "render/cluster.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double ringEdge = 1.2; // CSS pixels of white around a ring
constexpr double mostShift = 17; // CSS pixels a ring may step aside

Box boxOf(const QRectF& r)
{
    return {r.left(), r.top(), r.right(), r.bottom()};
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Whether a disc touches a rectangle.
bool touches(QPointF at, double radius, const QRectF& box)
{
    const double dx = std::max({box.left() - at.x(), 0.0, at.x() - box.right()});
    const double dy = std::max({box.top() - at.y(), 0.0, at.y() - box.bottom()});
    return dx * dx + dy * dy < radius * radius;
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
      m_cell(canvas.mm(layer.layer->clustering->cell) * canvas.metresPerPixel()),
      m_obstacles(obstacles.begin(), obstacles.end())
{
    std::vector<Box> boxes;
    boxes.reserve(m_obstacles.size());
    for (const QRectF& obstacle : m_obstacles)
        boxes.push_back(boxOf(obstacle));
    m_obstacleIndex = RTree(boxes);
}

void Clusterer::add(std::uint32_t row, Point position)
{
    const Key key{static_cast<std::int64_t>(std::floor(position.y / m_cell)),
                  static_cast<std::int64_t>(std::floor(position.x / m_cell))};
    m_cells[key].singles.push_back({row, position});
}

double Clusterer::covered(QPointF at, double radius) const
{
    double sum = 0;
    const Box box{at.x() - radius, at.y() - radius, at.x() + radius, at.y() + radius};
    m_obstacleIndex.visit(box, [&](std::uint32_t item) {
        const QRectF& other = m_obstacles[item];
        const QRectF own(at - QPointF(radius, radius), at + QPointF(radius, radius));
        if (touches(at, radius, other)) {
            const QRectF common = own.intersected(other);
            sum += common.width() * common.height();
        }
    });
    return sum;
}

double Clusterer::symbolRadius(const Member& member) const
{
    const StyleClass* styleClass = m_layer.drawnClass(member.row);
    // Marks fill about two thirds of their symbol's box.
    return markerSize(m_canvas, *styleClass) * 0.36;
}

void Clusterer::placeRing(const Key& key, Cell& cell) const
{
    const QPointF low = m_canvas.toDevice(
        {static_cast<double>(key.second) * m_cell, static_cast<double>(key.first + 1) * m_cell});
    const double side = m_cell / m_canvas.metresPerPixel();
    cell.radius =
        std::min(m_canvas.mm(ringSize(cell.ring.size())) / 2 + m_canvas.css(ringEdge), side / 2);
    Point mean{0, 0};
    for (const Member& member : cell.ring) {
        mean.x += member.position.x / static_cast<double>(cell.ring.size());
        mean.y += member.position.y / static_cast<double>(cell.ring.size());
    }
    const auto clamped = [&](QPointF p) {
        return QPointF(std::clamp(p.x(), low.x() + cell.radius, low.x() + side - cell.radius),
                       std::clamp(p.y(), low.y() + cell.radius, low.y() + side - cell.radius));
    };
    cell.at = clamped(m_canvas.toDevice(mean));
}

bool Clusterer::isFreeAmong(const Key& key, QPointF at, double radius) const
{
    for (std::int64_t dy = -2; dy <= 2; ++dy) {
        for (std::int64_t dx = -2; dx <= 2; ++dx) {
            const auto near = m_cells.find({key.first + dy, key.second + dx});
            if (near == m_cells.end())
                continue;
            const Cell& other = near->second;
            if ((dx != 0 || dy != 0) && !other.ring.empty() &&
                distance(other.at, at) < other.radius + radius)
                return false;
            for (const Member& single : other.singles) {
                if (distance(m_canvas.toDevice(single.position), at) <
                    symbolRadius(single) + radius)
                    return false;
            }
        }
    }
    return true;
}

void Clusterer::stepAside(const Key& key, Cell& cell)
{
    if (cell.ring.empty() || covered(cell.at, cell.radius) == 0)
        return;
    // The least shift that frees the ring; where none does, the one that uncovers it most.
    const QPointF wanted = cell.at;
    double best = covered(wanted, cell.radius);
    double bestShift = 0;
    const double step = m_canvas.css(3);
    for (int dy = -5; dy <= 5; ++dy) {
        for (int dx = -5; dx <= 5; ++dx) {
            const QPointF other = wanted + QPointF(dx * step, dy * step);
            const double shift = distance(other, wanted);
            if (shift > m_canvas.css(mostShift) || !isFreeAmong(key, other, cell.radius))
                continue;
            const double cover = covered(other, cell.radius);
            if (std::pair(cover, shift) < std::pair(best, bestShift)) {
                best = cover;
                bestShift = shift;
                cell.at = other;
            }
        }
    }
}

bool Clusterer::joinRing(const Key& key, Cell& cell)
{
    bool joined = false;
    for (std::size_t i = 0; i < cell.singles.size();) {
        const Member single = cell.singles[i];
        const QPointF at = m_canvas.toDevice(single.position);
        Cell* ring = nullptr;
        Key ringKey;
        for (std::int64_t dy = -1; dy <= 1 && !ring; ++dy) {
            for (std::int64_t dx = -1; dx <= 1 && !ring; ++dx) {
                ringKey = {key.first + dy, key.second + dx};
                const auto near = m_cells.find(ringKey);
                if (near != m_cells.end() && !near->second.ring.empty() &&
                    distance(near->second.at, at) < near->second.radius + symbolRadius(single))
                    ring = &near->second;
            }
        }
        if (!ring) {
            ++i;
            continue;
        }
        cell.singles.erase(cell.singles.begin() + static_cast<std::ptrdiff_t>(i));
        ring->ring.push_back(single);
        placeRing(ringKey, *ring);
        joined = true;
    }
    return joined;
}

bool Clusterer::joinSingles(const Key& key, Cell& cell)
{
    for (std::size_t i = 0; i < cell.singles.size(); ++i) {
        const Member single = cell.singles[i];
        const QPointF at = m_canvas.toDevice(single.position);
        for (std::int64_t dy = -1; dy <= 1; ++dy) {
            for (std::int64_t dx = -1; dx <= 1; ++dx) {
                const auto near = m_cells.find({key.first + dy, key.second + dx});
                if (near == m_cells.end())
                    continue;
                auto& others = near->second.singles;
                const auto other = std::find_if(others.begin(), others.end(), [&](const Member& m) {
                    return m.row != single.row && distance(m_canvas.toDevice(m.position), at) <
                                                      symbolRadius(m) + symbolRadius(single);
                });
                if (other == others.end())
                    continue;
                cell.ring.push_back(single);
                cell.ring.push_back(*other);
                others.erase(other);
                std::erase_if(cell.singles, [&](const Member& m) { return m.row == single.row; });
                placeRing(key, cell);
                return true;
            }
        }
    }
    return false;
}

PointLayout Clusterer::finish(std::stop_token stop)
{
    for (auto& [key, cell] : m_cells) {
        if (cell.singles.size() > m_layer.layer->clustering->singles) {
            cell.ring.swap(cell.singles);
            placeRing(key, cell);
        }
    }
    // Every pass that changes something takes a single away, so this ends.
    bool changed = true;
    while (changed && !stop.stop_requested()) {
        changed = false;
        for (auto& [key, cell] : m_cells)
            changed = joinRing(key, cell) || joinSingles(key, cell) || changed;
    }
    for (auto& [key, cell] : m_cells)
        stepAside(key, cell);
    PointLayout layout{&m_layer, {}, {}};
    for (auto& [key, cell] : m_cells) {
        for (const Member& single : cell.singles)
            layout.singles.push_back({m_canvas.toDevice(single.position), single.row});
        if (cell.ring.empty())
            continue;
        ClusterRing ring{cell.at, cell.radius, {}, {}};
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
