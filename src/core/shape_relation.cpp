// SPDX-License-Identifier: MIT
#include "core/shape_relation.h"

#include "core/polygon.h"

#include <geos_c.h>

#include <vector>

namespace guatu
{
namespace
{

struct ContextDeleter {
    void operator()(GEOSContextHandle_HS* handle) const { GEOS_finish_r(handle); }
};
using Context = std::unique_ptr<GEOSContextHandle_HS, ContextDeleter>;

/// Makes GEOS geometries of features. They are owned by the caller.
class Maker
{
public:
    explicit Maker(GEOSContextHandle_t handle) : m_handle(handle) {}

    [[nodiscard]] GEOSGeometry* make(const GeometryColumn& column, std::size_t feature) const
    {
        if (!column.hasGeometry(feature))
            return nullptr;
        switch (column.type()) {
        case GeometryType::Point:
            return collection(column, feature, GEOS_MULTIPOINT, [&](std::span<const Point> part) {
                return GEOSGeom_createPoint_r(m_handle, sequence(part));
            });
        case GeometryType::Line:
            return collection(column, feature, GEOS_MULTILINESTRING,
                              [&](std::span<const Point> part) {
                                  return GEOSGeom_createLineString_r(m_handle, sequence(part));
                              });
        case GeometryType::Polygon:
            return polygons(column, feature);
        case GeometryType::None:
            break;
        }
        return nullptr;
    }

private:
    [[nodiscard]] GEOSCoordSequence* sequence(std::span<const Point> points) const
    {
        return GEOSCoordSeq_copyFromBuffer_r(m_handle, &points.front().x,
                                             static_cast<unsigned>(points.size()), 0, 0);
    }

    template <typename MakePart>
    [[nodiscard]] GEOSGeometry* collection(const GeometryColumn& column, std::size_t feature,
                                           int type, const MakePart& makePart) const
    {
        std::vector<GEOSGeometry*> parts;
        for (std::size_t part = 0; part < column.partCount(feature); ++part)
            parts.push_back(makePart(column.part(feature, part)));
        return GEOSGeom_createCollection_r(m_handle, type, parts.data(),
                                           static_cast<unsigned>(parts.size()));
    }

    /// Outer rings run counter-clockwise, and holes stand behind theirs.
    [[nodiscard]] GEOSGeometry* polygons(const GeometryColumn& column, std::size_t feature) const
    {
        std::vector<GEOSGeometry*> made, rings;
        const auto finish = [&] {
            if (!rings.empty())
                made.push_back(GEOSGeom_createPolygon_r(m_handle, rings.front(), rings.data() + 1,
                                                        static_cast<unsigned>(rings.size() - 1)));
            rings.clear();
        };
        for (std::size_t part = 0; part < column.partCount(feature); ++part) {
            const std::span<const Point> ring = column.part(feature, part);
            if (ringArea(ring) > 0)
                finish();
            rings.push_back(GEOSGeom_createLinearRing_r(m_handle, sequence(ring)));
        }
        finish();
        return GEOSGeom_createCollection_r(m_handle, GEOS_MULTIPOLYGON, made.data(),
                                           static_cast<unsigned>(made.size()));
    }

    GEOSContextHandle_t m_handle;
};

} // namespace

struct ShapeRelation::Impl {
    Context context{GEOS_init_r()};
    std::vector<std::uint32_t> features;
    std::vector<GEOSGeometry*> shapes;
    std::vector<const GEOSPreparedGeometry*> prepared;
    RTree tree;

    ~Impl()
    {
        for (const GEOSPreparedGeometry* one : prepared)
            GEOSPreparedGeom_destroy_r(context.get(), one);
        for (GEOSGeometry* one : shapes)
            GEOSGeom_destroy_r(context.get(), one);
    }

    template <typename Test>
    [[nodiscard]] bool any(const GeometryColumn& column, std::size_t feature, std::int64_t except,
                           const Test& test) const
    {
        GEOSGeometry* shape = Maker(context.get()).make(column, feature);
        if (shape == nullptr)
            return false;
        bool found = false;
        for (const std::uint32_t item : tree.search(column.box(feature)))
            found = found || (std::int64_t{features[item]} != except &&
                              test(context.get(), prepared[item], shape) == 1);
        GEOSGeom_destroy_r(context.get(), shape);
        return found;
    }
};

ShapeRelation::ShapeRelation(const GeometryColumn& shapes, std::span<const std::uint32_t> features)
    : m_impl(std::make_unique<Impl>())
{
    std::vector<Box> boxes;
    for (const std::uint32_t feature : features) {
        GEOSGeometry* shape = Maker(m_impl->context.get()).make(shapes, feature);
        if (shape == nullptr)
            continue;
        m_impl->features.push_back(feature);
        m_impl->shapes.push_back(shape);
        m_impl->prepared.push_back(GEOSPrepare_r(m_impl->context.get(), shape));
        boxes.push_back(shapes.box(feature));
    }
    m_impl->tree = RTree(boxes);
}

ShapeRelation::~ShapeRelation() = default;
ShapeRelation::ShapeRelation(ShapeRelation&&) noexcept = default;
ShapeRelation& ShapeRelation::operator=(ShapeRelation&&) noexcept = default;

bool ShapeRelation::intersects(const GeometryColumn& column, std::size_t feature,
                               std::int64_t except) const
{
    return m_impl->any(column, feature, except, GEOSPreparedIntersects_r);
}

bool ShapeRelation::covers(const GeometryColumn& column, std::size_t feature) const
{
    return m_impl->any(column, feature, -1, GEOSPreparedCovers_r);
}

} // namespace guatu
