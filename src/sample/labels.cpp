// SPDX-License-Identifier: MIT
#include "sample/labels.h"

#include "sample/line_shape.h"
#include "sample/random.h"

#include <algorithm>
#include <array>
#include <queue>

namespace guatu::sample
{
namespace
{

/// The part of the land's grid around a county.
Grid pieceAround(const Land& land, std::size_t county)
{
    int left = land.grid.width, right = 0, low = land.grid.height, high = 0;
    for (int row = 0; row < land.grid.height; ++row)
        for (int column = 0; column < land.grid.width; ++column)
            if (land.countyAt[static_cast<std::size_t>(land.grid.number(column, row))] ==
                static_cast<std::int8_t>(county)) {
                left = std::min(left, column);
                right = std::max(right, column);
                low = std::min(low, row);
                high = std::max(high, row);
            }
    constexpr int margin = 4;
    left = std::max(0, left - margin);
    low = std::max(0, low - margin);
    right = std::min(land.grid.width - 1, right + margin);
    high = std::min(land.grid.height - 1, high + margin);
    return {.origin = {land.grid.origin.x + left * land.grid.cell,
                       land.grid.origin.y + low * land.grid.cell},
            .cell = land.grid.cell,
            .width = right - left + 1,
            .height = high - low + 1};
}

/// How hard it is to cross each cell: steep ground and ridges part villages.
std::vector<float> effort(const Land& land, const Relief& relief, const Grid& grid,
                          std::size_t county)
{
    std::vector<float> result(grid.size());
    for (int cell = 0; cell < static_cast<int>(grid.size()); ++cell) {
        const auto there = static_cast<std::size_t>(land.grid.at(grid.center(cell)));
        const float above = std::max(0.0F, relief.above[there]);
        float value = 1 + 5 * relief.slope[there] + above / 90;
        if (land.countyAt[there] != static_cast<std::int8_t>(county))
            value *= 6; // the village goes around a neighbour's land, not through it
        result[static_cast<std::size_t>(cell)] = value;
    }
    return result;
}

/// Sides and corners of the grid, for tracing lines along cell sides.
class Tracer
{
public:
    Tracer(const Labels& labels, std::uint64_t seed) : m_labels(labels), m_seed(seed)
    {
        m_used.resize(cornerCount() * 2);
    }

    std::vector<std::vector<Point>> trace()
    {
        std::vector<std::vector<Point>> lines;
        for (const bool fromJunctions : {true, false})
            for (int row = 0; row <= m_labels.grid.height; ++row)
                for (int column = 0; column <= m_labels.grid.width; ++column) {
                    if (fromJunctions && degree(column, row) == 2)
                        continue;
                    for (int direction = 0; direction < 4; ++direction)
                        if (isSide(column, row, direction) && !used(column, row, direction))
                            lines.push_back(walk(column, row, direction));
                }
        return lines;
    }

private:
    static constexpr std::array<int, 4> dx{1, 0, -1, 0};
    static constexpr std::array<int, 4> dy{0, 1, 0, -1};

    std::size_t cornerCount() const
    {
        return static_cast<std::size_t>(m_labels.grid.width + 1) *
               static_cast<std::size_t>(m_labels.grid.height + 1);
    }
    int label(int column, int row) const
    {
        return m_labels.grid.holds(column, row)
                   ? m_labels.village[static_cast<std::size_t>(m_labels.grid.number(column, row))]
                   : -1;
    }
    /// Whether the grid line from the corner in the direction parts two villages.
    bool isSide(int column, int row, int direction) const
    {
        if (direction >= 2) // seen from the other end
            return isSide(column + dx[static_cast<std::size_t>(direction)],
                          row + dy[static_cast<std::size_t>(direction)], direction - 2);
        const int a = label(column, row);
        const int b = direction == 0 ? label(column, row - 1) : label(column - 1, row);
        return a >= 0 && b >= 0 && a != b;
    }
    int degree(int column, int row) const
    {
        int count = 0;
        for (int direction = 0; direction < 4; ++direction)
            count += isSide(column, row, direction) ? 1 : 0;
        return count;
    }
    std::vector<char>::reference used(int column, int row, int direction)
    {
        if (direction >= 2) {
            column += dx[static_cast<std::size_t>(direction)];
            row += dy[static_cast<std::size_t>(direction)];
            direction -= 2;
        }
        return m_used[(static_cast<std::size_t>(row) *
                           static_cast<std::size_t>(m_labels.grid.width + 1) +
                       static_cast<std::size_t>(column)) *
                          2 +
                      static_cast<std::size_t>(direction)];
    }
    /// The corner, moved a little so that long straight sides do not stay straight.
    Point corner(int column, int row) const
    {
        const Grid& grid = m_labels.grid;
        const Point p{grid.origin.x + column * grid.cell, grid.origin.y + row * grid.cell};
        Random random(m_seed +
                      mix(static_cast<std::uint64_t>(static_cast<std::int64_t>(p.x)) * 31 +
                          mix(static_cast<std::uint64_t>(static_cast<std::int64_t>(p.y)))));
        const double most = 0.35 * grid.cell;
        return {p.x + random.between(-most, most), p.y + random.between(-most, most)};
    }

    std::vector<Point> walk(int column, int row, int direction)
    {
        const int startColumn = column;
        const int startRow = row;
        std::vector<Point> line{corner(column, row)};
        for (;;) {
            used(column, row, direction) = 1;
            column += dx[static_cast<std::size_t>(direction)];
            row += dy[static_cast<std::size_t>(direction)];
            line.push_back(corner(column, row));
            if (degree(column, row) != 2 || (column == startColumn && row == startRow))
                return line;
            const int back = (direction + 2) % 4;
            for (int next = 0; next < 4; ++next)
                if (next != back && isSide(column, row, next)) {
                    direction = next;
                    break;
                }
        }
    }

    const Labels& m_labels;
    std::uint64_t m_seed;
    std::vector<char> m_used{};
};

} // namespace

Labels labelCounty(const Land& land, const Relief& relief, std::size_t county, std::uint64_t seed)
{
    Labels labels{.grid = pieceAround(land, county), .village = {}};
    const Grid& grid = labels.grid;
    labels.village.assign(grid.size(), -1);
    const auto cost = effort(land, relief, grid, county);
    std::vector<float> spent(grid.size(), std::numeric_limits<float>::infinity());
    // Ordered by (effort, cell, village), so that ties fall the same way everywhere.
    using Step = std::tuple<float, int, std::int16_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    std::vector<float> slowness(land.villages.size(), 1);
    for (const std::size_t village : land.counties[county].villages) {
        Random random(mix(seed + village));
        const double reach = land.villages[village].urban ? 2.6 : random.between(0.85, 1.2);
        slowness[village] = static_cast<float>(reach);
        open.emplace(0.0F, grid.at(land.villages[village].seat),
                     static_cast<std::int16_t>(village));
    }
    while (!open.empty()) {
        const auto [effortHere, cell, village] = open.top();
        open.pop();
        const auto here = static_cast<std::size_t>(cell);
        if (labels.village[here] >= 0)
            continue;
        labels.village[here] = village;
        const int column = cell % grid.width;
        const int row = cell / grid.width;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                if ((dx == 0 && dy == 0) || !grid.holds(column + dx, row + dy))
                    continue;
                const auto there = static_cast<std::size_t>(grid.number(column + dx, row + dy));
                const float length = dx != 0 && dy != 0 ? 1.41421356F : 1.0F;
                const float total = effortHere + length * (cost[here] + cost[there]) *
                                                     slowness[static_cast<std::size_t>(village)];
                if (labels.village[there] < 0 && total < spent[there]) {
                    spent[there] = total;
                    open.emplace(total, static_cast<int>(there), village);
                }
            }
    }
    return labels;
}

std::vector<std::vector<Point>> dividingLines(const Labels& labels, std::uint64_t seed)
{
    auto lines = Tracer(labels, seed).trace();
    for (auto& line : lines)
        line = simplified(cornersCut(smoothed(std::move(line), 3)), 9);
    return lines;
}

} // namespace guatu::sample
