// SPDX-License-Identifier: MIT
#include "core/coverage_index.h"

#include "core/orientation.h"
#include "core/polygon.h"
#include "support/catch.h"

#include <geos_c.h>

#include <array>
#include <random>

using namespace guatu;

namespace
{

/// Cells of a grid whose corners are shaken and whose sides are broken lines; neighbours share
/// every vertex. `size` cells a side, about 100 units wide each.
GeometryColumn shakenGrid(std::size_t size, std::size_t breaks, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> shake(-20, 20);
    const std::size_t points = size * breaks + 1;
    std::vector<Point> lattice(points * points);
    for (std::size_t y = 0; y < points; ++y)
        for (std::size_t x = 0; x < points; ++x) {
            const double step = 100.0 / static_cast<double>(breaks);
            Point& p = lattice[y * points + x];
            p = {500000 + step * static_cast<double>(x), 2800000 + step * static_cast<double>(y)};
            if (x > 0 && y > 0 && x + 1 < points && y + 1 < points) {
                p.x += shake(random) / static_cast<double>(breaks);
                p.y += shake(random) / static_cast<double>(breaks);
            }
        }
    GeometryColumn cells(GeometryType::Polygon);
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column < size; ++column) {
            std::vector<Point> ring;
            const auto at = [&](std::size_t x, std::size_t y) {
                ring.push_back(lattice[(row * breaks + y) * points + column * breaks + x]);
            };
            for (std::size_t i = 0; i < breaks; ++i)
                at(i, 0);
            for (std::size_t i = 0; i < breaks; ++i)
                at(breaks, i);
            for (std::size_t i = breaks; i > 0; --i)
                at(i, breaks);
            for (std::size_t i = breaks; i > 0; --i)
                at(0, i);
            ring.push_back(ring.front());
            cells.addPart(ring);
            cells.endFeature();
        }
    return cells;
}

/// Points anywhere, on vertices, at the height of vertices, and on edges as nearly as numbers
/// allow.
std::vector<Point> nastyPoints(const GeometryColumn& areas, std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    const Box box = areas.box().grown(10);
    std::uniform_real_distribution<double> x(box.minX, box.maxX), y(box.minY, box.maxY),
        share(0, 1);
    const auto vertices = areas.vertices();
    std::vector<Point> points{Point{}};
    while (points.size() < count) {
        const std::size_t v = random() % (vertices.size() - 1);
        const Point a = vertices[v], b = vertices[v + 1];
        const double t = share(random);
        points.push_back({x(random), y(random)});
        points.push_back(a);
        points.push_back({x(random), a.y});
        points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
    return points;
}

GEOSGeometry* toGeos(GEOSContextHandle_t handle, const GeometryColumn& areas, std::size_t feature)
{
    std::vector<GEOSGeometry*> polygons, holes;
    GEOSGeometry* outer = nullptr;
    const auto finish = [&] {
        if (outer != nullptr)
            polygons.push_back(GEOSGeom_createPolygon_r(handle, outer, holes.data(),
                                                        static_cast<unsigned>(holes.size())));
        holes.clear();
    };
    for (std::size_t part = 0; part < areas.partCount(feature); ++part) {
        const auto ring = areas.part(feature, part);
        GEOSGeometry* made = GEOSGeom_createLinearRing_r(
            handle, GEOSCoordSeq_copyFromBuffer_r(handle, &ring.front().x,
                                                  static_cast<unsigned>(ring.size()), 0, 0));
        if (ringArea(ring) > 0) {
            finish();
            outer = made;
        } else {
            holes.push_back(made);
        }
    }
    finish();
    return GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, polygons.data(),
                                       static_cast<unsigned>(polygons.size()));
}

/// Compares with one polygon after the other: contains() for locate, GEOS for covers.
void check(const GeometryColumn& areas, const std::vector<Point>& points)
{
    const CoverageIndex index(areas);
    const auto located = index.locateAll(points);
    GEOSContextHandle_t handle = GEOS_init_r();
    std::vector<GEOSGeometry*> shapes;
    for (std::size_t feature = 0; feature < areas.size(); ++feature)
        shapes.push_back(toGeos(handle, areas, feature));
    std::size_t wrongPlace = 0, wrongCover = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::int32_t expected = CoverageIndex::nowhere;
        bool covered = false;
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(handle, points[i].x, points[i].y);
        for (std::size_t feature = areas.size(); points[i].valid() && feature-- > 0;) {
            if (contains(areas, feature, points[i]))
                expected = static_cast<std::int32_t>(feature);
            covered = covered || GEOSCovers_r(handle, shapes[feature], point) == 1;
        }
        GEOSGeom_destroy_r(handle, point);
        wrongPlace += located[i] != expected ? 1 : 0;
        wrongCover += index.covers(points[i]) != covered ? 1 : 0;
    }
    for (GEOSGeometry* shape : shapes)
        GEOSGeom_destroy_r(handle, shape);
    GEOS_finish_r(handle);
    CHECK(wrongPlace == 0);
    CHECK(wrongCover == 0);
}

std::vector<Point> ring(std::initializer_list<Point> points)
{
    std::vector<Point> made(points);
    made.push_back(made.front());
    return made;
}

} // namespace

TEST_CASE("a coverage gives each point inside it to exactly one polygon", "[geometry]")
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        const GeometryColumn cells = shakenGrid(6, 7, seed);
        const auto points = nastyPoints(cells, 4000, seed);
        const Box box = cells.box();
        for (const Point p : points) {
            std::size_t owners = 0;
            for (std::size_t cell = 0; cell < cells.size(); ++cell)
                owners += contains(cells, cell, p) ? 1 : 0;
            const bool inside =
                p.x >= box.minX && p.x < box.maxX && p.y >= box.minY && p.y < box.maxY;
            REQUIRE(owners == (inside ? 1 : 0));
        }
        check(cells, points);
    }
}

TEST_CASE("holes, parts, overlaps and missing areas are as GEOS has them", "[geometry]")
{
    GeometryColumn areas(GeometryType::Polygon);
    areas.addPart(ring({{0, 0}, {90, 0}, {100, 50}, {90, 100}, {0, 100}}));
    areas.addPart(ring({{20, 20}, {20, 60}, {60, 60}, {60, 20}}));
    areas.addPart(ring({{200, 0}, {250, 0}, {225, 40}}));
    areas.endFeature();
    areas.endFeature();                                            // no area
    areas.addPart(ring({{30, 30}, {50, 30}, {50, 50}, {30, 50}})); // in the hole
    areas.endFeature();
    areas.addPart(ring({{80, 10}, {230, 10}, {230, 30}, {80, 30}})); // over the first
    areas.endFeature();
    check(areas, nastyPoints(areas, 6000, 5));
    std::vector<Point> whole;
    for (int x = -10; x <= 260; ++x)
        for (int y = -10; y <= 110; ++y)
            whole.push_back({static_cast<double>(x), static_cast<double>(y)});
    check(areas, whole);
}

TEST_CASE("some polygons of a column keep their numbers", "[geometry]")
{
    const GeometryColumn cells = shakenGrid(3, 4, 9);
    const std::array<std::uint32_t, 2> chosen{4, 8};
    const CoverageIndex index(cells, chosen);
    CHECK(index.locate(interiorPoint(cells, 4, 1)) == 4);
    CHECK(index.locate(interiorPoint(cells, 8, 1)) == 8);
    CHECK(index.locate(interiorPoint(cells, 0, 1)) == CoverageIndex::nowhere);
    CHECK(CoverageIndex(GeometryColumn(GeometryType::Polygon)).locate({0, 0}) ==
          CoverageIndex::nowhere);
}

TEST_CASE("the side of a line is exact where rounding would tell otherwise", "[geometry]")
{
    // 0.5 + 2^-53 k: the classic figure of Kettner and others (2008). Mirrored, the sign turns.
    const Point b{12, 12}, c{24, 24};
    for (int i = 0; i < 256; ++i)
        for (int j = 0; j < 256; ++j) {
            const double u = std::ldexp(1.0, -53);
            const Point a{0.5 + i * u, 0.5 + j * u};
            CHECK(orientation(b, c, a) == (j > i) - (j < i));
        }
    // By fractions: -25 y - 40 (x - 250) is -25/32 of 2^-44 there, and not 0.
    CHECK(orientation({250, 0}, {225, 40}, {243.7188721350725, 10.049804583883999}) == -1);
    CHECK(onSegment({0, 0}, {3, 3}, {1, 1}));
    CHECK_FALSE(onSegment({0, 0}, {3, 3}, {4, 4}));
}
