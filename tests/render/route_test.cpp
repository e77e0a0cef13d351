// SPDX-License-Identifier: MIT
#include "render/route_badges.h"
#include "render/route_lines.h"
#include "render/route_style.h"
#include "support/catch.h"
#include "support/gui.h"

#include <cmath>
#include <set>

using namespace guatu;
using namespace guatu::render;

namespace
{

MapView view()
{
    return {.center = {5000, 5000}, .metresPerPixel = 20, .width = 800, .height = 600};
}

} // namespace

TEST_CASE("a route is drawn on the right of the way it drives", "[render]")
{
    // Pixels have y downwards: who drives east has the south at the right.
    const QPolygonF east = keptRight(QPolygonF{{0, 0}, {100, 0}}, 5, 1);
    REQUIRE(east.size() == 2);
    CHECK(east[0] == QPointF(0, 5));
    CHECK(east[1] == QPointF(100, 5));
    const QPolygonF back = keptRight(QPolygonF{{100, 0}, {0, 0}}, 5, 1);
    CHECK(back[0] == QPointF(100, -5));
    // Round a right angle to the south it stays five pixels inside.
    const QPolygonF bend = keptRight(QPolygonF{{0, 0}, {100, 0}, {100, 100}}, 5, 1);
    REQUIRE(bend.size() == 3);
    CHECK(bend[1].x() == Approx(95));
    CHECK(bend[1].y() == Approx(5));
}

TEST_CASE("routes that drive the same stretch the same way lie side by side", "[render]")
{
    const std::vector<Point> out{{0, 0}, {100, 0}, {200, 0}}, home{{200, 0}, {100, 0}, {0, 0}};
    RouteMap map;
    map.routes = {{0, 0, {out}}, {1, 0, {{{100, 0}, {200, 0}}}}, {0, 1, {home}}};
    CHECK(routeLanes(map) == std::vector<std::size_t>{0, 1, 0});
}

TEST_CASE("badges of stops that lie on each other are moved apart, 32 pixels at most", "[render]")
{
    needGui();
    RouteMap map;
    Route route;
    for (int i = 0; i < 6; ++i)
        route.stops.push_back({{5000 + i * 40.0, 5000}, std::to_string(i + 1)});
    map.routes.push_back(route);
    map.leftOut.push_back({{5040, 5000}, {}, "哪吐"});
    const Canvas canvas(view());
    const RouteBadges all = layoutBadges(canvas, map);
    REQUIRE(all.badges.size() == 7);
    for (std::size_t i = 0; i < all.badges.size(); ++i) {
        const QPointF moved = all.badges[i].at - all.badges[i].place;
        CHECK(std::hypot(moved.x(), moved.y()) <= 32.001);
        for (std::size_t j = 0; j < i; ++j) {
            const QPointF between = all.badges[i].at - all.badges[j].at;
            CHECK(std::hypot(between.x(), between.y()) >=
                  all.badges[i].radius + all.badges[j].radius - 0.01);
        }
    }
}

TEST_CASE("no two days of six teams look alike", "[render]")
{
    for (std::size_t team = 0; team < 6; ++team) {
        std::set<QRgb> fills;
        for (std::size_t day = 0; day < 3; ++day)
            fills.insert(badgeFill(team, day).rgb());
        CHECK(fills.size() == 3);
        for (std::size_t other = 0; other < team; ++other)
            CHECK(teamColour(team) != teamColour(other));
    }
    for (std::size_t day = 0; day < 5; ++day)
        for (std::size_t other = 0; other < day; ++other)
            CHECK(dayDashes(day) != dayDashes(other));
}
