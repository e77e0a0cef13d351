// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <vector>

namespace guatu::access
{

/// Values at the crossings of a square lattice, rows from the south.
struct Lattice {
    Point origin{}; ///< of the first column and row
    double cell = 1;
    int columns = 0, rows = 0;
    std::vector<double> values{}; ///< infinite where there is none

    [[nodiscard]] double at(int column, int row) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    [[nodiscard]] Point place(int column, int row) const
    {
        return {origin.x + column * cell, origin.y + row * cell};
    }
};

/// The area where the value does not pass `limit`, as one polygon feature of rings: outer ones
/// counter-clockwise, each followed by its holes. Marching squares with straight interpolation
/// (Lorensen & Cline 1987 in the plane); where the value is infinite, the border lies halfway; a
/// saddle is joined when its mean is within the limit. Nothing is added when no crossing is within.
void addAreaWithin(const Lattice& lattice, double limit, GeometryColumn& areas);

} // namespace guatu::access
