// SPDX-License-Identifier: MIT
#include "access/road_check.h"
#include "access/road_mend.h"
#include "access/road_network.h"
#include "access/route.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <algorithm>
#include <cmath>

using namespace guatu;
using namespace guatu::access;

namespace
{

using Line = std::vector<Point>;

RoadColumns roads(const std::vector<Line>& lines)
{
    RoadColumns made;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        made.line.addPart(lines[i]);
        made.line.endFeature();
        made.code.push_back("R" + std::to_string(i + 1));
    }
    made.name.resize(lines.size());
    made.state.resize(lines.size());
    made.oneWay.resize(lines.size());
    made.noTurns.resize(lines.size());
    made.roadClass.assign(lines.size(), "village");
    made.surface.assign(lines.size(), "concrete");
    return made;
}

std::vector<RoadFinding> findings(const RoadColumns& made, RoadFlaw flaw,
                                  const std::vector<Point>& settled = {})
{
    auto found = checkRoads(made, linksOf(made.line, 1), settled, {.closedStates = {"在建"}});
    std::erase_if(found, [&](const RoadFinding& f) { return f.flaw != flaw; });
    return found;
}

Travel travel()
{
    return loadTravel(test::sourceFolder() / "data/access/travel.json");
}

Time time(const RoadColumns& made, const char* means, Point from, Point to)
{
    const Travel how = travel();
    const RoadNetwork network(made, how, *how.find(means), Season::Dry);
    return quickestRoute(network.graph(), network.snap(from).place, network.snap(to).place).time;
}

/// The roads after the mends of all findings of a kind.
RoadColumns after(const RoadColumns& made, RoadFlaw flaw)
{
    RoadColumns mendedRoads = made;
    mendedRoads.line = GeometryColumn(GeometryType::Line);
    const auto changes = mended(made, findings(made, flaw));
    for (std::uint32_t road = 0; road < made.code.size(); ++road) {
        const auto change = std::ranges::find(changes, road, &MendedRoad::road);
        if (change != changes.end() && change->duplicate)
            mendedRoads.state[road] = "duplicate";
        if (change != changes.end() && change->twoWay)
            mendedRoads.oneWay[road] = "both";
        if (change != changes.end() && !change->parts.empty())
            for (const auto& part : change->parts)
                mendedRoads.line.addPart(part);
        else
            mendedRoads.line.addPart(made.line.part(road, 0));
        mendedRoads.line.endFeature();
    }
    return mendedRoads;
}

} // namespace

TEST_CASE("an end short of another road's end is found, and moved there", "[access]")
{
    const RoadColumns made = roads({{{0, 0}, {100, 0}}, {{105, 0}, {200, 0}}});
    const auto found = findings(made, RoadFlaw::NearEnd);
    REQUIRE(found.size() == 1);
    CHECK(found[0].mend == Mend::Snap);
    CHECK(found[0].metres == Approx(5));
    CHECK(found[0].id == "near_end:R1+R2");
    CHECK(time(made, "foot", {0, 0}, {200, 0}) == never);
    CHECK(time(after(made, RoadFlaw::NearEnd), "foot", {0, 0}, {200, 0}) == 180000);
    // Within the tolerance they are joined already; farther off they have nothing to do with it.
    CHECK(findings(roads({{{0, 0}, {100, 0}}, {{100.5, 0}, {200, 0}}}), RoadFlaw::NearEnd).empty());
    CHECK(findings(roads({{{0, 0}, {100, 0}}, {{121, 0}, {200, 0}}}), RoadFlaw::NearEnd).empty());
}

TEST_CASE("an end short of another road's middle is led on to it", "[access]")
{
    const RoadColumns made = roads({{{0, 0}, {200, 0}}, {{100, 8}, {100, 80}}});
    const auto found = findings(made, RoadFlaw::NearLine);
    REQUIRE(found.size() == 1);
    CHECK(found[0].mend == Mend::Join);
    CHECK(found[0].metres == Approx(8));
    CHECK(time(made, "foot", {0, 0}, {100, 80}) == never);
    CHECK(time(after(made, RoadFlaw::NearLine), "foot", {0, 0}, {100, 80}) == 162000);
}

TEST_CASE("a crossing without a node is joined only when that is accepted", "[access]")
{
    const RoadColumns made = roads({{{0, 0}, {200, 0}}, {{100, -50}, {100, 50}}});
    const auto found = findings(made, RoadFlaw::Crossing);
    REQUIRE(found.size() == 1);
    CHECK(found[0].mend == Mend::Split);
    CHECK(found[0].at.x == Approx(100));
    CHECK(time(made, "foot", {0, 0}, {100, 50}) == never);
    const RoadColumns joined = after(made, RoadFlaw::Crossing);
    CHECK(time(joined, "foot", {0, 0}, {100, 50}) == 135000);
    CHECK(joined.line.partCount(0) == 2);
    CHECK(findings(joined, RoadFlaw::Crossing).empty());
}

TEST_CASE("a road drawn twice is marked, and the route stays", "[access]")
{
    const RoadColumns made = roads({{{0, 0}, {100, 0}, {200, 0}}, {{200, 0}, {0, 0.5}}});
    const auto found = findings(made, RoadFlaw::Duplicate);
    REQUIRE(found.size() == 1);
    CHECK(found[0].mend == Mend::Remove);
    CHECK(found[0].road == 1);
    CHECK(found[0].other == 0);
    const RoadColumns kept = after(made, RoadFlaw::Duplicate);
    CHECK(kept.state[1] == "duplicate");
    CHECK(time(kept, "foot", {0, 0}, {200, 0}) == 180000);
    // Two ways between the same nodes, one round the hill, are no duplicates.
    CHECK(findings(roads({{{0, 0}, {200, 0}}, {{0, 0}, {100, 90}, {200, 0}}}), RoadFlaw::Duplicate)
              .empty());
}

TEST_CASE("one-way roads that lead into each other are a contradiction", "[access]")
{
    RoadColumns made = roads({{{0, 0}, {100, 0}}, {{200, 0}, {100, 0}}, {{0, 0}, {0, 50}}});
    made.oneWay = {"forward", "forward", ""};
    const auto found = findings(made, RoadFlaw::OneWay);
    REQUIRE(found.size() == 2); // the middle, and the end that one can only leave
    CHECK(found[0].mend == Mend::TwoWay);
    CHECK(findings(after(made, RoadFlaw::OneWay), RoadFlaw::OneWay).empty());
}

TEST_CASE("islands, and ends where nothing is, are told", "[access]")
{
    const RoadColumns made =
        roads({{{0, 0}, {500, 0}}, {{500, 0}, {900, 0}}, {{0, 300}, {50, 300}}});
    const auto islands = findings(made, RoadFlaw::Island);
    REQUIRE(islands.size() == 1);
    CHECK(islands[0].road == 2);
    CHECK(islands[0].links == 1);
    CHECK(islands[0].metres == Approx(50));
    CHECK(findings(made, RoadFlaw::DeadEnd).size() == 4);
    CHECK(findings(made, RoadFlaw::DeadEnd, {{0, 100}, {900, 0}, {50, 310}}).empty());
    CHECK(partsOf(linksOf(made.line, 1)) == std::vector<std::uint32_t>{0, 0, 1});
}

TEST_CASE("one-way roads bind cars and not people on foot", "[access]")
{
    RoadColumns made = roads({{{0, 0}, {1000, 0}}});
    made.oneWay = {"forward"};
    CHECK(time(made, "car", {0, 0}, {1000, 0}) == 144000); // 25 km/h on a village road
    CHECK(time(made, "car", {1000, 0}, {0, 0}) == never);
    CHECK(time(made, "foot", {1000, 0}, {0, 0}) == 900000);
    made.oneWay = {"backward"};
    CHECK(time(made, "car", {0, 0}, {1000, 0}) == never);
}

TEST_CASE("a turn that the record bans is not taken, the way round is", "[access]")
{
    // West to north over (100, 0) is banned; the way round goes over (100, 0) -> (200, 0) and back.
    RoadColumns made = roads(
        {{{0, 0}, {100, 0}}, {{100, 0}, {100, 100}}, {{100, 0}, {200, 0}, {200, 100}, {100, 100}}});
    const Time direct = time(made, "car", {0, 0}, {100, 100});
    CHECK(direct == 28800);
    made.noTurns = {"R9, R2", "", ""};
    CHECK(time(made, "car", {0, 0}, {100, 100}) == 57600);
    CHECK(time(made, "car", {100, 100}, {0, 0}) == direct);
    CHECK(time(made, "foot", {0, 0}, {100, 100}) == 180000);
}

TEST_CASE("a road under construction is travelled by nobody", "[access]")
{
    RoadColumns made = roads({{{0, 0}, {1000, 0}}});
    made.state = {"在建"};
    CHECK(time(made, "foot", {0, 0}, {1000, 0}) == never);
    made.state = {"通车"};
    CHECK(time(made, "foot", {0, 0}, {1000, 0}) == 900000);
}

// Tobler 1993: 6 exp(-3.5 |S + 0.05|) km/h; on the level 5.04 km/h, here scaled to 4.
TEST_CASE("walking uphill takes longer, gently downhill less, as Tobler says", "[access]")
{
    CHECK(slopeFactor(SlopeRule::Tobler, 0) == Approx(1));
    CHECK(slopeFactor(SlopeRule::Tobler, -0.05) == Approx(1.1912).epsilon(1e-4));
    CHECK(slopeFactor(SlopeRule::Tobler, 0.2) == Approx(std::exp(-0.7)));
    CHECK(slopeFactor(SlopeRule::None, 0.5) == 1);
    const RoadColumns made = roads({{{0, 0}, {1000, 0}}});
    const Travel how = travel();
    const HeightAt height = [](Point p) { return 2000 + 0.1 * p.x; };
    const RoadNetwork network(made, how, *how.find("foot"), Season::Dry, 1, height);
    const auto walk = [&](Point from, Point to) {
        return quickestRoute(network.graph(), network.snap(from).place, network.snap(to).place)
            .time;
    };
    CHECK(walk({0, 0}, {1000, 0}) == Approx(900000 * std::exp(0.35)).margin(2));
    CHECK(walk({1000, 0}, {0, 0}) == Approx(900000).margin(2)); // -0.1: as fast as on the level
    const RoadNetwork car(made, how, *how.find("car"), Season::Dry, 1, height);
    CHECK(car.graph().forward(0) == car.graph().backward(0));
    const RoadNetwork unknown(made, how, *how.find("foot"), Season::Dry, 1,
                              [](Point) { return std::nan(""); });
    CHECK(unknown.graph().forward(0) == 900000);
}
