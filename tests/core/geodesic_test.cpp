// SPDX-License-Identifier: MIT
#include "core/geodesic.h"

#include "support/catch.h"

#include <array>
#include <vector>

using namespace guatu;

TEST_CASE("distances are those along the CGCS2000 ellipsoid", "[core]")
{
    // Simpson's rule over the meridian's radius of curvature, 25 to 26 degrees north.
    CHECK(geodesicDistance({102, 25}, {102, 26}) ==
          Approx(110780.40345526).margin(1e-6).epsilon(0));
    // The equator is a circle of the major axis.
    CHECK(geodesicDistance({101, 0}, {102, 0}) == Approx(111319.49079327).margin(1e-6).epsilon(0));
    // geod +a=6378137 +rf=298.257222101 -I -f %.8f -F %.6f, of lat lon pairs
    CHECK(geodesicDistance({101.5449, 25.0331}, {102.4036, 25.5294}) ==
          Approx(102482.357244).margin(1e-5).epsilon(0));
    CHECK(geodesicDistance({101.5449, 25.0331}, {101.5449, 25.0331}) == 0);
}

TEST_CASE("a line is as long as its pieces", "[core]")
{
    const std::array<Point, 3> line{{{102, 25}, {102, 26}, {102, 25}}};
    CHECK(geodesicLength(line) == Approx(2 * 110780.40345526).margin(1e-5).epsilon(0));
    CHECK(geodesicLength({}) == 0);
    CHECK(geodesicLength(std::span(line).first(1)) == 0);
}

TEST_CASE("a field of one degree has the area of the ellipsoid's closed form", "[core]")
{
    // b²/2 Δλ (q(26°) - q(25°)), q(φ) = sin φ / (1 - e² sin² φ) + artanh(e sin φ) / e
    constexpr double closedForm = 11137467459.351799;
    std::vector<Point> ring; // short steps, so that geodesics hug the parallels
    constexpr int steps = 4000;
    for (int i = 0; i <= steps; ++i)
        ring.push_back({101 + i / double(steps), 25});
    for (int i = steps; i >= 0; --i)
        ring.push_back({101 + i / double(steps), 26});
    CHECK(geodesicArea(ring) == Approx(closedForm).epsilon(1e-8));
    ring.push_back(Point(ring.front()));
    CHECK(geodesicArea(ring) == Approx(closedForm).epsilon(1e-8));
    const std::vector<Point> backwards(ring.rbegin(), ring.rend());
    CHECK(geodesicArea(backwards) == Approx(closedForm).epsilon(1e-8));
    CHECK(geodesicArea({}) == 0);
}

TEST_CASE("going a distance arrives that far away", "[core]")
{
    // echo 25.0331 101.5449 60 10000 | geod +a=6378137 +rf=298.257222101 -f %.10f
    const Point there = geodesicDirect({101.5449, 25.0331}, 60, 10000);
    CHECK(there.x == Approx(101.6307418995).margin(1e-10).epsilon(0));
    CHECK(there.y == Approx(25.0782122660).margin(1e-10).epsilon(0));
    CHECK(geodesicDistance({101.5449, 25.0331}, there) == Approx(10000).margin(1e-6).epsilon(0));
}
