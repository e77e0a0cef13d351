// SPDX-License-Identifier: MIT
#include "session/trip/trip_roads.h"

#include "access/matrix.h"
#include "core/polygon.h"
#include "support/catch.h"

#include <cmath>
#include <random>

using namespace guatu;
using namespace guatu::access;
using namespace guatu::session;

namespace
{

/// A grid of roads one kilometre apart, those to the north of earth.
RoadColumns grid(int size)
{
    RoadColumns roads;
    const auto add = [&roads](Point from, Point to) {
        roads.id.push_back(static_cast<std::int64_t>(roads.id.size()));
        roads.code.push_back("R" + std::to_string(roads.id.size()));
        roads.name.emplace_back();
        roads.roadClass.emplace_back("village");
        roads.surface.emplace_back(from.y > 3500 ? "earth" : "concrete");
        roads.width.push_back(5);
        const std::vector<Point> line{from, to};
        roads.line.addPart(line);
        roads.line.endFeature();
    };
    for (int i = 0; i < size; ++i)
        for (int j = 0; j < size; ++j) {
            const Point at{1000.0 * i, 1000.0 * j};
            if (i + 1 < size)
                add(at, {at.x + 1000, at.y});
            if (j + 1 < size)
                add(at, {at.x, at.y + 1000});
        }
    return roads;
}

Travel travel()
{
    return {.means = {{.id = "car",
                       .title = {"车", "Car"},
                       .speeds = {{.surface = "earth", .kmh = 12}, {.kmh = 36}},
                       .rainCloses = {"earth"}}}};
}

std::vector<Snapped> anyPlaces(const RoadNetwork& network, std::size_t count)
{
    std::mt19937 dice(7);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({static_cast<double>(dice() % 6000), static_cast<double>(dice() % 6000)});
    points.push_back({20000, 20000}); // off the network
    return network.snapAll(points);
}

} // namespace

TEST_CASE("driving between places is the quickest way without the walks", "[session][trip]")
{
    const Travel how = travel();
    const RoadNetwork network(grid(7), how, how.means[0], Season::Dry);
    const auto snapped = anyPlaces(network, 30);
    const trips::Roads roads = roadsBetween(network, snapped, "车");
    std::vector<Place> places;
    for (const Snapped& each : snapped)
        places.push_back(each.place);
    const TimeMatrix times = timesBetween(network.graph(), places, places);
    const std::size_t count = snapped.size();
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = 0; to < count; ++to) {
            const trips::Seconds seconds = roads.seconds[from * count + to];
            if (from == to) {
                CHECK(seconds == 0);
            } else if (times.at(from, to) == never) {
                CHECK(seconds == trips::Roads::unreachable);
            } else {
                const Time driven = times.at(from, to) - places[from].walk - places[to].walk;
                CHECK(seconds == static_cast<trips::Seconds>((driven + 999) / 1000));
            }
        }
}

TEST_CASE("kilometres are those of the way that is driven", "[session][trip]")
{
    const Travel how = travel();
    const RoadNetwork network(grid(7), how, how.means[0], Season::Dry);
    const auto snapped = network.snapAll(
        std::vector<Point>{{100, 0}, {900, 0}, {2000, 2500}, {0, 6000}, {3000, 3000}});
    const trips::Roads roads = roadsBetween(network, snapped, "车");
    CHECK(roads.metres[0 * 5 + 1] == 800);         // along one road
    CHECK(roads.metres[0 * 5 + 2] == 1900 + 2500); // round the corners, whichever way
    CHECK(roads.metres[2 * 5 + 0] == 1900 + 2500);
    CHECK(roads.seconds[0 * 5 + 1] == 80);
    CHECK(roads.seconds[0 * 5 + 2] == 440);
    // Up to 3 km on concrete, then 3 km of earth at a third of the speed.
    CHECK(roads.metres[4 * 5 + 3] == 6000);
}

TEST_CASE("rain cuts off what only earth roads lead to", "[session][trip]")
{
    const Travel how = travel();
    const RoadNetwork network(grid(7), how, how.means[0], Season::Rain);
    const auto snapped = network.snapAll(std::vector<Point>{{0, 0}, {0, 6000}, {0, 3000}});
    const trips::Roads roads = roadsBetween(network, snapped, "车");
    CHECK(roads.seconds[0 * 3 + 1] == trips::Roads::unreachable);
    CHECK(roads.seconds[0 * 3 + 2] == 300);
}
