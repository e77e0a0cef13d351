// SPDX-License-Identifier: MIT
#include "exchange/ogr_geometry.h"

#include "core/polygon.h"

namespace guatu::exchange
{
namespace
{

void setPoints(OGRSimpleCurve& curve, std::span<const Point> points)
{
    curve.setNumPoints(static_cast<int>(points.size()), FALSE);
    for (std::size_t i = 0; i < points.size(); ++i)
        curve.setPoint(static_cast<int>(i), points[i].x, points[i].y);
}

std::unique_ptr<OGRGeometry> polygons(const GeometryColumn& geometry, std::size_t row)
{
    auto all = std::make_unique<OGRMultiPolygon>();
    std::unique_ptr<OGRPolygon> polygon;
    for (std::size_t part = 0; part < geometry.partCount(row); ++part) {
        const auto points = geometry.part(row, part);
        if (polygon && ringArea(points) > 0)
            all->addGeometryDirectly(polygon.release());
        if (!polygon)
            polygon = std::make_unique<OGRPolygon>();
        auto ring = std::make_unique<OGRLinearRing>();
        setPoints(*ring, points);
        polygon->addRingDirectly(ring.release());
    }
    if (polygon)
        all->addGeometryDirectly(polygon.release());
    return all;
}

std::unique_ptr<OGRGeometry> lines(const GeometryColumn& geometry, std::size_t row)
{
    auto all = std::make_unique<OGRMultiLineString>();
    for (std::size_t part = 0; part < geometry.partCount(row); ++part) {
        auto line = std::make_unique<OGRLineString>();
        setPoints(*line, geometry.part(row, part));
        all->addGeometryDirectly(line.release());
    }
    return all;
}

} // namespace

OGRwkbGeometryType ogrTypeOf(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return wkbPoint;
    case GeometryType::Line:
        return wkbMultiLineString;
    case GeometryType::Polygon:
        return wkbMultiPolygon;
    case GeometryType::None:
        break;
    }
    return wkbNone;
}

std::unique_ptr<OGRGeometry> ogrGeometryOf(const GeometryColumn& geometry, std::size_t row)
{
    if (!geometry.hasGeometry(row))
        return nullptr;
    if (geometry.type() == GeometryType::Polygon)
        return polygons(geometry, row);
    if (geometry.type() == GeometryType::Line)
        return lines(geometry, row);
    const Point point = geometry.firstPoint(row);
    return std::make_unique<OGRPoint>(point.x, point.y);
}

} // namespace guatu::exchange
