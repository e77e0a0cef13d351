// SPDX-License-Identifier: MIT
#include "desktop/map_choice.h"

#include "core/geodesic.h"

#include <algorithm>
#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr int circleVertices = 180;
constexpr double slack = 0.005; // by which a distance in the plane is not believed

double planeDistance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

MapChoice MapChoice::inside(std::vector<Point> ring)
{
    MapChoice choice;
    choice.m_ring = std::move(ring);
    for (const Point p : choice.m_ring)
        choice.m_box.add(p);
    return choice;
}

MapChoice MapChoice::around(Point centre, Point edge, const MapTransforms& transforms)
{
    const Point middle = transforms.toLonLat(centre);
    const double radius = geodesicDistance(middle, transforms.toLonLat(edge));
    std::vector<Point> ring;
    double nearest = std::numeric_limits<double>::infinity();
    double farthest = 0;
    for (int i = 0; i < circleVertices; ++i) {
        ring.push_back(
            transforms.toPlane(geodesicDirect(middle, 360.0 * i / circleVertices, radius)));
        nearest = std::min(nearest, planeDistance(centre, ring.back()));
        farthest = std::max(farthest, planeDistance(centre, ring.back()));
    }
    MapChoice choice = inside(std::move(ring));
    choice.m_centre = centre;
    choice.m_radius = radius;
    choice.m_surelyIn = nearest * (1 - slack);
    choice.m_surelyOut = farthest * (1 + slack);
    choice.m_toLonLat = transforms.toLonLat;
    return choice;
}

bool MapChoice::contains(Point plane) const
{
    if (m_radius > 0) {
        const double distance = planeDistance(m_centre, plane);
        if (distance < m_surelyIn || !(distance <= m_surelyOut))
            return distance < m_surelyIn;
        return geodesicDistance(m_toLonLat(m_centre), m_toLonLat(plane)) <= m_radius;
    }
    if (!m_box.contains(plane))
        return false;
    bool inside = false;
    for (std::size_t i = 0, j = m_ring.size() - 1; i < m_ring.size(); j = i++) {
        const Point a = m_ring[i];
        const Point b = m_ring[j];
        if ((a.y > plane.y) != (b.y > plane.y) &&
            plane.x < (b.x - a.x) * (plane.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace guatu::desktop
