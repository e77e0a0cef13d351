// SPDX-License-Identifier: MIT
#include "sample/arrangement.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <geos_c.h>
#include <memory>

namespace guatu::sample
{
namespace
{

/// A GEOS context and the geometries made in it.
class Geos
{
public:
    Geos() : m_context(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(m_context); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    struct Destroy {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    [[nodiscard]] GEOSContextHandle_t context() const { return m_context; }

    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const
    {
        if (geometry == nullptr)
            throw Error(ErrorKind::Internal, {"sample.areas.failed"});
        return {geometry, Destroy{m_context}};
    }

    [[nodiscard]] GEOSCoordSequence* sequence(std::span<const Point> points) const
    {
        GEOSCoordSequence* result =
            GEOSCoordSeq_create_r(m_context, static_cast<unsigned>(points.size()), 2);
        for (unsigned i = 0; i < points.size(); ++i)
            GEOSCoordSeq_setXY_r(m_context, result, i, points[i].x, points[i].y);
        return result;
    }

    [[nodiscard]] Geometry lines(const std::vector<std::vector<Point>>& lines) const
    {
        std::vector<GEOSGeometry*> parts;
        for (const auto& line : lines)
            parts.push_back(GEOSGeom_createLineString_r(m_context, sequence(line)));
        return own(GEOSGeom_createCollection_r(m_context, GEOS_MULTILINESTRING, parts.data(),
                                               static_cast<unsigned>(parts.size())));
    }

    /// Outer rings of the feature as one multipolygon.
    [[nodiscard]] Geometry polygons(const GeometryColumn& areas, std::size_t feature) const
    {
        std::vector<GEOSGeometry*> parts;
        for (std::size_t part = 0; part < areas.partCount(feature); ++part)
            parts.push_back(GEOSGeom_createPolygon_r(
                m_context,
                GEOSGeom_createLinearRing_r(m_context, sequence(areas.part(feature, part))),
                nullptr, 0));
        return own(GEOSGeom_createCollection_r(m_context, GEOS_MULTIPOLYGON, parts.data(),
                                               static_cast<unsigned>(parts.size())));
    }

    [[nodiscard]] std::vector<Point> points(const GEOSGeometry* line) const
    {
        const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_context, line);
        unsigned size = 0;
        GEOSCoordSeq_getSize_r(m_context, sequence, &size);
        std::vector<Point> result(size);
        for (unsigned i = 0; i < size; ++i)
            GEOSCoordSeq_getXY_r(m_context, sequence, i, &result[i].x, &result[i].y);
        return result;
    }

private:
    GEOSContextHandle_t m_context;
};

std::vector<Vertex> vertices(const std::vector<Point>& points)
{
    std::vector<Vertex> result;
    result.reserve(points.size());
    for (const Point p : points) {
        const Vertex vertex{std::llround(p.x * 1e7), std::llround(p.y * 1e7)};
        if (result.empty() || result.back() != vertex)
            result.push_back(vertex);
    }
    return result;
}

/// The ring from its lowest vertex on, so that it does not depend on where GEOS began.
std::vector<Vertex> normal(std::vector<Vertex> ring, bool counterClockwise)
{
    ring.pop_back();
    double twice = 0;
    const Vertex origin = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex& a = ring[i];
        const Vertex& b = ring[(i + 1) % ring.size()];
        twice += static_cast<double>(a.x - origin.x) * static_cast<double>(b.y - origin.y) -
                 static_cast<double>(b.x - origin.x) * static_cast<double>(a.y - origin.y);
    }
    if ((twice > 0) != counterClockwise)
        std::ranges::reverse(ring);
    std::ranges::rotate(ring, std::ranges::min_element(ring));
    ring.push_back(ring.front());
    return ring;
}

Face faceOf(const Geos& geos, const GEOSGeometry* polygon)
{
    const GEOSContextHandle_t context = geos.context();
    Face face;
    face.rings.push_back(
        normal(vertices(geos.points(GEOSGetExteriorRing_r(context, polygon))), true));
    for (int i = 0; i < GEOSGetNumInteriorRings_r(context, polygon); ++i)
        face.rings.push_back(
            normal(vertices(geos.points(GEOSGetInteriorRingN_r(context, polygon, i))), false));
    std::sort(face.rings.begin() + 1, face.rings.end());
    GEOSArea_r(context, polygon, &face.area);
    const auto inside = geos.own(GEOSPointOnSurface_r(context, polygon));
    GEOSGeomGetX_r(context, inside.get(), &face.inside.x);
    GEOSGeomGetY_r(context, inside.get(), &face.inside.y);
    return face;
}

} // namespace

Point toPoint(Vertex vertex)
{
    return {static_cast<double>(vertex.x) / 1e7, static_cast<double>(vertex.y) / 1e7};
}

std::vector<std::vector<Point>> clipped(const std::vector<std::vector<Point>>& lines,
                                        const GeometryColumn& areas, std::size_t feature)
{
    const Geos geos;
    const auto cut = geos.own(GEOSIntersection_r(geos.context(), geos.lines(lines).get(),
                                                 geos.polygons(areas, feature).get()));
    std::vector<std::vector<Point>> result;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.context(), cut.get()); ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(geos.context(), cut.get(), i);
        if (GEOSGeomTypeId_r(geos.context(), part) == GEOS_LINESTRING)
            result.push_back(geos.points(part));
    }
    return result;
}

std::vector<Face> facesBetween(const std::vector<std::vector<Point>>& lines)
{
    const Geos geos;
    const auto noded =
        geos.own(GEOSUnaryUnionPrec_r(geos.context(), geos.lines(lines).get(), 1e-7));
    const GEOSGeometry* input = noded.get();
    const auto polygons = geos.own(GEOSPolygonize_r(geos.context(), &input, 1));
    std::vector<Face> faces;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.context(), polygons.get()); ++i)
        faces.push_back(faceOf(geos, GEOSGetGeometryN_r(geos.context(), polygons.get(), i)));
    std::ranges::sort(faces, {}, &Face::rings);
    return faces;
}

} // namespace guatu::sample
