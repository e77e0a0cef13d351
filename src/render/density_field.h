// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace guatu::render
{

/// How much there is per square kilometre, over the plane: a kernel density. Each place is spread
/// by a Gaussian of a third of the radius as standard deviation, cut off at the radius east, west,
/// north and south; in all it keeps its amount. Worked out once on a grid of an eighth of the
/// radius that is fixed to the plane, so it is the same wherever, at whatever scale and in whatever
/// tile it is seen.
///
/// A place with fewer than `fewest` places, itself among them, within the radius to every side is
/// left out: what stands alone cannot be found.
class DensityField
{
public:
    /// `amounts` run beside `places`; what has no place, or an amount that is not known or not
    /// above 0, adds nothing. `radius` in metres, above 0.
    DensityField(std::span<const Point> places, std::span<const double> amounts, double radius,
                 std::size_t fewest);

    /// Per square kilometre.
    [[nodiscard]] double at(Point p) const { return Reader(*this).at(p.x, p.y); }
    /// The greatest of its grid.
    [[nodiscard]] double peak() const { return m_peak; }
    /// Outside it is 0.
    [[nodiscard]] const Box& extent() const { return m_extent; }
    [[nodiscard]] double cell() const { return m_cell; } ///< metres
    /// Places left out as they stand alone.
    [[nodiscard]] std::size_t alone() const { return m_alone; }

    /// Reads places one after another; quick for neighbours.
    class Reader
    {
    public:
        explicit Reader(const DensityField& field) : m_field(field) {}
        [[nodiscard]] double at(double x, double y);

    private:
        const DensityField& m_field;
        std::uint64_t m_key = 0;
        const float* m_block = nullptr; ///< of `m_key`; null: nothing there
        bool m_known = false;
    };

private:
    std::unordered_map<std::uint64_t, std::vector<float>> m_blocks; ///< with a rim of one cell
    double m_cell;
    double m_peak = 0;
    Box m_extent;
    std::size_t m_alone = 0;
};

} // namespace guatu::render
