// SPDX-License-Identifier: MIT
#include "core/json_document.h"
#include "support/catch.h"
#include "support/source_folder.h"
#include "trips/benchmark.h"
#include "trips/checker.h"
#include "trips/reasons.h"
#include "trips/solver.h"
#include "trips/world.h"

#include <fstream>
#include <iterator>
#include <random>
#include <set>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

namespace
{

std::int64_t drivingOf(const Problem& problem, const Itinerary& itinerary)
{
    std::int64_t sum = 0;
    for (const DayRoute& route : itinerary) {
        if (route.stops.empty())
            continue;
        std::size_t place = problem.bases[route.from].place;
        const auto driveTo = [&](std::size_t next) {
            sum += problem.roads[0].seconds[place * problem.places.size() + next];
            place = next;
        };
        for (const std::size_t stop : route.stops)
            driveTo(problem.stops[stop].place);
        driveTo(problem.bases[route.to].place);
    }
    return sum;
}

std::int64_t priorityOf(const Problem& problem, const Itinerary& itinerary)
{
    std::int64_t sum = 0;
    for (const DayRoute& route : itinerary)
        for (const std::size_t stop : route.stops)
            sum += problem.stops[stop].priority;
    return sum;
}

} // namespace

TEST_CASE("small trips reach the proven optimum", "[trips]")
{
    const std::string name = GENERATE("s01.json", "s07.json");
    const auto file = sourceFolder() / "tests/trips/data" / name;
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Problem problem = readBenchmark(BenchmarkFormat::Small, text, name, 1);
    SolveOptions options;
    options.limit.steps = 4000;
    const Itinerary best = solve(problem, options);
    const JsonDocument document(text, name);
    const JsonNode optimum = document.root()["optimum"];
    CHECK(priorityOf(problem, best) == optimum["value"].integer());
    CHECK(drivingOf(problem, best) == optimum["driving_s"].integer());
    CHECK(solve(problem, options) == best); // the same seed and steps
}

TEST_CASE("each stop is planned at most once, and never one that must not be visited", "[trips]")
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Problem problem = anyWorld(seed);
        SolveOptions options;
        options.limit.steps = 60;
        options.seed = seed;
        std::set<std::size_t> seen;
        for (const DayRoute& route : solve(problem, options))
            for (const std::size_t stop : route.stops) {
                CHECK(seen.insert(stop).second);
                CHECK(problem.stops[stop].wish != Wish::MustNot);
                CHECK(!problem.places[problem.stops[stop].place].offRoad);
            }
    }
}

TEST_CASE("many stops in one place, or thousands of them, are planned all the same", "[trips]")
{
    SolveOptions options;
    options.limit.steps = 3;
    Problem yard = lineWorld(1);
    yard.stops[0].visit = 60;
    yard.stops.resize(400, yard.stops[0]);
    CHECK(solve(yard, options).front().stops.size() == 400); // one minute each of ten hours
    Problem many = lineWorld(40);
    for (std::size_t i = many.stops.size(); i < 5000; ++i)
        many.stops.push_back(many.stops[i % 40]);
    const Itinerary plan = solve(many, options);
    CHECK(plan.front().stops.size() > 40); // ten minutes each
    CHECK(plan.front().stops.size() < 60);
}

TEST_CASE("a trip without stops, teams or hours is an empty plan", "[trips]")
{
    SolveOptions options;
    options.limit.steps = 10;
    Problem noStops = lineWorld(0);
    CHECK(solve(noStops, options).front().stops.empty());
    Problem noTeams = lineWorld(3);
    noTeams.teams.clear();
    CHECK(solve(noTeams, options).empty());
    Problem noHours = lineWorld(3);
    noHours.teams[0].days[0].end = 0;
    CHECK(solve(noHours, options).front().stops.empty());
}

TEST_CASE("legs that are shorter by way of another place are planned all the same", "[trips]")
{
    // Taking a stop out of a route may make it longer here, and impossible.
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Problem problem = lineWorld(40);
        std::mt19937_64 random(seed);
        for (Seconds& leg : problem.roads[0].seconds)
            leg = leg == 0 ? 0 : 60 * static_cast<Seconds>(1 + random() % 120);
        SolveOptions options;
        options.limit.steps = 3000;
        options.seed = seed;
        CHECK(violationsOf(problem, planOf(problem, solve(problem, options))).empty());
    }
}
