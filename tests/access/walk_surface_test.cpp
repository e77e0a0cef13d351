// SPDX-License-Identifier: MIT
#include "access/walk_surface.h"
#include "support/catch.h"

#include <cmath>
#include <random>

using namespace guatu;
using namespace guatu::access;

namespace
{

template <class Height>
Lattice ground(int side, const Height& height)
{
    Lattice lattice{.origin = {0, 0}, .cell = 50, .columns = side, .rows = side};
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            lattice.values.push_back(height(column * 50.0, row * 50.0));
    return lattice;
}

GeometryColumn lines(const std::vector<std::vector<Point>>& parts)
{
    GeometryColumn column(GeometryType::Line);
    for (const auto& part : parts) {
        column.addPart(part);
        column.endFeature();
    }
    return column;
}

double minutes(const WalkSurface& surface, Point to, Point from)
{
    const Found found = WalkReach(surface, {to}).of(from);
    return found.time == never ? INFINITY : found.time / 60000.0;
}

const auto flat = [](double, double) { return 1900.0; };

} // namespace

TEST_CASE("on level ground a walk takes the straight line, at most 2.8 % more", "[access]")
{
    const WalkSurface surface(ground(81, flat), 3, SlopeRule::None, lines({}), lines({}));
    std::mt19937 random(5);
    for (int i = 0; i < 60; ++i) {
        const auto at = [&] { return static_cast<double>(random() % 4000); };
        const Point from{at(), at()}, to{at(), at()};
        const double straight = std::hypot(from.x - to.x, from.y - to.y) / 50; // 3 km/h
        const double found = minutes(surface, to, from);
        CHECK(found >= straight - 0.01);
        CHECK(found <= straight * 1.028 + 2); // and the ends, to the next crossing
    }
    CHECK_FALSE(surface.holds({-500, 0}));
    CHECK(minutes(surface, {100, 100}, {9000, 100}) == INFINITY);
}

// Tobler 1993: 6 exp(-3.5 |S + 0.05|) km/h, so uphill at 10 % takes exp(3.5 * 0.1) times the level,
// downhill at 10 % exp(3.5 * 0.0) times it. The first and last steps count as level.
TEST_CASE("up takes longer than down, by Tobler's function", "[access]")
{
    const auto slope = [](double x, double) { return x * 0.1; };
    const WalkSurface surface(ground(81, slope), 3, SlopeRule::Tobler, lines({}), lines({}));
    const double level = 2000 / 50.0;
    CHECK(minutes(surface, {3000, 1000}, {1000, 1000}) ==
          Approx(level * std::exp(0.35)).epsilon(0.01));
    CHECK(minutes(surface, {1000, 1000}, {3000, 1000}) == Approx(level).epsilon(0.01));
}

TEST_CASE("a river is crossed only where a road does", "[access]")
{
    // A river through the middle, from rim to rim, and a road over it far in the east.
    const auto river = lines({{{-100, 2010}, {4100, 2010}}});
    const Point south{500, 1500}, north{500, 2500};
    const WalkSurface cut(ground(81, flat), 3, SlopeRule::None, river, lines({}));
    CHECK(minutes(cut, north, south) == INFINITY);
    const WalkSurface bridged(ground(81, flat), 3, SlopeRule::None, river,
                              lines({{{3500, 1000}, {3500, 3000}}}));
    const double leg = std::hypot(3000, 510) / 50; // to the bridge; as far again behind it
    CHECK(minutes(bridged, north, south) >= 2 * leg * 0.97);
    CHECK(minutes(bridged, north, south) <= 2 * leg * 1.04);
    // Along the same bank nothing changes.
    CHECK(minutes(cut, {1500, 1500}, south) == Approx(20).epsilon(0.03));
}

TEST_CASE("nobody walks where the ground is not known", "[access]")
{
    const auto hole = [](double x, double) { return x > 1900 && x < 2100 ? NAN : 1900.0; };
    const WalkSurface surface(ground(81, hole), 3, SlopeRule::None, lines({}), lines({}));
    CHECK(minutes(surface, {3000, 1000}, {1000, 1000}) == INFINITY);
    CHECK_FALSE(surface.holds({2000, 1000}));
    const auto found = WalkReach(surface, {{500, 500}, {3000, 500}, {600, 600}})
                           .of(std::vector<Point>{{1000, 1000}, {3500, 500}, {Point{}}});
    CHECK(found[0].place == 2);
    CHECK(found[1].place == 1);
    CHECK(found[2].time == never);
}

TEST_CASE("setting out is coming back the other way round", "[access]")
{
    const auto slope = [](double x, double y) { return x * 0.1 + 40 * std::sin(y / 300); };
    const WalkSurface surface(ground(81, slope), 3, SlopeRule::Tobler, lines({}), lines({}));
    const Point low{1000, 1000}, high{3000, 1600};
    const auto out = WalkReach(surface, {low}, Sense::From).of(high);
    CHECK(out == WalkReach(surface, {high}, Sense::To).of(low));
    CHECK(out.time > WalkReach(surface, {low}, Sense::To).of(high).time);
    // A crossing that is asked is as far as the lattice says, but for the level last step.
    const Lattice times = WalkReach(surface, {low}, Sense::From).times();
    CHECK(out.time <= times.at(60, 32));
    CHECK(out.time == Approx(times.at(60, 32)).epsilon(0.02));
}
