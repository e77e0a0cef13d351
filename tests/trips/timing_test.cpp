// SPDX-License-Identifier: MIT
#include "support/catch.h"
#include "trips/solver.h"
#include "trips/timing.h"
#include "trips/world.h"

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

namespace
{

constexpr Seconds hour = 3600;

DayPlan planned(const Problem& problem, std::vector<std::size_t> stops)
{
    return timed(problem, {{.from = 0, .to = 0, .stops = std::move(stops)}}).front();
}

} // namespace

TEST_CASE("a day runs from place to place as fast as it can", "[trips]")
{
    const DayPlan day = planned(lineWorld(3), {0, 2});
    REQUIRE(day.visits.size() == 2);
    CHECK(day.departure == 8 * hour);
    // One minute a step: to 1, ten minutes there, two steps to 3, ten minutes, three steps home.
    CHECK(day.visits[0] == Visit{0, 8 * hour + 60, 8 * hour + 60, 8 * hour + 660, 8 * hour + 660,
                                 60, 1000, 0, 10 * hour - 60 - 600 - 120 - 600 - 180});
    CHECK(day.visits[1].arrival == 8 * hour + 780);
    CHECK(day.visits[1].metres == 2000);
    CHECK(day.visits[1].slack == day.visits[0].slack);
    CHECK(day.driveBack == 180);
    CHECK(day.back == 8 * hour + 780 + 600 + 180);
    const DayTotals totals = totalsOf(lineWorld(3), day);
    CHECK(totals.driving == 360);
    CHECK(totals.metres == 6000);
    CHECK(totals.visiting == 1200);
    CHECK(totals.waiting == 0);
}

TEST_CASE("walk and set-up come once a place", "[trips]")
{
    Problem problem = lineWorld(1);
    problem.places[1].walk = 300;
    problem.places[1].setUp = 900;
    problem.stops.push_back(problem.stops[0]);
    const DayPlan day = planned(problem, {0, 1});
    CHECK(day.visits[0].arrival == 8 * hour + 60);
    CHECK(day.visits[0].start == 8 * hour + 60 + 300 + 900);
    CHECK(day.visits[0].walk == 300); // in
    CHECK(day.visits[1].start == day.visits[0].end);
    CHECK(day.visits[1].drive == 0);
    CHECK(day.visits[1].walk == 300); // out
    CHECK(day.visits[1].departure == day.visits[1].end + 300);
    CHECK(totalsOf(problem, day).settingUp == 900);
}

TEST_CASE("nobody leaves home only to wait", "[trips]")
{
    Problem problem = lineWorld(2);
    problem.stops[0].windows = {{{10 * hour, 11 * hour}}};
    const DayPlan day = planned(problem, {0, 1});
    CHECK(day.departure == 10 * hour - 60);
    CHECK(day.visits[0].start == 10 * hour);
    CHECK(day.visits[0].slack == hour);
}

TEST_CASE("lunch is taken in its hours where the day ends earliest", "[trips]")
{
    Problem problem = lineWorld(3);
    problem.teams[0].days[0].lunch = Lunch{12 * hour, 13 * hour, hour};
    problem.stops[0].visit = 4 * hour; // until 12:01
    problem.stops[2].windows = {{{14 * hour, 15 * hour}}};
    const DayPlan day = planned(problem, {0, 1, 2});
    REQUIRE(day.lunch);
    CHECK(day.lunchBefore == 1);
    CHECK(*day.lunch == 12 * hour + 120);
    CHECK(day.visits[1].start == 13 * hour + 120);
    CHECK(day.visits[2].start == 14 * hour);
}

TEST_CASE("a visit that comes too late is timed all the same", "[trips]")
{
    Problem problem = lineWorld(2);
    problem.stops[1].windows = {{{8 * hour, 8 * hour + 600}}};
    const DayPlan day = planned(problem, {0, 1});
    CHECK(day.visits[1].start == 8 * hour + 60 + 600 + 60);
    CHECK(day.visits[1].slack == -120);
    CHECK(day.visits[0].slack == -120);
}

TEST_CASE("the parts of a day add up to its length", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        SolveOptions options;
        options.limit.steps = 30;
        for (const DayPlan& day : timed(problem, solve(problem, options))) {
            const DayTotals totals = totalsOf(problem, day);
            RC_ASSERT(totals.waiting >= 0);
            RC_ASSERT(totals.driving <= problem.teams[day.team].days[day.teamDay].mostDriving);
        }
    }));
}

TEST_CASE("one more stop leaves no other stop more slack", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        Problem problem = lineWorld(12);
        std::mt19937_64 dice(seed);
        for (Stop& stop : problem.stops)
            if (dice() % 2 == 0) {
                const auto open = static_cast<Seconds>(8 + dice() % 8) * hour;
                stop.windows = {{{open, open + static_cast<Seconds>(1 + dice() % 3) * hour}}};
            }
        std::vector<std::size_t> stops;
        for (std::size_t i = 0; i < 12; ++i)
            if (dice() % 3 == 0)
                stops.push_back(i);
        const DayPlan before = planned(problem, stops);
        std::size_t added = dice() % 12;
        if (std::find(stops.begin(), stops.end(), added) != stops.end())
            return;
        const auto at = static_cast<std::ptrdiff_t>(dice() % (stops.size() + 1));
        stops.insert(stops.begin() + at, added);
        const DayPlan after = planned(problem, stops);
        for (const Visit& was : before.visits)
            for (const Visit& is : after.visits)
                RC_ASSERT(is.stop != was.stop || is.slack <= was.slack);
    }));
}
