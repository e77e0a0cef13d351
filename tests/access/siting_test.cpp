// SPDX-License-Identifier: MIT
#include "access/siting.h"
#include "core/error.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace guatu;
using namespace guatu::access;

namespace
{

using Chosen = std::vector<std::uint32_t>;

/// Every allowed choice of `add` candidates.
void visitChoices(const SitingProblem& problem, const std::function<void(const Chosen&)>& visit)
{
    Chosen chosen;
    const auto isIn = [](const Chosen& list, std::uint32_t c) {
        return std::ranges::find(list, c) != list.end();
    };
    const std::function<void(std::uint32_t)> go = [&](std::uint32_t from) {
        if (chosen.size() == problem.add) {
            if (std::ranges::all_of(problem.fixed, [&](auto c) { return isIn(chosen, c); }))
                visit(chosen);
            return;
        }
        for (std::uint32_t c = from; c < problem.candidates(); ++c) {
            if (isIn(problem.forbidden, c))
                continue;
            chosen.push_back(c);
            go(c + 1);
            chosen.pop_back();
        }
    };
    go(0);
}

/// Persons within the limit, person-time saved, or longest time, from the definitions alone.
double byDefinition(const SitingProblem& problem, const Chosen& chosen)
{
    Time longest = 0;
    for (const auto* times : {&problem.times.times, &problem.today})
        for (const Time t : *times)
            longest = t == never ? longest : std::max(longest, t);
    double value = 0;
    for (std::size_t place = 0; place < problem.persons.size(); ++place) {
        Time best = problem.today[place];
        for (const std::uint32_t c : chosen)
            best = std::min(best, problem.times.at(c, place));
        const double persons = problem.persons[place];
        switch (problem.goal) {
        case SitingGoal::Cover:
            value += best <= problem.limit ? persons : 0;
            break;
        case SitingGoal::Median: {
            const auto capped = [&](Time t) { return t == never ? 2.0 * longest : t; };
            value += persons * (capped(problem.today[place]) - capped(best));
            break;
        }
        case SitingGoal::Center:
            bool reachable = problem.today[place] != never;
            for (std::uint32_t c = 0; c < problem.candidates(); ++c)
                reachable = reachable ||
                            (problem.times.at(c, place) != never &&
                             std::ranges::find(problem.forbidden, c) == problem.forbidden.end());
            if (persons > 0 && reachable)
                value = std::max(value, static_cast<double>(best));
            break;
        }
    }
    return value;
}

SitingProblem anyProblem(SitingGoal goal)
{
    const auto number = [](int from, int to) { return *rc::gen::inRange(from, to); };
    SitingProblem problem{.goal = goal};
    const auto places = static_cast<std::size_t>(number(1, 9));
    const auto candidates = static_cast<std::size_t>(number(1, 8));
    const auto time = [&] { return number(0, 8) == 0 ? never : static_cast<Time>(number(0, 100)); };
    for (std::size_t p = 0; p < places; ++p) {
        problem.persons.push_back(number(0, 20));
        problem.today.push_back(time());
    }
    problem.times.columns = places;
    for (std::size_t i = 0; i < places * candidates; ++i)
        problem.times.times.push_back(time());
    problem.limit = static_cast<Time>(number(0, 100));
    problem.add = static_cast<std::size_t>(number(1, 4));
    for (std::uint32_t c = 0; c < candidates; ++c)
        if (const int lot = number(0, 8); lot == 0 && problem.fixed.size() < problem.add)
            problem.fixed.push_back(c);
        else if (lot == 1 && problem.forbidden.size() + problem.add < candidates)
            problem.forbidden.push_back(c);
    RC_PRE(problem.add + problem.forbidden.size() <= candidates);
    return problem;
}

/// Under a budget every choice of at most `add` candidates whose costs it pays is allowed.
void checkOptimalUnderBudget(SitingGoal goal)
{
    SitingProblem problem = anyProblem(goal);
    double fixed = 0, best = goal == SitingGoal::Center ? INFINITY : -1;
    for (std::size_t c = 0; c < problem.candidates(); ++c)
        problem.costs.push_back(*rc::gen::inRange(0, 30));
    for (const std::uint32_t c : problem.fixed)
        fixed += problem.costs[c];
    problem.budget = fixed + *rc::gen::inRange(0, 60);
    const auto costOf = [&](const Chosen& chosen) {
        double sum = 0;
        for (const std::uint32_t c : chosen)
            sum += problem.costs[c];
        return sum;
    };
    SitingProblem fewer = problem;
    for (fewer.add = problem.fixed.size(); fewer.add <= problem.add; ++fewer.add)
        visitChoices(fewer, [&](const Chosen& chosen) {
            if (costOf(chosen) > problem.budget)
                return;
            const double value = byDefinition(problem, chosen);
            best = goal == SitingGoal::Center ? std::min(best, value) : std::max(best, value);
        });
    const SitingPlan plan = siteFacilities(problem);
    RC_ASSERT(plan.proven);
    RC_ASSERT(std::abs(plan.value - best) < 1e-6);
    Chosen chosen;
    for (const Sited& site : plan.sites)
        chosen.push_back(site.candidate);
    RC_ASSERT(chosen.size() <= problem.add);
    RC_ASSERT(costOf(chosen) <= problem.budget);
    if (goal != SitingGoal::Center || best < never)
        RC_ASSERT(std::abs(byDefinition(problem, chosen) - best) < 1e-6);
}

void checkOptimal(SitingGoal goal)
{
    const SitingProblem problem = anyProblem(goal);
    const SitingPlan plan = siteFacilities(problem);
    double best = goal == SitingGoal::Center ? INFINITY : -1;
    visitChoices(problem, [&](const Chosen& chosen) {
        const double value = byDefinition(problem, chosen);
        best = goal == SitingGoal::Center ? std::min(best, value) : std::max(best, value);
    });
    RC_ASSERT(plan.proven);
    RC_ASSERT(std::abs(plan.value - best) < 1e-6);
    RC_ASSERT(std::abs(plan.bound - best) < 1e-6);
    Chosen chosen;
    for (const Sited& site : plan.sites)
        chosen.push_back(site.candidate);
    if (goal != SitingGoal::Center || best < never)
        RC_ASSERT(std::abs(byDefinition(problem, chosen) - best) < 1e-6);
    for (const std::uint32_t c : problem.fixed)
        RC_ASSERT(std::ranges::find(chosen, c) != chosen.end());
    for (const std::uint32_t c : problem.forbidden)
        RC_ASSERT(std::ranges::find(chosen, c) == chosen.end());
}

/// Places and candidates strewn over a square, times by the straight line.
SitingProblem strewn(std::size_t places, std::size_t candidates, std::size_t add, unsigned seed)
{
    std::mt19937 random(seed);
    const auto at = [&] { return static_cast<double>(random() % 100000); };
    std::vector<Point> sites, homes;
    for (std::size_t i = 0; i < candidates; ++i)
        sites.push_back({at(), at()});
    SitingProblem problem{.add = add, .limit = 12000};
    for (std::size_t i = 0; i < places; ++i) {
        homes.push_back({at(), at()});
        problem.persons.push_back(static_cast<double>(1 + random() % 90));
        problem.today.push_back(random() % 4 == 0 ? 5000 : 60000);
    }
    problem.times.columns = places;
    for (const Point site : sites)
        for (const Point home : homes)
            problem.times.times.push_back(
                static_cast<Time>(std::hypot(site.x - home.x, site.y - home.y)));
    return problem;
}

} // namespace

TEST_CASE("small cases are solved to the optimum that trying all choices finds", "[access]")
{
    CHECK(rc::check("cover", [] { checkOptimal(SitingGoal::Cover); }));
    CHECK(rc::check("median", [] { checkOptimal(SitingGoal::Median); }));
    CHECK(rc::check("center", [] { checkOptimal(SitingGoal::Center); }));
}

TEST_CASE("a budget is never passed, and no other choice that it pays is better", "[access]")
{
    CHECK(rc::check("cover", [] { checkOptimalUnderBudget(SitingGoal::Cover); }));
    CHECK(rc::check("median", [] { checkOptimalUnderBudget(SitingGoal::Median); }));
    CHECK(rc::check("center", [] { checkOptimalUnderBudget(SitingGoal::Center); }));
}

TEST_CASE("what costs something and brings nothing is not taken", "[access]")
{
    SitingProblem problem{.persons = {10, 20}, .today = {never, 50}};
    problem.times = {.columns = 2, .times = {5, never, 7, never, never, 60}};
    problem.limit = 30;
    problem.add = 3;
    problem.costs = {4, 1, 1};
    problem.budget = 100;
    const SitingPlan plan = siteFacilities(problem);
    REQUIRE(plan.sites.size() == 1);
    CHECK(plan.value == 10);
}

TEST_CASE("a budget that pays for two buys one when one is to be added", "[access]")
{
    SitingProblem problem{.goal = SitingGoal::Median, .persons = {1, 2}, .today = {2, 2}};
    problem.times = {.columns = 2, .times = {2, 0, 2, 1, 0, 0, 0, 2}};
    problem.costs = {2, 0, 3, 0};
    problem.budget = 1;
    const SitingPlan plan = siteFacilities(problem);
    CHECK(plan.sites.size() == 1);
    CHECK(plan.value == 2);
}

TEST_CASE("large cases under a budget come within 2 % of what no plan can pass", "[access]")
{
    SitingProblem problem = strewn(400, 150, 30, 11);
    std::mt19937 random(4);
    for (std::size_t c = 0; c < problem.candidates(); ++c)
        problem.costs.push_back(static_cast<double>(20 + random() % 60));
    problem.budget = 350;
    const SitingPlan plan = siteFacilities(problem);
    CHECK(plan.value <= plan.bound + 1e-6);
    CHECK(plan.value >= 0.98 * plan.bound);
}

TEST_CASE("large cases come within 2 % of what no plan can pass", "[access]")
{
    for (const SitingGoal goal : {SitingGoal::Cover, SitingGoal::Median}) {
        SitingProblem problem = strewn(400, 150, 8, 5);
        problem.goal = goal;
        const SitingPlan plan = siteFacilities(problem);
        CHECK(plan.value <= plan.bound + 1e-6);
        CHECK(plan.value >= 0.98 * plan.bound);
    }
    SitingProblem problem = strewn(200, 80, 5, 6);
    problem.goal = SitingGoal::Center;
    const SitingPlan plan = siteFacilities(problem);
    CHECK(plan.bound <= plan.value);
    CHECK(plan.value <= 1.02 * plan.bound);
}

TEST_CASE("each further facility adds no more than the one before it, and takes nothing away",
          "[access]")
{
    SitingProblem problem = strewn(120, 40, 6, 9);
    const SitingPlan plan = siteFacilities(problem);
    REQUIRE(plan.sites.size() == 6);
    double sum = valueOf(problem, {});
    for (std::size_t i = 0; i < plan.sites.size(); ++i) {
        sum += plan.sites[i].gain;
        CHECK(plan.sites[i].gain >= 0);
        if (i > 0)
            CHECK(plan.sites[i].gain <= plan.sites[i - 1].gain);
    }
    CHECK(sum == Approx(plan.value));
    double before = 0;
    for (problem.add = 1; problem.add <= 6; ++problem.add) {
        const double value = siteFacilities(problem).value;
        CHECK(value >= before);
        before = value;
    }
}

TEST_CASE("a candidate cannot be fixed and forbidden, nor more be fixed than are added", "[access]")
{
    SitingProblem problem = strewn(5, 5, 1, 1);
    problem.fixed = {0};
    problem.forbidden = {0};
    CHECK_THROWS_AS(siteFacilities(problem), Error);
    problem.forbidden.clear();
    problem.fixed = {0, 1};
    CHECK_THROWS_AS(siteFacilities(problem), Error);
    problem.fixed = {0};
    problem.costs.assign(5, 100);
    problem.budget = 99;
    CHECK_THROWS_AS(siteFacilities(problem), Error);
    CHECK(siteFacilities(SitingProblem{}).sites.empty());
}
