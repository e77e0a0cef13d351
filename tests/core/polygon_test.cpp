// SPDX-License-Identifier: MIT
#include "core/polygon.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <vector>

using namespace guatu;

namespace
{

using Ring = std::vector<Point>;

GeometryColumn polygon(const std::vector<Ring>& rings)
{
    GeometryColumn column(GeometryType::Polygon);
    for (const Ring& ring : rings)
        column.addPart(ring);
    column.endFeature();
    return column;
}

const Ring square{{0, 0}, {8, 0}, {8, 8}, {0, 8}, {0, 0}};
const Ring hole{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}};

/// A grid of n x n fields over [0, 100 n)², inner corners moved at random, each field cut into two
/// triangles along a random diagonal. All corners are whole numbers.
struct Subdivision {
    GeometryColumn cells{GeometryType::Polygon};
    std::vector<Point> corners{};
    double size = 0;

    static Subdivision random(int n)
    {
        Subdivision made;
        made.size = 100.0 * n;
        for (int row = 0; row <= n; ++row)
            for (int column = 0; column <= n; ++column) {
                const auto moved = [n](int at) {
                    return at == 0 || at == n ? 0 : *rc::gen::inRange(-24, 25);
                };
                const int dx = moved(column);
                const int dy = moved(row);
                made.corners.push_back({100.0 * column + dx, 100.0 * row + dy});
            }
        for (int row = 0; row < n; ++row)
            for (int column = 0; column < n; ++column)
                made.addField(n, row, column);
        return made;
    }

    void addTriangle(Point a, Point b, Point c)
    {
        cells.addPart(std::vector<Point>{a, b, c, a});
        cells.endFeature();
    }

    void addField(int n, int row, int column)
    {
        const auto corner = [&](int up, int right) {
            return corners[static_cast<std::size_t>((row + up) * (n + 1) + column + right)];
        };
        const Point a = corner(0, 0);
        const Point b = corner(0, 1);
        const Point c = corner(1, 1);
        const Point d = corner(1, 0);
        if (*rc::gen::arbitrary<bool>()) {
            addTriangle(a, b, c);
            addTriangle(a, c, d);
        } else {
            addTriangle(a, b, d);
            addTriangle(b, c, d);
        }
    }

    [[nodiscard]] int claims(Point point) const
    {
        int count = 0;
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            count += contains(cells, cell, point) ? 1 : 0;
        return count;
    }

    /// 1 in the half-open square, 0 outside it.
    [[nodiscard]] int expected(Point point) const
    {
        return point.x >= 0 && point.x < size && point.y >= 0 && point.y < size ? 1 : 0;
    }
};

double distanceToRings(const GeometryColumn& column, Point p)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < column.partCount(0); ++i) {
        const auto ring = column.part(0, i);
        for (std::size_t v = 0; v + 1 < ring.size(); ++v)
            for (int step = 0; step <= 1000; ++step) {
                const double t = step / 1000.0;
                nearest = std::min(nearest,
                                   std::hypot(ring[v].x + t * (ring[v + 1].x - ring[v].x) - p.x,
                                              ring[v].y + t * (ring[v + 1].y - ring[v].y) - p.y));
            }
    }
    return nearest;
}

} // namespace

TEST_CASE("holes are taken off the area", "[core]")
{
    CHECK(ringArea(square) == 64);
    CHECK(ringArea(hole) == -4);
    CHECK(area(polygon({square, hole}), 0) == 60);
    CHECK(area(polygon({}), 0) == 0);
    CHECK(ringArea({}) == 0);
}

TEST_CASE("the area of a small field far from the origin keeps its digits", "[core]")
{
    // A field of 0.01 m² at zone-prefixed coordinates, where products reach 1e14.
    const double x = 34'452'368.0;
    const double y = 2'769'797.0;
    const Ring field{{x, y}, {x + 0.125, y}, {x + 0.125, y + 0.125}, {x, y + 0.125}, {x, y}};
    CHECK(ringArea(field) == 0.015625);
}

TEST_CASE("left and lower edges belong to a polygon, right and upper ones do not", "[core]")
{
    const GeometryColumn field = polygon({square, hole});
    CHECK(contains(field, 0, {1, 1}));
    CHECK(contains(field, 0, {0, 3}));
    CHECK(contains(field, 0, {3, 0}));
    CHECK(contains(field, 0, {0, 0}));
    CHECK_FALSE(contains(field, 0, {8, 3}));
    CHECK_FALSE(contains(field, 0, {3, 8}));
    CHECK_FALSE(contains(field, 0, {8, 8}));
    CHECK_FALSE(contains(field, 0, {3, 3})); // in the hole
    CHECK_FALSE(contains(field, 0, {2, 3})); // the hole's own left edge
    CHECK(contains(field, 0, {4, 3}));
    CHECK_FALSE(contains(field, 0, {-1, 3}));
    CHECK_FALSE(contains(field, 0, {}));
    CHECK_FALSE(contains(polygon({}), 0, {0, 0}));
}

TEST_CASE("every place of a divided square belongs to exactly one cell", "[core]")
{
    CHECK(rc::check("subdivision", [] {
        const int n = *rc::gen::inRange(1, 5);
        const Subdivision square100 = Subdivision::random(n);
        const auto check = [&](Point point) {
            RC_ASSERT(square100.claims(point) == square100.expected(point));
        };
        for (const Point corner : square100.corners)
            check(corner);
        for (std::size_t cell = 0; cell < square100.cells.size(); ++cell) {
            const auto ring = square100.cells.part(cell, 0);
            for (std::size_t v = 0; v + 1 < ring.size(); ++v)
                check({(ring[v].x + ring[v + 1].x) / 2, (ring[v].y + ring[v + 1].y) / 2});
        }
        for (int i = 0; i < 50; ++i)
            check({*rc::gen::inRange(-40, 1640) / 4.0, *rc::gen::inRange(-40, 1640) / 4.0});
    }));
}

TEST_CASE("a label stands in the deepest place of an area", "[core]")
{
    const Point middle = interiorPoint(polygon({square}), 0, 0.01);
    CHECK(middle.x == Approx(4).margin(0.02));
    CHECK(middle.y == Approx(4).margin(0.02));

    // An L of two arms 2 wide: the deepest place is where they meet. Its depth r solves
    // r = |(2, 2) - (r, r)|, so r = 4 - 2√2.
    const GeometryColumn bend =
        polygon({{{0, 0}, {10, 0}, {10, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}});
    CHECK(distanceToRings(bend, interiorPoint(bend, 0, 0.001)) ==
          Approx(4 - 2 * std::sqrt(2)).margin(0.005));

    // A hole in the middle pushes the label out of it.
    const GeometryColumn ring = polygon(
        {{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}, {{3, 3}, {3, 6}, {6, 6}, {6, 3}, {3, 3}}});
    CHECK(contains(ring, 0, interiorPoint(ring, 0, 0.01)));
}

TEST_CASE("a label goes to the largest of several parts", "[core]")
{
    const GeometryColumn islands = polygon({{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}},
                                            {{10, 10}, {20, 10}, {20, 20}, {10, 20}, {10, 10}},
                                            {{12, 12}, {12, 18}, {18, 18}, {18, 12}, {12, 12}},
                                            {{30, 0}, {32, 0}, {32, 2}, {30, 2}, {30, 0}}});
    const Point label = interiorPoint(islands, 0, 0.01);
    CHECK(contains(islands, 0, label));
    CHECK(label.x >= 10);
    CHECK(label.x <= 20);
}

TEST_CASE("areas that are thin, flat or missing still get an answer", "[core]")
{
    CHECK_FALSE(interiorPoint(polygon({}), 0, 1).valid());
    // A sliver far thinner than the precision asked for.
    const GeometryColumn sliver = polygon({{{0, 0}, {1000, 1000}, {1000, 1000.001}, {0, 0}}});
    CHECK(contains(sliver, 0, interiorPoint(sliver, 0, 10)));
    const GeometryColumn strip = polygon({{{0, 0}, {1e6, 0}, {1e6, 0.01}, {0, 0.01}, {0, 0}}});
    CHECK(contains(strip, 0, interiorPoint(strip, 0, 1e-6)));
    // Smaller than the digits of its coordinates can divide.
    const double x = 34'452'368;
    const double next = std::nextafter(x, 1e9);
    CHECK(interiorPoint(polygon({{{x, 0}, {next, 0}, {next, 1e-9}, {x, 0}}}), 0, 1e-12).valid());
    // No area at all: any vertex will do.
    const GeometryColumn flat = polygon({{{0, 0}, {5, 0}, {2, 0}, {0, 0}}});
    CHECK(interiorPoint(flat, 0, 1) == Point{0, 0});
    CHECK(interiorPoint(polygon({square}), 0, 0).valid());
}

TEST_CASE("the label of any triangle lies inside it", "[core]")
{
    CHECK(rc::check("triangles", [] {
        const auto corner = [] {
            return Point{*rc::gen::inRange(-500, 500) / 1.0, *rc::gen::inRange(-500, 500) / 1.0};
        };
        Ring ring{corner(), corner(), corner()};
        ring.push_back(Point(ring.front()));
        RC_PRE(std::fabs(ringArea(ring)) > 1);
        if (ringArea(ring) < 0)
            std::swap(ring[1], ring[2]);
        const GeometryColumn triangle = polygon({ring});
        const Point label = interiorPoint(triangle, 0, 0.1);
        RC_ASSERT(contains(triangle, 0, label));
        // The incircle's radius is twice the area over the perimeter.
        double perimeter = 0;
        for (std::size_t i = 0; i < 3; ++i)
            perimeter += std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
        const double radius = 2 * ringArea(ring) / perimeter;
        RC_ASSERT(distanceToRings(triangle, label) >= radius - 0.2);
    }));
}
