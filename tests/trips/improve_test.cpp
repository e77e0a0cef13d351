// SPDX-License-Identifier: MIT
#include "support/catch.h"
#include "trips/checker.h"
#include "trips/reasons.h"
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

SolveOptions steps(std::uint64_t count, std::uint64_t seed = 1)
{
    SolveOptions options;
    options.limit.steps = count;
    options.seed = seed;
    return options;
}

/// Which route each stop is on.
std::vector<std::size_t> routeOf(const Problem& problem, const Itinerary& itinerary)
{
    std::vector<std::size_t> routes(problem.stops.size(), itinerary.size());
    for (std::size_t r = 0; r < itinerary.size(); ++r)
        for (const std::size_t stop : itinerary[r].stops)
            routes[stop] = r;
    return routes;
}

std::int64_t worthOf(const Problem& problem, const Itinerary& itinerary)
{
    std::int64_t worth = 0;
    for (const DayRoute& route : itinerary)
        for (const std::size_t stop : route.stops)
            worth += problem.stops[stop].priority +
                     (problem.stops[stop].wish == Wish::Must ? 1'000'000 : 0);
    return worth;
}

} // namespace

TEST_CASE("what is locked stays with its team and day, and the rest gets no worse", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        const Itinerary before = solve(problem, steps(5, seed));
        std::mt19937_64 dice(seed);
        std::vector<std::size_t> locked;
        for (const DayRoute& route : before)
            for (const std::size_t stop : route.stops)
                if (dice() % 2 == 0)
                    locked.push_back(stop);
        const Itinerary after = improve(problem, before, locked, steps(60, seed));
        const auto was = routeOf(problem, before), is = routeOf(problem, after);
        for (const std::size_t stop : locked)
            RC_ASSERT(is[stop] == was[stop]);
        RC_ASSERT(worthOf(problem, after) >= worthOf(problem, before));
        RC_ASSERT(violationsOf(problem, planOf(problem, after)).empty());
    }));
}

TEST_CASE("what a hand made impossible is repaired around the locked stops", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        Itinerary itinerary = solve(problem, steps(5, seed));
        std::mt19937_64 dice(seed);
        for (std::size_t stop = 0; stop < problem.stops.size(); ++stop) { // anything anywhere
            for (DayRoute& route : itinerary)
                std::erase(route.stops, stop);
            auto& stops = itinerary[dice() % itinerary.size()].stops;
            stops.insert(stops.begin() + static_cast<std::ptrdiff_t>(dice() % (stops.size() + 1)),
                         stop);
        }
        const Itinerary after = improve(problem, itinerary, {}, steps(40, seed));
        RC_ASSERT(violationsOf(problem, planOf(problem, after)).empty());
    }));
}

TEST_CASE("what must come first on the same day may be another team's", "[trips]")
{
    Problem problem = lineWorld(2);
    problem.stops[0].skills = {"医生"};
    problem.stops[1].skills = {"工程师"};
    problem.stops[1].windows = {{{10 * 3600, 12 * 3600}}};
    problem.orders = {{0, 1, 0}};
    problem.teams[0].skills = {"医生"};
    problem.teams.push_back(problem.teams[0]);
    problem.teams[1].skills = {"工程师"};
    const Plan plan = planOf(problem, solve(problem, steps(50)));
    CHECK(plan.leftOut.empty());
    CHECK(violationsOf(problem, plan).empty());
}

TEST_CASE("a long way through many stops has no crossings left", "[trips]")
{
    // On a line the shortest way through all stops is there and back, whatever the order.
    Problem problem = lineWorld(120);
    for (Stop& stop : problem.stops)
        stop.visit = 60;
    const Itinerary best = solve(problem, steps(30));
    const Plan plan = planOf(problem, best);
    CHECK(plan.leftOut.empty());
    std::int64_t metres = plan.days[0].metresBack;
    for (const Visit& visit : plan.days[0].visits)
        metres += visit.metres;
    CHECK(metres == 240'000);
}

TEST_CASE("when more is allowed no less is visited", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        Problem problem = anyWorld(seed);
        const Itinerary narrow = solve(problem, steps(60, seed));
        problem.orders.clear();
        for (Stop& stop : problem.stops)
            stop.windows.clear();
        for (Team& team : problem.teams)
            for (WorkDay& day : team.days)
                day.mostDriving += 3600;
        const Itinerary wide = improve(problem, narrow, {}, steps(60, seed));
        RC_ASSERT(worthOf(problem, wide) >= worthOf(problem, narrow));
    }));
}

TEST_CASE("searched from nothing, a trip that may do more does not do less", "[trips]")
{
    // Over many trips nothing is lost, and by chance at most a tenth of one.
    std::int64_t narrow = 0, wide = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        Problem problem = anyWorld(seed);
        const std::int64_t before = worthOf(problem, solve(problem, steps(300, seed)));
        problem.orders.clear();
        for (Stop& stop : problem.stops)
            stop.windows.clear();
        const std::int64_t after = worthOf(problem, solve(problem, steps(300, seed)));
        CHECK(10 * after >= 9 * before);
        narrow += before;
        wide += after;
    }
    CHECK(wide >= narrow);
}
