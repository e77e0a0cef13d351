// SPDX-License-Identifier: MIT
#include "core/ground_distance.h"

#include "core/geodesic.h"

#include <algorithm>

namespace guatu
{
namespace
{

constexpr int lattice = 4; ///< steps along each side
constexpr double base = 500;

} // namespace

GroundDistance::GroundDistance(const std::string& crs, const Box& area)
    : m_toDegrees(crs, std::string(storeCrs))
{
    if (area.empty())
        return;
    m_least = std::numeric_limits<double>::infinity();
    m_most = 0;
    const auto measure = [&](Point from, Point to) {
        const double scale = between(from, to) / base;
        m_least = std::min(m_least, scale);
        m_most = std::max(m_most, scale);
    };
    for (int i = 0; i <= lattice; ++i)
        for (int j = 0; j <= lattice; ++j) {
            const Point at{area.minX + area.width() * i / lattice,
                           area.minY + area.height() * j / lattice};
            measure(at, {at.x + base, at.y});
            measure(at, {at.x, at.y + base});
        }
    if (!(m_most > 0)) { // positions that have no image: nothing is sure, all is measured
        m_least = 0.5;
        m_most = 2;
        return;
    }
    // The stretch of a map projection is smooth: between places of the lattice it goes less
    // beyond what was measured than it differs over the whole area.
    const double spare = (m_most - m_least) + 1e-7;
    m_least -= spare;
    m_most += spare;
}

double GroundDistance::between(Point a, Point b) const
{
    return geodesicDistance(m_toDegrees.forward(a), m_toDegrees.forward(b));
}

bool GroundDistance::within(Point a, Point b, double plane, double metres) const
{
    if (plane <= planeSure(metres))
        return true;
    return plane <= planeReach(metres) && between(a, b) <= metres + slack;
}

} // namespace guatu
