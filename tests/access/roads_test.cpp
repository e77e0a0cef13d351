// SPDX-License-Identifier: MIT
#include "access/nearest_by_road.h"
#include "access/reach.h"
#include "access/road_network.h"
#include "access/route.h"
#include "core/error.h"
#include "core/segment.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <rapidcheck.h>

#include <cmath>

using namespace guatu;
using namespace guatu::access;

namespace
{

GeometryColumn lines(const std::vector<std::vector<Point>>& parts)
{
    GeometryColumn column(GeometryType::Line);
    for (const auto& part : parts) {
        column.addPart(part);
        column.endFeature();
    }
    return column;
}

Travel travel()
{
    return loadTravel(test::sourceFolder() / "data/access/travel.json");
}

RoadColumns roads(const std::vector<std::vector<Point>>& parts, const std::string& surface)
{
    RoadColumns made;
    made.line = lines(parts);
    made.roadClass.assign(parts.size(), "village");
    made.surface.assign(parts.size(), surface);
    return made;
}

Time walk(const RoadNetwork& network, Point from, Point to)
{
    return quickestRoute(network.graph(), network.snap(from).place, network.snap(to).place).time;
}

} // namespace

TEST_CASE("roads are joined where they meet, and not where they only cross", "[access]")
{
    // A road east, one that ends on its middle 0.4 m short, and one that passes over both.
    const RoadLinks links =
        linksOf(lines({{{0, 0}, {100, 0}}, {{50, 0.4}, {50, 80}}, {{20, -50}, {20, 50}}}), 0.5);
    CHECK(links.size() == 4);
    CHECK(links.nodes.size() == 6);
    CHECK(links.metres[0] + links.metres[1] == Approx(100).margin(0.01));
    CHECK(links.road == std::vector<std::uint32_t>{0, 0, 1, 2});
    CHECK(linksOf(lines({{{0, 0}, {100, 0}}, {{50, 0.6}, {50, 80}}}), 0.5).size() == 2);
    CHECK(linksOf(lines({{{0, 0}, {10, 0}}, {{10.3, 0}, {20, 0}}}), 0.5).nodes.size() == 3);
    CHECK(linksOf(lines({{{0, 0}}}), 0.5).size() == 0);
    CHECK(linksOf(GeometryColumn(GeometryType::Line), 0.5).size() == 0);
}

TEST_CASE("people walk to the road and along it", "[access]")
{
    const Travel how = travel();
    const RoadNetwork network(roads({{{0, 0}, {1000, 0}, {1000, 1000}}}, "concrete"), how,
                              *how.find("foot"), Season::Dry);
    // 30 m at 3 km/h are 36 s; 800 m at 4 km/h 720 s; then on the road itself.
    CHECK(walk(network, {100, 30}, {900, 0}) == 36000 + 720000);
    CHECK(walk(network, {900, 0}, {100, 30}) == 36000 + 720000);
    CHECK(walk(network, {500, 0}, {1000, 500}) == 900000);
    const Snapped far = network.snap({500, -2500});
    CHECK_FALSE(far.onNetwork());
    CHECK(far.distance == Approx(2500));
    CHECK_FALSE(network.snap(Point{}).onNetwork());
}

TEST_CASE("rain closes earth roads to cars, not to people on foot", "[access]")
{
    const Travel how = travel();
    const RoadColumns earth = roads({{{0, 0}, {1000, 0}}}, "earth");
    const auto time = [&](const char* means, Season season) {
        return walk(RoadNetwork(earth, how, *how.find(means), season), {0, 0}, {1000, 0});
    };
    CHECK(time("car", Season::Dry) == 300000); // 1 km at 12 km/h
    CHECK(time("car", Season::Rain) == never);
    CHECK(time("foot", Season::Rain) == time("foot", Season::Dry));
}

TEST_CASE("the nearest road is the one that a look at every piece finds", "[access]")
{
    CHECK(rc::check("segments", [] {
        const auto number = [] { return *rc::gen::inRange(0, 400) / 2.0; };
        std::vector<std::vector<Point>> parts(*rc::gen::inRange<std::size_t>(1, 30));
        for (auto& part : parts) {
            part.resize(*rc::gen::inRange<std::size_t>(2, 6));
            for (Point& p : part)
                p = {number(), number()};
        }
        const SegmentIndex index(lines(parts));
        const Point at{number() * 2 - 100, number() * 2 - 100};
        double best = std::numeric_limits<double>::infinity();
        std::size_t near = 0;
        for (const auto& part : parts) {
            double own = std::numeric_limits<double>::infinity();
            for (std::size_t v = 0; v + 1 < part.size(); ++v) {
                const Point on = nearestOn({part[v], part[v + 1]}, at);
                own = std::min(own, std::hypot(on.x - at.x, on.y - at.y));
            }
            best = std::min(best, own);
            near += own < 40 - 1e-9 ? 1 : 0;
        }
        RC_ASSERT(std::abs(index.nearest(at, 1e9).distance - best) < 1e-6);
        RC_ASSERT(index.nearest(at, best / 2 - 1e-6).found() == false);
        std::size_t found = 0;
        for (const OnLine& on : index.within(at, 40))
            found += on.distance < 40 - 1e-9 ? 1 : 0;
        RC_ASSERT(found == near);
    }));
}

TEST_CASE("many places are snapped as each is alone, and find the same facility", "[access]")
{
    const Travel how = travel();
    std::vector<std::vector<Point>> parts;
    for (int i = 0; i <= 20; ++i) {
        parts.push_back({{0, i * 250.0}, {5000, i * 250.0}});
        parts.push_back({{i * 250.0, 0}, {i * 250.0, 5000}});
    }
    const RoadNetwork network(roads(parts, "concrete"), how, *how.find("foot"), Season::Dry);
    std::vector<Point> places;
    for (int i = 0; i < 3000; ++i)
        places.push_back({(i * 7919 % 9001) - 2000.0, (i * 104729 % 8999) - 1900.0});
    places[17] = {};
    const auto snapped = network.snapAll(places);
    const Nearest nearest(network.graph(),
                          {network.snap({10, 10}).place, network.snap({4000, 3000}).place});
    const auto found = nearestByRoad(network, nearest, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Snapped alone = network.snap(places[i]);
        REQUIRE(snapped[i].distance == alone.distance);
        REQUIRE(snapped[i].place.link == alone.place.link);
        REQUIRE(found[i] == nearest.of(alone.place));
    }
}

TEST_CASE("a network of one link, one without speeds and a line of very many vertices", "[access]")
{
    const Travel how = travel();
    const RoadNetwork one(roads({{{0, 0}, {1000, 0}}}, "concrete"), how, *how.find("foot"),
                          Season::Dry);
    CHECK(walk(one, {0, 0}, {1000, 0}) == 900000);

    Means still = *how.find("foot");
    for (RoadSpeed& speed : still.speeds)
        speed.kmh = 0;
    const RoadNetwork stuck(roads({{{0, 0}, {1000, 0}}}, "concrete"), how, still, Season::Dry);
    CHECK(walk(stuck, {0, 0}, {1000, 0}) == never);

    constexpr int vertices = 1'000'000;
    std::vector<Point> line(vertices);
    for (int i = 0; i < vertices; ++i)
        line[static_cast<std::size_t>(i)] = {i * 0.01, i % 2 == 0 ? 0.0 : 0.001};
    const RoadNetwork fine(roads({line}, "concrete"), how, *how.find("foot"), Season::Dry);
    CHECK(fine.links().size() == 1);
    // Ten kilometres and the zigzag's half per cent: 9,000 s at 4 km/h.
    CHECK(walk(fine, {0, 0}, {9999.99, 0}) == Approx(9000000 * 1.00499).epsilon(0.001));
    CHECK(walk(fine, {2500, 0}, {7500, 0}) == Approx(4500000 * 1.00499).epsilon(0.001));
}

TEST_CASE("a wrong table of speeds is an error that names the place", "[access]")
{
    const auto says = [](std::string_view json) {
        try {
            (void)parseTravel(json, "t.json");
        } catch (const Error& error) {
            return text(error.message(), Language::English);
        }
        return std::string();
    };
    CHECK_THAT(says(R"({"off_road_kmh": 3, "off_road_limit_m": 9, "means": []})"),
               Catch::Matchers::Contains("/means"));
    CHECK_THAT(says(R"({"off_road_kmh": 3, "off_road_limit_m": 9, "means": [{"id": "car",
               "title": {"zh": "车", "en": "car"}, "speeds": [{"kmh": -1}]}]})"),
               Catch::Matchers::Contains("/means/0/speeds/0/kmh"));
}
