// SPDX-License-Identifier: MIT
#include "sample/terrain.h"

#include "sample/random.h"

#include <algorithm>
#include <cmath>

namespace guatu::sample
{
namespace
{

/// Mean over a square window, by sums of rows and columns.
std::vector<float> blurred(const std::vector<float>& values, const Grid& grid, int radius)
{
    const auto width = static_cast<std::size_t>(grid.width) + 1;
    std::vector<double> sums(width * (static_cast<std::size_t>(grid.height) + 1));
    for (std::size_t row = 0; row < static_cast<std::size_t>(grid.height); ++row)
        for (std::size_t column = 0; column + 1 < width; ++column)
            sums[(row + 1) * width + column + 1] =
                sums[(row + 1) * width + column] + sums[row * width + column + 1] -
                sums[row * width + column] + double{values[row * (width - 1) + column]};
    std::vector<float> result(values.size());
    const auto sum = [&](int column, int row) {
        return sums[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
    };
    for (int row = 0; row < grid.height; ++row)
        for (int column = 0; column < grid.width; ++column) {
            const int left = std::max(0, column - radius);
            const int right = std::min(grid.width, column + radius + 1);
            const int low = std::max(0, row - radius);
            const int high = std::min(grid.height, row + radius + 1);
            const double total =
                sum(right, high) - sum(left, high) - sum(right, low) + sum(left, low);
            result[static_cast<std::size_t>(grid.number(column, row))] =
                static_cast<float>(total / ((right - left) * (high - low)));
        }
    return result;
}

} // namespace

double Terrain::noise(double x, double y, std::uint64_t layer) const
{
    // Gradient noise after Perlin (2002), with eight directions.
    static constexpr Point directions[]{{1, 0},     {-1, 0},     {0, 1},      {0, -1},
                                        {0.7, 0.7}, {-0.7, 0.7}, {0.7, -0.7}, {-0.7, -0.7}};
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto corner = [&](int dx, int dy) {
        const auto cx = static_cast<std::uint64_t>(static_cast<std::int64_t>(fx) + dx);
        const auto cy = static_cast<std::uint64_t>(static_cast<std::int64_t>(fy) + dy);
        const Point d = directions[mix(m_seed + layer + cx * 0x9e3779b97f4a7c15U + mix(cy)) & 7U];
        return d.x * (x - fx - dx) + d.y * (y - fy - dy);
    };
    const auto fade = [](double t) { return t * t * t * (t * (t * 6 - 15) + 10); };
    const double u = fade(x - fx);
    const double v = fade(y - fy);
    const double low = corner(0, 0) + u * (corner(1, 0) - corner(0, 0));
    const double high = corner(0, 1) + u * (corner(1, 1) - corner(0, 1));
    return (low + v * (high - low)) * 1.5;
}

double Terrain::height(Point p) const
{
    const double x = p.x + 2600 * noise(p.x / 15000, p.y / 15000, 11);
    const double y = p.y + 2600 * noise(p.x / 15000, p.y / 15000, 12);
    double sum = 0;
    double amplitude = 0.55;
    double weight = 1;
    double scale = 13000;
    for (std::uint64_t octave = 0; octave < 6; ++octave) {
        double ridge = 1 - std::fabs(noise(x / scale, y / scale, 100 + octave));
        ridge *= ridge;
        sum += ridge * amplitude * weight;
        weight = std::clamp(ridge * 1.5, 0.2, 1.0);
        amplitude *= 0.5;
        scale *= 0.48;
    }
    const double basin = std::clamp(0.75 + 0.8 * noise(p.x / 38000, p.y / 38000, 50), 0.35, 1.15);
    return 1000 + 1500 * sum * basin + 450 * noise(p.x / 70000, p.y / 70000, 51);
}

Point Terrain::gradient(Point p) const
{
    constexpr double step = 60;
    return {(height({p.x + step, p.y}) - height({p.x - step, p.y})) / (2 * step),
            (height({p.x, p.y + step}) - height({p.x, p.y - step})) / (2 * step)};
}

Relief::Relief(const Terrain& terrain, const Grid& cells) : grid(cells), height(cells.size())
{
    for (int cell = 0; cell < static_cast<int>(grid.size()); ++cell)
        height[static_cast<std::size_t>(cell)] =
            static_cast<float>(terrain.height(grid.center(cell)));
    above = blurred(height, grid, static_cast<int>(2500 / grid.cell));
    for (std::size_t i = 0; i < height.size(); ++i)
        above[i] = height[i] - above[i];
    slope.resize(height.size());
    const auto value = [&](int column, int row) {
        return height[static_cast<std::size_t>(grid.number(std::clamp(column, 0, grid.width - 1),
                                                           std::clamp(row, 0, grid.height - 1)))];
    };
    for (int row = 0; row < grid.height; ++row)
        for (int column = 0; column < grid.width; ++column) {
            const float east = value(column + 1, row) - value(column - 1, row);
            const float north = value(column, row + 1) - value(column, row - 1);
            slope[static_cast<std::size_t>(grid.number(column, row))] =
                std::sqrt(east * east + north * north) / static_cast<float>(2 * grid.cell);
        }
}

double Relief::comfort(int cell) const
{
    const auto i = static_cast<std::size_t>(cell);
    const double low = std::clamp(0.5 - double{above[i]} / 300, 0.0, 1.0);
    const double flat = std::clamp(1 - double{slope[i]} / 0.5, 0.0, 1.0);
    return low * (0.3 + 0.7 * flat);
}

} // namespace guatu::sample
