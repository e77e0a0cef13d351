// SPDX-License-Identifier: MIT
#include "support/catch.h"
#include "trips/checker.h"
#include "trips/reasons.h"
#include "trips/solver.h"
#include "trips/world.h"

#include <rapidcheck.h>

#include <random>

using namespace guatu;
using namespace guatu::trips;
using namespace guatu::test;

namespace
{

constexpr Seconds hour = 3600;

Plan solved(const Problem& problem, std::uint64_t seed = 1, std::uint64_t steps = 60)
{
    SolveOptions options;
    options.limit.steps = steps;
    options.seed = seed;
    return planOf(problem, solve(problem, options));
}

std::string listed(const Problem& problem, const Plan& plan)
{
    std::string all;
    for (const Violation& violation : violationsOf(problem, plan))
        all += text(violationText(problem, plan, violation), Language::English) + "\n";
    return all;
}

/// Any day with a visit; null when there is none.
DayPlan* anyDay(Plan& plan, std::uint64_t dice)
{
    std::vector<DayPlan*> days;
    for (DayPlan& day : plan.days)
        if (!day.visits.empty())
            days.push_back(&day);
    return days.empty() ? nullptr : days[dice % days.size()];
}

/// Changes one thing that must not be otherwise; false when the plan has no room for it.
bool spoil(Problem& problem, Plan& plan, std::mt19937_64& dice)
{
    DayPlan* day = anyDay(plan, dice());
    if (day == nullptr)
        return false;
    Visit& visit = day->visits[dice() % day->visits.size()];
    Stop& stop = problem.stops[visit.stop];
    WorkDay& work = problem.teams[day->team].days[day->teamDay];
    const auto some = static_cast<Seconds>((1 + dice() % 3600) * (dice() % 2 == 0 ? 1 : -1));
    switch (dice() % 22) {
    case 0:
        visit.arrival += some;
        return true;
    case 1:
        visit.start += some;
        return true;
    case 2:
        visit.end += some;
        return true;
    case 3:
        visit.departure += some;
        return true;
    case 4:
        visit.drive += some;
        return true;
    case 5:
        visit.metres += some;
        return true;
    case 6:
        visit.walk += some;
        return true;
    case 7:
        visit.slack += some;
        return true;
    case 8:
        day->departure += some;
        return true;
    case 9:
        day->back += some;
        return true;
    case 10:
        day->driveBack += some;
        return true;
    case 11:
        day->metresBack += some;
        return true;
    case 12:
        plan.days.erase(plan.days.begin() + static_cast<std::ptrdiff_t>(dice() % plan.days.size()));
        return true;
    case 13:
        day->visits.push_back(visit);
        return true;
    case 14:
        plan.leftOut.push_back({visit.stop, LeftOut::Excluded});
        return true;
    case 15:
        if (plan.leftOut.empty())
            return false;
        plan.leftOut.pop_back();
        return true;
    case 16:
        stop.wish = Wish::MustNot;
        return true;
    case 17:
        stop.skills.emplace_back("水利");
        return true;
    case 18:
        stop.people = 3;
        return true;
    case 19:
        stop.windows.assign(problem.days.size(), {{0, visit.start - 1}, {visit.start + 1, 86400}});
        return true;
    case 20:
        work.end = day->back - 1;
        return true;
    default:
        day->from = 1 - day->from; // there are two bases
        return problem.bases[0].place != problem.bases[1].place;
    }
}

} // namespace

TEST_CASE("plans of the solver break no rule", "[trips]")
{
    CHECK(rc::check([](std::uint64_t seed) {
        const Problem problem = anyWorld(seed);
        RC_ASSERT(listed(problem, solved(problem, seed)) == "");
    }));
}

TEST_CASE("a thousand spoilt plans are found out", "[trips]")
{
    int spoilt = 0;
    for (std::uint64_t seed = 1; spoilt < 1000; ++seed) {
        std::mt19937_64 dice(seed);
        Problem problem = anyWorld(seed % 97);
        Plan plan = solved(problem, seed, 20);
        if (!spoil(problem, plan, dice))
            continue;
        ++spoilt;
        INFO("seed " << seed);
        CHECK(!violationsOf(problem, plan).empty());
    }
}

TEST_CASE("each rule is known by its name", "[trips]")
{
    Problem problem = lineWorld(3);
    const Plan plan = planOf(problem, {{.from = 0, .to = 0, .stops = {0, 1, 2}}});
    CHECK(listed(problem, plan) == "");
    const auto rule = [&](auto change) {
        Problem other = problem;
        change(other);
        const auto found = violationsOf(other, plan);
        REQUIRE(!found.empty());
        for (const Language language : {Language::Chinese, Language::English}) {
            const std::string words = text(violationText(other, plan, found[0]), language);
            CHECK(words.find("trips.") == std::string::npos);
            CHECK(words.find('{') == std::string::npos);
        }
        return found[0].rule;
    };
    CHECK(rule([](Problem& p) { p.orders = {{2, 0, 0}}; }) == Rule::Order);
    CHECK(rule([](Problem& p) { p.orders = {{0, 1, 1}}; }) == Rule::Order);
    CHECK(rule([](Problem& p) { p.stops[0].done = true; }) == Rule::StopDone);
    CHECK(rule([](Problem& p) { p.places[1].offRoad = 5.0; }) == Rule::OffNetwork);
    CHECK(rule([](Problem& p) { p.stops[1].windows = {{}}; }) == Rule::Closed);
    CHECK(rule([](Problem& p) { p.stops[1].windows = {{{0, 60}}}; }) == Rule::Window);
    CHECK(rule([](Problem& p) { p.teams[0].days[0].mostDriving = 300; }) == Rule::Driving);
    CHECK(rule([](Problem& p) { p.stops[1].load = 2'000'000'000; }) == Rule::Load);
    CHECK(rule([](Problem& p) { p.roads[0].seconds[1] = Roads::unreachable; }) == Rule::NoRoad);
    CHECK(rule([](Problem& p) {
              p.teams[0].days[0].lunch = Lunch{8 * hour, 8 * hour + 60, 1800};
          }) == Rule::Lunch);
    CHECK(rule([](Problem& p) { p.teams[0].days[0].begin += 1; }) == Rule::Begin);
    CHECK(rule([](Problem& p) { p.teams[0].days[0].end = 8 * hour; }) == Rule::End);
}

TEST_CASE("more teams than a base takes in one night are found", "[trips]")
{
    Problem problem = lineWorld(4);
    problem.days.push_back(Date(problem.days[0].days() + 1));
    problem.teams[0].days.push_back({.day = 1, .begin = 8 * hour, .end = 18 * hour});
    problem.teams.push_back(problem.teams[0]);
    const Itinerary itinerary{
        {0, 0, 0, 0, {0}}, {0, 1, 0, 0, {1}}, {1, 0, 0, 0, {2}}, {1, 1, 0, 0, {3}}};
    const Plan plan = planOf(problem, itinerary);
    const auto found = violationsOf(problem, plan);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == Rule::NightFull);
    problem.bases[0].teamsPerNight = 2;
    CHECK(violationsOf(problem, plan).empty());
}
