// SPDX-License-Identifier: MIT
#include "support/catch.h"
#include "trips/reasons.h"
#include "trips/solver.h"
#include "trips/world.h"

#include <map>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

namespace
{

constexpr Seconds hour = 3600;

std::map<std::size_t, LeftOutStop> reasons(const Problem& problem, std::vector<std::size_t> stops)
{
    std::map<std::size_t, LeftOutStop> all;
    for (const LeftOutStop& each :
         leftOutOf(problem, {{.from = 0, .to = 0, .stops = std::move(stops)}}))
        all[each.stop] = each;
    return all;
}

} // namespace

TEST_CASE("each stop that is left out says why", "[trips]")
{
    Problem problem = lineWorld(8);
    problem.stops[0].wish = Wish::MustNot;
    problem.places[2].offRoad = 3400;
    problem.stops[2].skills = {"医生"};
    problem.stops[3].windows = {{{20 * hour, 21 * hour}}};
    problem.stops[4].visit = 10 * hour;
    problem.stops[5].people = 3;
    problem.stops[6].done = true;
    problem.orders = {{4, 7, 0}, {6, 5, 0}};
    const auto why = reasons(problem, {});
    CHECK(why.at(0).why == LeftOut::Excluded);
    CHECK(why.at(1).why == LeftOut::OffNetwork);
    CHECK(why.at(1).roadMetres == 3400.0);
    CHECK(why.at(2).why == LeftOut::NoTeam);
    CHECK(why.at(3).why == LeftOut::NoWindow);
    CHECK(why.at(4).why == LeftOut::OutOfReach);
    CHECK(why.at(5).why == LeftOut::NoTeam);
    CHECK(why.at(6).why == LeftOut::Done);
    CHECK(why.at(7).why == LeftOut::FirstMissing);
    for (const auto& [stop, reason] : why)
        for (const Language language : {Language::Chinese, Language::English}) {
            const std::string words = text(reasonText(problem, reason), language);
            CHECK(words.find("trips.") == std::string::npos);
            CHECK(words.find('{') == std::string::npos);
        }
}

TEST_CASE("a stop that gives way says what it would cost to include it", "[trips]")
{
    Problem problem = lineWorld(3);
    for (Stop& stop : problem.stops)
        stop.visit = 4 * hour;
    problem.stops[0].priority = 5;
    problem.stops[1].priority = 3;
    problem.stops[2].priority = 1;
    SolveOptions options;
    options.limit.steps = 200;
    const Plan plan = planOf(problem, solve(problem, options));
    REQUIRE(plan.leftOut.size() == 1);
    const LeftOutStop& left = plan.leftOut[0];
    CHECK(left.stop == 2);
    CHECK(left.why == LeftOut::Outweighed);
    CHECK(left.instead == std::vector<std::size_t>{1}); // worth less than the other
    CHECK(left.addedDriving == 120);                    // there and back, one step farther
    CHECK(text(reasonText(problem, left), Language::Chinese).find("户2") != std::string::npos);
}

TEST_CASE("what follows a stop goes with it", "[trips]")
{
    Problem problem = lineWorld(3);
    for (Stop& stop : problem.stops)
        stop.visit = 3 * hour;
    problem.orders = {{0, 1, 0}};
    problem.stops[1].priority = 9;
    problem.teams[0].days[0].end = 15 * hour;
    const auto why = reasons(problem, {0, 1});
    CHECK(why.at(2).instead == std::vector<std::size_t>{1});
}

TEST_CASE("one bad stop never stops a plan", "[trips]")
{
    Problem problem = lineWorld(5);
    problem.stops[0].windows = {{{50000, 40000}}};
    problem.places[2].offRoad = 9000;
    for (std::size_t i = 0; i < problem.places.size(); ++i)
        problem.roads[0].seconds[i * problem.places.size() + 3] = Roads::unreachable;
    SolveOptions options;
    options.limit.steps = 100;
    const Plan plan = planOf(problem, solve(problem, options));
    CHECK(plan.days[0].visits.size() == 2);
    REQUIRE(plan.leftOut.size() == 3);
    CHECK(plan.leftOut[0].why == LeftOut::NoWindow);
    CHECK(plan.leftOut[1].why == LeftOut::OffNetwork);
    CHECK(plan.leftOut[2].why == LeftOut::OutOfReach);
}
