// SPDX-License-Identifier: MIT
#include "session/trip/trip_directions.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::session;

namespace
{

/// Roads a (county, asphalt), b (village, concrete), b again (village, earth).
RoadColumns roads()
{
    RoadColumns columns;
    columns.id = {1, 2, 3};
    columns.name = {"甲路", "乙路", "乙路"};
    columns.roadClass = {"county", "village", "village"};
    columns.surface = {"asphalt", "concrete", "earth"};
    return columns;
}

} // namespace

TEST_CASE("turns are named by how far the heading changes", "[session][trip]")
{
    CHECK(turnBy(0) == Turn::Straight);
    CHECK(turnBy(-30) == Turn::Straight);
    CHECK(turnBy(45) == Turn::SlightRight);
    CHECK(turnBy(-90) == Turn::Left);
    CHECK(turnBy(90) == Turn::Right);
    CHECK(turnBy(-150) == Turn::SharpLeft);
    CHECK(turnBy(180) == Turn::Back);
}

TEST_CASE("a drive is told by roads and turns", "[session][trip]")
{
    // East along 甲路, left into 乙路, which bends without a fork, becomes earth, then right.
    const std::vector<WayPiece> way{
        {0, false, {{0, 0}, {500, 0}}},         {0, true, {{500, 0}, {1000, 0}}},
        {1, true, {{1000, 0}, {1000, 300}}},    {1, false, {{1000, 300}, {1400, 300}}},
        {2, false, {{1400, 300}, {1800, 300}}}, {2, true, {{1800, 300}, {1800, 100}}},
    };
    const RoadColumns columns = roads();
    const auto steps = stepsOf(way, columns);
    REQUIRE(steps.size() == 4);
    CHECK(steps[0] == DriveStep{Turn::Start, "甲路", "county", "asphalt", 1000});
    CHECK(steps[1] == DriveStep{Turn::Left, "乙路", "village", "concrete", 700});
    CHECK(steps[2] == DriveStep{Turn::Straight, "乙路", "village", "earth", 400});
    CHECK(steps[3] == DriveStep{Turn::Right, "乙路", "village", "earth", 200});
}

TEST_CASE("a short kink at a junction is no turn", "[session][trip]")
{
    const std::vector<WayPiece> way{
        {0, false, {{0, 0}, {500, 0}, {505, 4}}},
        {0, true, {{505, 4}, {510, 0}, {900, 0}}},
    };
    const RoadColumns columns = roads();
    const auto steps = stepsOf(way, columns);
    REQUIRE(steps.size() == 1);
}
