// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "core/geometry.h"

#include <string>

namespace guatu
{

/// Distances on the ground between positions of a projected CRS.
///
/// A map stretches: in a 3-degree Gauss-Krueger zone 2,000 m on paper may be 1,999.8 m on the
/// ground. So a distance of the plane settles only what its stretch cannot change; the rest is
/// measured along the ellipsoid. An object belongs to one thread at a time.
class GroundDistance
{
public:
    /// For positions in `area` and near it. The stretch is measured at a lattice of places, east
    /// and north, and widened by what it may differ between them.
    GroundDistance(const std::string& crs, const Box& area);

    /// Geodesic metres.
    [[nodiscard]] double between(Point a, Point b) const;

    /// Whether `a` and `b`, `plane` metres apart in the plane, are within `metres` on the ground,
    /// the limit included. A millimetre over is taken as rounding of stored positions.
    [[nodiscard]] bool within(Point a, Point b, double plane, double metres) const;

    /// No two positions within `metres` on the ground are farther apart in the plane.
    [[nodiscard]] double planeReach(double metres) const { return (metres + slack) / m_least; }
    /// Positions within this in the plane are within `metres` on the ground.
    [[nodiscard]] double planeSure(double metres) const { return metres / m_most; }

    static constexpr double slack = 0.001; ///< metres

private:
    Transform m_toDegrees;
    double m_least = 1, m_most = 1; ///< ground metres for a metre of the plane
};

} // namespace guatu
