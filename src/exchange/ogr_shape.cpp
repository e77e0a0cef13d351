// SPDX-License-Identifier: MIT
#include "exchange/ogr_shape.h"

#include "core/polygon.h"
#include "exchange/gdal_errors.h"

#include <fmt/format.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace guatu::exchange
{
namespace
{

using Geometry = std::unique_ptr<OGRGeometry>;
constexpr double noteworthyChange = 0.0001; ///< of the area, as a share

GeometryType typeOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryType::Point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryType::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
        return GeometryType::Polygon;
    default:
        return GeometryType::None;
    }
}

/// The one type of all members; None when they differ.
GeometryType commonType(const OGRGeometry& geometry)
{
    if (wkbFlatten(geometry.getGeometryType()) != wkbGeometryCollection)
        return typeOf(geometry.getGeometryType());
    GeometryType common = GeometryType::None;
    for (const OGRGeometry* member : *geometry.toGeometryCollection()) {
        const GeometryType type = commonType(*member);
        if (common != GeometryType::None && type != common)
            return GeometryType::None;
        common = type;
    }
    return common;
}

std::vector<Point> vertices(const OGRSimpleCurve& curve)
{
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        points.push_back({curve.getX(i), curve.getY(i)});
    return points;
}

void addRing(const OGRLinearRing& ring, bool outer, std::vector<std::vector<Point>>& parts)
{
    std::vector<Point> points = vertices(ring);
    if (points.empty())
        return;
    if (!(points.front() == points.back()))
        points.push_back(points.front());
    if ((ringArea(points) > 0) != outer)
        std::ranges::reverse(points);
    parts.push_back(std::move(points));
}

/// Adds the parts of `geometry` that are of `type`; others are left out.
void addParts(const OGRGeometry& geometry, GeometryType type,
              std::vector<std::vector<Point>>& parts)
{
    const OGRwkbGeometryType flat = wkbFlatten(geometry.getGeometryType());
    if (geometry.IsEmpty())
        return;
    if (OGR_GT_IsSubClassOf(flat, wkbGeometryCollection)) {
        for (const OGRGeometry* member : *geometry.toGeometryCollection())
            addParts(*member, type, parts);
    } else if (flat == wkbPoint && type == GeometryType::Point) {
        const OGRPoint& point = *geometry.toPoint();
        parts.push_back({{point.getX(), point.getY()}});
    } else if (flat == wkbLineString && type == GeometryType::Line) {
        if (geometry.toLineString()->getNumPoints() > 1)
            parts.push_back(vertices(*geometry.toLineString()));
    } else if (flat == wkbPolygon && type == GeometryType::Polygon) {
        const OGRPolygon& polygon = *geometry.toPolygon();
        addRing(*polygon.getExteriorRing(), true, parts);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            addRing(*polygon.getInteriorRing(i), false, parts);
    }
}

double areaOf(const std::vector<std::vector<Point>>& rings)
{
    double area = 0;
    for (const auto& ring : rings)
        area += ringArea(ring); // holes count negative
    return area;
}

bool allFinite(const std::vector<std::vector<Point>>& parts)
{
    return std::ranges::all_of(parts, [](const std::vector<Point>& part) {
        return std::ranges::all_of(part, [](Point point) { return point.valid(); });
    });
}

/// Replaces a polygon that crosses itself by the valid one that covers the same ground.
void repair(const OGRGeometry& geometry, Shape& shape)
{
    GdalErrors quiet;
    if (geometry.IsValid())
        return;
    const double before = areaOf(shape.parts);
    const Geometry valid(geometry.MakeValid());
    shape.parts.clear();
    if (valid)
        addParts(*valid, GeometryType::Polygon, shape.parts);
    const double after = areaOf(shape.parts);
    if (after <= 0) {
        shape.problem = Message{"import.polygon_empty"};
        return;
    }
    const double change = before == 0 ? 1 : std::abs(after - before) / std::abs(before);
    shape.notes.push_back(
        {"import.polygon_repaired",
         {{"change", change < noteworthyChange ? "<0.01" : fmt::format("{:.2f}", change * 100)}}});
}

} // namespace

std::optional<Shape> shapeFrom(const OGRGeometry& geometry)
{
    if (geometry.IsEmpty())
        return std::nullopt;
    Geometry linear;
    const OGRGeometry* source = &geometry;
    if (geometry.hasCurveGeometry()) {
        linear.reset(geometry.getLinearGeometry());
        source = linear.get();
    }
    Shape shape;
    shape.type = source == nullptr ? GeometryType::None : commonType(*source);
    if (shape.type == GeometryType::None) {
        shape.problem = Message{"import.shape_mixed"};
        return shape;
    }
    addParts(*source, shape.type, shape.parts);
    if (shape.parts.empty())
        shape.problem = Message{"import.shape_too_short"};
    else if (!allFinite(shape.parts))
        shape.problem = Message{"import.position_not_finite"};
    else if (shape.type == GeometryType::Polygon)
        repair(*source, shape);
    return shape;
}

std::optional<Shape> shapeFromWkt(std::string_view wkt)
{
    GdalErrors quiet;
    OGRGeometry* made = nullptr;
    const std::string text(wkt);
    const OGRErr error = OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &made);
    const Geometry geometry(made);
    if (error != OGRERR_NONE || !geometry)
        return Shape{.problem = Message{"import.wkt_broken"}};
    return shapeFrom(*geometry);
}

} // namespace guatu::exchange
