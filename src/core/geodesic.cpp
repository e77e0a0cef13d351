// SPDX-License-Identifier: MIT
#include "core/geodesic.h"

#include <geodesic.h>

namespace guatu
{
namespace
{

const geod_geodesic& ellipsoid()
{
    static const geod_geodesic cgcs2000 = [] {
        geod_geodesic made;
        geod_init(&made, 6378137.0, 1 / 298.257222101); // GB 22021
        return made;
    }();
    return cgcs2000;
}

} // namespace

double geodesicDistance(Point a, Point b)
{
    double metres = 0;
    geod_inverse(&ellipsoid(), a.y, a.x, b.y, b.x, &metres, nullptr, nullptr);
    return metres;
}

double geodesicLength(std::span<const Point> line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += geodesicDistance(line[i - 1], line[i]);
    return metres;
}

double geodesicArea(std::span<const Point> ring)
{
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const Point p : ring)
        geod_polygon_addpoint(&ellipsoid(), &polygon, p.y, p.x);
    double squareMetres = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &squareMetres, nullptr);
    return std::fabs(squareMetres);
}

Point geodesicDirect(Point from, double azimuth, double metres)
{
    Point to;
    geod_direct(&ellipsoid(), from.y, from.x, azimuth, metres, &to.y, &to.x, nullptr);
    return to;
}

} // namespace guatu
