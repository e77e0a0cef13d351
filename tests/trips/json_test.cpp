// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "support/catch.h"
#include "trips/json_form.h"
#include "trips/world.h"

#include <rapidcheck.h>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

TEST_CASE("a trip problem reads back as it was written", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        RC_ASSERT(problemFromJson(problemJson(problem), "p.json") == problem);
    }));
}

TEST_CASE("a plan reads back as it was written", "[trips]")
{
    const Problem problem = lineWorld(3);
    Plan plan;
    plan.days.push_back({.departure = 28800,
                         .back = 30000,
                         .driveBack = 60,
                         .metresBack = 1000,
                         .lunch = 29000,
                         .lunchBefore = 0,
                         .visits = {{0, 28860, 28860, 29460, 29460, 60, 1000, 0, -5}}});
    plan.leftOut = {{1, LeftOut::Outweighed, {}, {0}, 120}, {2, LeftOut::OffNetwork, 250.5, {}, 0}};
    CHECK(planFromJson(planJson(plan), "plan.json", problem) == plan);
}

TEST_CASE("a broken trip file is refused with the place of the fault", "[trips]")
{
    const std::string good = problemJson(lineWorld(2));
    const auto broken = [&good](const std::string& from, const std::string& to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    CHECK_THROWS_AS(problemFromJson("{", "p.json"), Error);
    CHECK_THROWS_AS(problemFromJson(broken("\"stops\"", "\"stopps\""), "p.json"), Error);
    CHECK_THROWS_AS(problemFromJson(broken("2020-05-06", "2020-02-30"), "p.json"), Error);
    CHECK_THROWS_AS(problemFromJson(broken("\"place\":2", "\"place\":9"), "p.json"), Error);
    CHECK_THROWS_AS(problemFromJson(broken("[0,60,120]", "[0,60]"), "p.json"), Error);
    CHECK_THROWS_AS(planFromJson(R"({"days":[],"left_out":[{"stop":7,"why":"excluded"}]})",
                                 "plan.json", lineWorld(2)),
                    Error);
}
