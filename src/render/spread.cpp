// SPDX-License-Identifier: MIT
#include "render/spread.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{
constexpr double cellSize = 24; // device pixels; discs wider than that look farther
}

std::vector<QPointF> shifts(int steps)
{
    std::vector<QPointF> offsets;
    for (int y = -steps; y <= steps; ++y) {
        for (int x = -steps; x <= steps; ++x) {
            if (x * x + y * y <= steps * steps)
                offsets.emplace_back(QPointF(x, y) / steps);
        }
    }
    std::stable_sort(offsets.begin(), offsets.end(), [](const QPointF& a, const QPointF& b) {
        return QPointF::dotProduct(a, a) < QPointF::dotProduct(b, b);
    });
    return offsets;
}

Spreader::Spreader(double farthest) : m_farthest(farthest), m_shifts(shifts(10)) {}

std::int64_t Spreader::cellOf(QPointF at, int dx, int dy) const
{
    const auto x = static_cast<std::int64_t>(std::floor(at.x() / cellSize)) + dx;
    const auto y = static_cast<std::int64_t>(std::floor(at.y() / cellSize)) + dy;
    return y * 1000003 + x;
}

void Spreader::block(QPointF at, double radius)
{
    m_widest = std::max(m_widest, radius);
    m_cells[cellOf(at, 0, 0)].push_back({at, radius});
}

bool Spreader::isFree(QPointF at, double radius) const
{
    const int reach = static_cast<int>(std::ceil((radius + m_widest) / cellSize));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const auto cell = m_cells.find(cellOf(at, dx, dy));
            if (cell == m_cells.end())
                continue;
            for (const Disc& disc : cell->second) {
                const QPointF off = disc.at - at;
                const double apart = disc.radius + radius;
                if (QPointF::dotProduct(off, off) < apart * apart)
                    return false;
            }
        }
    }
    return true;
}

std::optional<QPointF> Spreader::tryPlace(QPointF at, double radius)
{
    for (const QPointF& shift : m_shifts) {
        const QPointF candidate = at + shift * m_farthest;
        if (isFree(candidate, radius)) {
            block(candidate, radius);
            return candidate;
        }
    }
    return std::nullopt;
}

QPointF Spreader::place(QPointF at, double radius)
{
    if (const auto free = tryPlace(at, radius))
        return *free;
    block(at, radius);
    return at;
}

} // namespace guatu::render
