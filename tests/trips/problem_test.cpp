// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "support/catch.h"
#include "trips/problem_check.h"
#include "trips/world.h"

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

TEST_CASE("a sound trip has nothing odd", "[trips]")
{
    const Problem problem = lineWorld(4);
    CHECK_NOTHROW(requireSound(problem));
    CHECK(oddities(problem).empty());
}

TEST_CASE("a trip without days or with visits in a circle is refused", "[trips]")
{
    Problem noDays = lineWorld(2);
    noDays.days.clear();
    CHECK_THROWS_AS(requireSound(noDays), Error);
    Problem circle = lineWorld(3);
    circle.orders = {{0, 1, 0}, {1, 2, 1}, {2, 0, 0}};
    CHECK_THROWS_AS(requireSound(circle), Error);
    circle.orders.pop_back();
    CHECK_NOTHROW(requireSound(circle));
}

TEST_CASE("what is probably not meant is named", "[trips]")
{
    Problem problem = lineWorld(2);
    problem.stops[0].windows = {{{50000, 40000}}};
    problem.teams[0].days[0].end = problem.teams[0].days[0].begin;
    problem.teams[0].days[0].lunch = Lunch{50000, 40000, 1800};
    problem.places[0].offRoad = 12.0;
    CHECK_NOTHROW(requireSound(problem));
    const std::vector<Message> odd = oddities(problem);
    REQUIRE(odd.size() == 4);
    CHECK(odd[0] == Message{"trips.odd.window", {{"stop", "户1"}}});
}
