// SPDX-License-Identifier: MIT
#include "render/density_field.h"

#include "render/tile_pool.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr int reach = 8;           // cells of a radius
constexpr int side = 128;          // cells of a block
constexpr double farthest = 1e8;   // metres from the origin that a place may lie
constexpr double deviations = 3.0; // standard deviations in a radius

/// A column or row of the grid.
std::int64_t cellOf(double at, double cell)
{
    return static_cast<std::int64_t>(std::floor(at / cell));
}

std::int64_t blockOf(std::int64_t cell)
{
    return cell >= 0 ? cell / side : -((side - 1 - cell) / side);
}

std::uint64_t keyOf(std::int64_t column, std::int64_t row)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32U |
           static_cast<std::uint32_t>(row);
}

std::int64_t columnOf(std::uint64_t key)
{
    return static_cast<std::int32_t>(key >> 32U);
}

std::int64_t rowOf(std::uint64_t key)
{
    return static_cast<std::int32_t>(key & 0xFFFFFFFFU);
}

/// Cells in blocks; only those with something in them exist.
template <class Value>
class Cells
{
public:
    using Blocks = std::unordered_map<std::uint64_t, std::vector<Value>>;

    void add(std::int64_t x, std::int64_t y, Value value) { at(x, y) += value; }

    [[nodiscard]] Value& at(std::int64_t x, std::int64_t y)
    {
        const std::int64_t column = blockOf(x);
        const std::int64_t row = blockOf(y);
        const std::uint64_t key = keyOf(column, row);
        if (!m_last || key != m_lastKey) {
            m_lastKey = key;
            m_last = &m_blocks[key];
            if (m_last->empty())
                m_last->resize(static_cast<std::size_t>(side * side));
        }
        return (*m_last)[static_cast<std::size_t>((y - row * side) * side + x - column * side)];
    }

    /// The cells of a block and `before` and `behind` cells around it, row by row.
    [[nodiscard]] std::vector<Value> padded(std::uint64_t key, int before, int behind) const
    {
        const int width = side + before + behind;
        std::vector<Value> cells(static_cast<std::size_t>(width) * static_cast<std::size_t>(width));
        for (int row = -1; row <= 1; ++row) {
            for (int column = -1; column <= 1; ++column) {
                const auto found = m_blocks.find(keyOf(columnOf(key) + column, rowOf(key) + row));
                if (found == m_blocks.end())
                    continue;
                const int left = std::max(0, -before - column * side);
                const int right = std::min(side, side + behind - column * side);
                const int bottom = std::max(0, -before - row * side);
                const int top = std::min(side, side + behind - row * side);
                for (int y = bottom; y < top && left < right; ++y) {
                    const int to =
                        (y + row * side + before) * width + left + column * side + before;
                    std::copy_n(found->second.begin() + y * side + left, right - left,
                                cells.begin() + to);
                }
            }
        }
        return cells;
    }

    [[nodiscard]] const Blocks& blocks() const { return m_blocks; }

private:
    Blocks m_blocks;
    std::uint64_t m_lastKey = 0;
    std::vector<Value>* m_last = nullptr;
};

struct Place {
    double x, y, amount;
};

/// Of each block, how many places lie within reach of each of its cells.
Cells<std::uint32_t>::Blocks neighbours(const Cells<std::uint32_t>& counts)
{
    Cells<std::uint32_t>::Blocks result;
    constexpr int width = side + 2 * reach;
    for (const auto& [key, own] : counts.blocks()) {
        const std::vector<std::uint32_t> around = counts.padded(key, reach, reach);
        std::vector<std::uint32_t> rows(static_cast<std::size_t>(side) * width);
        for (std::size_t y = 0; y < width; ++y) {
            for (std::size_t x = 0; x < side; ++x) {
                const auto from = around.begin() + static_cast<std::ptrdiff_t>(y * width + x);
                std::uint32_t sum = 0;
                for (int i = 0; i <= 2 * reach; ++i)
                    sum += from[i];
                rows[y * side + x] = sum;
            }
        }
        std::vector<std::uint32_t>& sums = result[key];
        sums.resize(own.size());
        for (std::size_t y = 0; y < side; ++y) {
            for (std::size_t i = 0; i <= 2 * reach; ++i) {
                for (std::size_t x = 0; x < side; ++x)
                    sums[y * side + x] += rows[(y + i) * side + x];
            }
        }
    }
    return result;
}

using Kernel = std::array<float, 2 * reach + 1>;

Kernel kernel()
{
    Kernel weights{};
    double sum = 0;
    std::array<double, 2 * reach + 1> exact{};
    for (int i = -reach; i <= reach; ++i) {
        const double z = deviations * i / reach;
        exact[static_cast<std::size_t>(i + reach)] = std::exp(-z * z / 2);
        sum += exact[static_cast<std::size_t>(i + reach)];
    }
    for (std::size_t i = 0; i < exact.size(); ++i)
        weights[i] = static_cast<float>(exact[i] / sum);
    return weights;
}

/// The cells of a block and the first of the next, spread, times `factor`.
std::vector<float> spreadBlock(const Cells<float>& amounts, std::uint64_t key,
                               const Kernel& weights, float factor)
{
    constexpr std::size_t rim = side + 1;
    constexpr std::size_t width = rim + 2 * reach;
    const std::vector<float> around = amounts.padded(key, reach, reach + 1);
    std::vector<float> rows(rim * width);
    for (std::size_t y = 0; y < width; ++y) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const float* from = &around[y * width + i];
            float* to = &rows[y * rim];
            for (std::size_t x = 0; x < rim; ++x)
                to[x] += weights[i] * from[x];
        }
    }
    std::vector<float> block(rim * rim);
    for (std::size_t y = 0; y < rim; ++y) {
        float* to = &block[y * rim];
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const float* from = &rows[(y + i) * rim];
            for (std::size_t x = 0; x < rim; ++x)
                to[x] += weights[i] * from[x];
        }
        for (std::size_t x = 0; x < rim; ++x)
            to[x] *= factor;
    }
    return block;
}

std::vector<Place> usable(std::span<const Point> places, std::span<const double> amounts)
{
    std::vector<Place> result;
    result.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Point p = places[i];
        if (p.valid() && std::abs(p.x) < farthest && std::abs(p.y) < farthest && amounts[i] > 0 &&
            std::isfinite(amounts[i]))
            result.push_back({p.x, p.y, amounts[i]});
    }
    return result;
}

/// Gives a place's amount to the four cells whose middles lie around it.
void share(Cells<float>& cells, const Place& place, double cell)
{
    const double u = place.x / cell - 0.5;
    const double v = place.y / cell - 0.5;
    const auto x = static_cast<std::int64_t>(std::floor(u));
    const auto y = static_cast<std::int64_t>(std::floor(v));
    const double right = u - static_cast<double>(x);
    const double above = v - static_cast<double>(y);
    const auto give = [&](std::int64_t column, std::int64_t row, double part) {
        cells.add(column, row, static_cast<float>(part * place.amount));
    };
    give(x, y, (1 - right) * (1 - above));
    give(x + 1, y, right * (1 - above));
    give(x, y + 1, (1 - right) * above);
    give(x + 1, y + 1, right * above);
}

} // namespace

DensityField::DensityField(std::span<const Point> places, std::span<const double> amounts,
                           double radius, std::size_t fewest)
    : m_cell(radius / reach)
{
    const std::vector<Place> all = usable(places, amounts);
    Cells<std::uint32_t> counts;
    for (const Place& place : all)
        counts.add(cellOf(place.x, m_cell), cellOf(place.y, m_cell), 1);
    const auto near = neighbours(counts);

    Cells<float> amountsOf;
    for (const Place& place : all) {
        const std::int64_t x = cellOf(place.x, m_cell);
        const std::int64_t y = cellOf(place.y, m_cell);
        const std::int64_t column = blockOf(x);
        const std::int64_t row = blockOf(y);
        const std::vector<std::uint32_t>& block = near.at(keyOf(column, row));
        if (block[static_cast<std::size_t>((y - row * side) * side + x - column * side)] < fewest)
            ++m_alone;
        else
            share(amountsOf, place, m_cell);
    }
    for (const auto& [key, cells] : amountsOf.blocks()) {
        for (int row = -1; row <= 1; ++row)
            for (int column = -1; column <= 1; ++column)
                m_blocks.try_emplace(keyOf(columnOf(key) + column, rowOf(key) + row));
    }
    std::vector<std::pair<const std::uint64_t, std::vector<float>>*> work;
    for (auto& entry : m_blocks)
        work.push_back(&entry);
    const Kernel weights = kernel();
    const auto perSquareKilometre = static_cast<float>(1e6 / (m_cell * m_cell));
    TilePool::shared().run(work.size(),
                           [&](std::size_t i) {
                               work[i]->second = spreadBlock(amountsOf, work[i]->first, weights,
                                                             perSquareKilometre);
                           },
                           {});
    std::erase_if(m_blocks, [](const auto& entry) {
        return std::ranges::all_of(entry.second, [](float value) { return value == 0; });
    });
    for (const auto& [key, values] : m_blocks) {
        m_peak = std::max(m_peak, static_cast<double>(std::ranges::max(values)));
        const double across = side * m_cell;
        const Point corner{static_cast<double>(columnOf(key)) * across,
                           static_cast<double>(rowOf(key)) * across};
        m_extent.add(corner);
        m_extent.add(Point{corner.x + across + m_cell, corner.y + across + m_cell});
    }
}

double DensityField::Reader::at(double x, double y)
{
    const double u = x / m_field.m_cell - 0.5;
    const double v = y / m_field.m_cell - 0.5;
    const double floorU = std::floor(u);
    const double floorV = std::floor(v);
    if (!(std::abs(u) < 4e9 && std::abs(v) < 4e9))
        return 0;
    const auto cellX = static_cast<std::int64_t>(floorU);
    const auto cellY = static_cast<std::int64_t>(floorV);
    const std::int64_t column = blockOf(cellX);
    const std::int64_t row = blockOf(cellY);
    const std::uint64_t key = keyOf(column, row);
    if (!m_known || key != m_key) {
        const auto found = m_field.m_blocks.find(key);
        m_block = found == m_field.m_blocks.end() ? nullptr : found->second.data();
        m_key = key;
        m_known = true;
    }
    if (!m_block)
        return 0;
    constexpr std::int64_t rim = side + 1;
    const float* corner = m_block + (cellY - row * side) * rim + cellX - column * side;
    const double right = u - floorU;
    const double above = v - floorV;
    return (corner[0] * (1 - right) + corner[1] * right) * (1 - above) +
           (corner[rim] * (1 - right) + corner[rim + 1] * right) * above;
}

} // namespace guatu::render
