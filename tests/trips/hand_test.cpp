// SPDX-License-Identifier: MIT
#include "support/catch.h"
#include "trips/hand.h"
#include "trips/reasons.h"
#include "trips/replan.h"
#include "trips/solver.h"
#include "trips/world.h"

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

namespace
{

SolveOptions steps(std::uint64_t count)
{
    SolveOptions options;
    options.limit.steps = count;
    return options;
}

std::vector<std::size_t> allStops(const Itinerary& itinerary)
{
    std::vector<std::size_t> all;
    for (const DayRoute& route : itinerary)
        all.insert(all.end(), route.stops.begin(), route.stops.end());
    std::sort(all.begin(), all.end());
    return all;
}

Itinerary oneDay(std::vector<std::size_t> stops)
{
    return {{.from = 0, .to = 0, .stops = std::move(stops)}};
}

} // namespace

TEST_CASE("a hand moves, swaps, takes out and adds", "[trips]")
{
    const Itinerary plan = oneDay({0, 1, 2, 3});
    CHECK(moved(plan, 0, {0, 2})[0].stops == std::vector<std::size_t>{1, 2, 0, 3});
    CHECK(moved(plan, 3, {0, 0})[0].stops == std::vector<std::size_t>{3, 0, 1, 2});
    CHECK(moved(plan, 1, {0, 99})[0].stops == std::vector<std::size_t>{0, 2, 3, 1});
    CHECK(swapped(plan, 0, 3)[0].stops == std::vector<std::size_t>{3, 1, 2, 0});
    CHECK(swapped(plan, 0, 7) == plan);
    CHECK(removed(plan, 2)[0].stops == std::vector<std::size_t>{0, 1, 3});
    CHECK(!spotOf(plan, 7));
    CHECK(spotOf(plan, 2)->at == 2);
    // On the line between its neighbours it adds nothing to drive.
    CHECK(added(lineWorld(4), removed(plan, 2), 2, 0) == plan);
}

TEST_CASE("a broken rule shows at once and hinders nothing", "[trips]")
{
    Problem problem = lineWorld(3);
    problem.stops[2].windows = {{{8 * 3600, 8 * 3600 + 300}}};
    CHECK(checkedPlan(problem, oneDay({2, 0, 1})).violations.empty());
    const CheckedPlan late = checkedPlan(problem, oneDay({0, 1, 2}));
    REQUIRE(late.violations.size() == 1);
    CHECK(late.violations[0].rule == Rule::Window);
    CHECK(late.violations[0].stop == 2U);
    CHECK(late.violations[0].by == 60 * 3 + 1200 - 300);
    CHECK(late.plan.days[0].visits.size() == 3);
}

TEST_CASE("moving there and back changes nothing, and no stop is lost", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        const Itinerary before = solve(problem, steps(5));
        std::mt19937_64 dice(seed);
        const auto stops = allStops(before);
        if (stops.empty())
            return;
        const std::size_t stop = stops[dice() % stops.size()];
        const RouteSpot was = *spotOf(before, stop);
        const Itinerary after = moved(before, stop, {dice() % before.size(), dice() % 9});
        RC_ASSERT(allStops(after) == stops);
        RC_ASSERT(moved(after, stop, was) == before);
        RC_ASSERT(checkedPlan(problem, after).plan.leftOut.size() ==
                  problem.stops.size() - stops.size());
    }));
}

TEST_CASE("after the morning the trip goes on from where the team is", "[trips]")
{
    const Problem problem = lineWorld(5);
    const Plan plan = planOf(problem, oneDay({0, 1, 2, 3, 4}));
    const Rest rest =
        restOf(problem, plan, {.now = 9 * 3600, .done = {0, 1}, .lostTeams = {}, .roads = {}});
    CHECK(rest.itinerary[0].stops == std::vector<std::size_t>{2, 3, 4});
    const Plan after = planOf(rest.problem, rest.itinerary);
    CHECK(after.days[0].departure == 9 * 3600);
    CHECK(after.days[0].visits[0].drive == 60); // from stop 1, one step away
    CHECK(after.leftOut.size() == 2);
    CHECK(after.leftOut[0].why == LeftOut::Done);
    CHECK(violationsOf(rest.problem, after).empty());
}

TEST_CASE("a team that has nothing left to visit comes home", "[trips]")
{
    const Problem problem = lineWorld(3);
    const Plan plan = planOf(problem, oneDay({0, 1, 2}));
    const Rest rest = restOf(
        problem, plan, {.now = 8 * 3600 + 2000, .done = {0, 1, 2}, .lostTeams = {}, .roads = {}});
    const Plan after = planOf(rest.problem, rest.itinerary);
    REQUIRE(after.days.size() == 1);
    CHECK(after.days[0].driveBack == 180);
    CHECK(after.days[0].back == 8 * 3600 + 2000 + 180);
    CHECK(violationsOf(rest.problem, after).empty());
}

TEST_CASE("with a car lost or a road closed the others do what they can", "[trips]")
{
    Problem problem = lineWorld(4);
    problem.teams.push_back(problem.teams[0]);
    problem.teams[1].id = "b";
    const Plan plan =
        planOf(problem, {{0, 0, 0, 0, {0, 1}}, {.team = 1, .from = 0, .to = 0, .stops = {2, 3}}});
    Roads closed = problem.roads[0];
    for (std::size_t i = 0; i < 5; ++i) // nothing leads to the last place any more
        closed.seconds[i * 5 + 4] = Roads::unreachable;
    const Rest rest = restOf(
        problem, plan, {.now = 8 * 3600 + 700, .done = {0}, .lostTeams = {1}, .roads = {closed}});
    const Plan after = planOf(rest.problem, improve(rest.problem, rest.itinerary, {}, steps(50)));
    CHECK(after.days.size() == 1);
    CHECK(allStops(itineraryOf(after)) == std::vector<std::size_t>{1, 2});
    REQUIRE(after.leftOut.size() == 2);
    CHECK(after.leftOut[1].why == LeftOut::OutOfReach);
    CHECK(violationsOf(rest.problem, after).empty());
}

TEST_CASE("replanning keeps what is done and breaks no rule", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        const Plan plan = planOf(problem, solve(problem, steps(30)));
        std::mt19937_64 dice(seed);
        RoadState state{.day = dice() % problem.days.size(),
                        .now = static_cast<Seconds>(8 + dice() % 8) * 3600,
                        .done = {},
                        .lostTeams = {},
                        .roads = {}};
        for (const DayPlan& day : plan.days) {
            const std::size_t when = problem.teams[day.team].days[day.teamDay].day;
            for (const Visit& visit : day.visits)
                if (when < state.day || (when == state.day && visit.departure <= state.now))
                    state.done.push_back(visit.stop);
        }
        if (problem.teams.size() > 1 && dice() % 3 == 0)
            state.lostTeams = {1};
        const Rest rest = restOf(problem, plan, state);
        const Plan after =
            planOf(rest.problem, improve(rest.problem, rest.itinerary, {}, steps(30)));
        for (const std::size_t stop : state.done)
            RC_ASSERT(std::any_of(after.leftOut.begin(), after.leftOut.end(),
                                  [stop](const LeftOutStop& left) {
                                      return left.stop == stop && left.why == LeftOut::Done;
                                  }));
        std::string broken;
        for (const Violation& violation : violationsOf(rest.problem, after))
            broken += text(violationText(rest.problem, after, violation), Language::English) + "\n";
        RC_ASSERT(broken == "");
    }));
}
