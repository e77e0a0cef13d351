// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <vector>

namespace guatu::sample
{

/// Square cells over the plane, numbered row by row from the south-west.
struct Grid {
    Point origin{0, 0}; ///< south-west corner, metres
    double cell = 250;  ///< metres
    int width = 0;
    int height = 0;

    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    }
    [[nodiscard]] bool holds(int column, int row) const
    {
        return column >= 0 && row >= 0 && column < width && row < height;
    }
    [[nodiscard]] int number(int column, int row) const { return row * width + column; }
    [[nodiscard]] int at(Point p) const
    {
        return number(static_cast<int>((p.x - origin.x) / cell),
                      static_cast<int>((p.y - origin.y) / cell));
    }
    [[nodiscard]] Point center(int number) const
    {
        return {origin.x + (number % width + 0.5) * cell, origin.y + (number / width + 0.5) * cell};
    }
};

/// An invented mountain land: ridges, valleys and a few basins.
class Terrain
{
public:
    explicit Terrain(std::uint64_t seed) : m_seed(seed) {}

    /// Metres above the sea, at a place in the plane.
    [[nodiscard]] double height(Point p) const;

    /// Rise in metres a metre towards east and north.
    [[nodiscard]] Point gradient(Point p) const;

private:
    [[nodiscard]] double noise(double x, double y, std::uint64_t layer) const;

    std::uint64_t m_seed;
};

/// The terrain sampled on a grid.
struct Relief {
    Grid grid;
    std::vector<float> height;
    std::vector<float> above; ///< metres above the mean of 5 km around; valleys are negative
    std::vector<float> slope; ///< metres a metre

    Relief(const Terrain& terrain, const Grid& grid);

    /// How well people live here, from 0 (ridge, cliff) to 1 (flat valley floor).
    [[nodiscard]] double comfort(int cell) const;
};

} // namespace guatu::sample
