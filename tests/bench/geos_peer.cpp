// SPDX-License-Identifier: MIT
#include "geos_peer.h"

#include "core/polygon.h"

#include <geos_c.h>

namespace guatu::bench
{
namespace
{

GEOSGeometry* ringOf(GEOSContextHandle_t handle, std::span<const Point> ring)
{
    return GEOSGeom_createLinearRing_r(
        handle, GEOSCoordSeq_copyFromBuffer_r(handle, &ring.front().x,
                                              static_cast<unsigned>(ring.size()), 0, 0));
}

/// The first outer ring of a feature with the holes behind it, and further parts likewise.
std::vector<GEOSGeometry*> polygonsOf(GEOSContextHandle_t handle, const GeometryColumn& areas,
                                      std::size_t feature)
{
    std::vector<GEOSGeometry*> polygons, rings;
    const auto finish = [&] {
        if (!rings.empty())
            polygons.push_back(GEOSGeom_createPolygon_r(handle, rings.front(), rings.data() + 1,
                                                        static_cast<unsigned>(rings.size() - 1)));
        rings.clear();
    };
    for (std::size_t part = 0; part < areas.partCount(feature); ++part) {
        if (ringArea(areas.part(feature, part)) > 0)
            finish();
        rings.push_back(ringOf(handle, areas.part(feature, part)));
    }
    finish();
    return polygons;
}

struct Search {
    GEOSContextHandle_t handle;
    const GEOSGeometry* point;
    std::uint64_t found = 0;
};

} // namespace

std::uint64_t geosContained(const GeometryColumn& areas, const std::vector<Point>& points,
                            const std::vector<std::uint8_t>& marked)
{
    GEOSContextHandle_t handle = GEOS_init_r();
    GEOSSTRtree* tree = GEOSSTRtree_create_r(handle, 10);
    std::vector<GEOSGeometry*> polygons;
    std::vector<const GEOSPreparedGeometry*> prepared;
    for (std::size_t feature = 0; feature < areas.size(); ++feature)
        for (GEOSGeometry* polygon : polygonsOf(handle, areas, feature))
            polygons.push_back(polygon);
    for (const GEOSGeometry* polygon : polygons)
        prepared.push_back(GEOSPrepare_r(handle, polygon));
    for (std::size_t i = 0; i < polygons.size(); ++i)
        GEOSSTRtree_insert_r(handle, tree, polygons[i],
                             const_cast<GEOSPreparedGeometry*>(prepared[i]));
    Search search{handle, nullptr};
    for (std::size_t row = 0; row < points.size(); ++row) {
        if (marked[row] == 0)
            continue;
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(handle, points[row].x, points[row].y);
        search.point = point;
        GEOSSTRtree_query_r(
            handle, tree, point,
            [](void* item, void* data) {
                auto* asked = static_cast<Search*>(data);
                asked->found += static_cast<std::uint64_t>(GEOSPreparedContains_r(
                    asked->handle, static_cast<GEOSPreparedGeometry*>(item), asked->point));
            },
            &search);
        GEOSGeom_destroy_r(handle, point);
    }
    for (const GEOSPreparedGeometry* one : prepared)
        GEOSPreparedGeom_destroy_r(handle, one);
    GEOSSTRtree_destroy_r(handle, tree);
    for (GEOSGeometry* polygon : polygons)
        GEOSGeom_destroy_r(handle, polygon);
    GEOS_finish_r(handle);
    return search.found;
}

std::size_t geosFartherThan(const std::vector<Point>& targets, const std::vector<Point>& points,
                            double metres)
{
    GEOSContextHandle_t handle = GEOS_init_r();
    GEOSSTRtree* tree = GEOSSTRtree_create_r(handle, 10);
    std::vector<GEOSGeometry*> shapes;
    for (const Point target : targets) {
        shapes.push_back(GEOSGeom_createPointFromXY_r(handle, target.x, target.y));
        GEOSSTRtree_insert_r(handle, tree, shapes.back(), shapes.back());
    }
    std::size_t farther = 0;
    for (const Point p : points) {
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(handle, p.x, p.y);
        const GEOSGeometry* nearest = GEOSSTRtree_nearest_r(handle, tree, point);
        double distance = 0;
        GEOSDistance_r(handle, point, nearest, &distance);
        farther += distance > metres ? 1 : 0;
        GEOSGeom_destroy_r(handle, point);
    }
    GEOSSTRtree_destroy_r(handle, tree);
    for (GEOSGeometry* shape : shapes)
        GEOSGeom_destroy_r(handle, shape);
    GEOS_finish_r(handle);
    return farther;
}

} // namespace guatu::bench
